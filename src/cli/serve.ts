import { isIP } from 'node:net'
import { type Command, InvalidArgumentError } from 'commander'
import { roleNames } from '#domain/accounts/role.ts'
import type { RunningServer } from '#http/start-server.ts'

type ServeOptions = {
  readonly port: number
  readonly host?: string
  readonly name?: readonly string[]
  readonly proxy?: readonly string[]
  readonly openExample?: boolean
}

/** `jiheng serve`: the product in the browser, on this machine or for those who reach it. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('打开网页；缺省只有本机能用，写了 --host 或 --name 就给别的机器用，要登录')
    .helpOption('-h, --help', '显示用法')
    .option('--port <端口>', '监听的端口', portNumber, 8360)
    .option('--host <地址>', '监听的地址，0.0.0.0 是本机所有网卡（缺省 127.0.0.1）', hostAddress)
    .option('--name <域名...>', '别人打开网页用的域名或地址，不带端口；写了就只答应这些', collected(hostName))
    .option('--proxy <地址...>', '前面的反向代理的地址，来处和 https 由它说了算', collected(proxyAddress))
    .option('--open-example', '首次打开时载入示例报告')
    .action(async ({ port, host, name: names, proxy: proxies, openExample = false }: ServeOptions) => {
      const { startServer } = await import('#http/start-server.ts')
      const reach = { ...(host ? { host } : {}), ...(names ? { names } : {}), ...(proxies ? { proxies } : {}) }
      const server = await startServer({ port, openExample, ...reach })
      process.stdout.write(`绩衡已启动：${server.url}\n按 Ctrl-C 停止。\n`)
      if (host !== undefined && host !== '127.0.0.1' && proxies === undefined) process.stderr.write(unsealed)
      void tellInvitations(server)
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => void server.close().then(() => process.exit(0)))
    })
}

/** The example's accounts have no password: each is opened by its own link. */
async function tellInvitations({ url, invitations }: RunningServer): Promise<void> {
  const open = await invitations().catch(() => [])
  if (open.length === 0) return
  const lines = open.map(
    ({ role, login, invitation }) => `  ${roleNames[role]}（${login}）  ${url}#/invitation/${invitation}`,
  )
  process.stdout.write(`示例账户还没有密码，打开链接自己设一个：\n${lines.join('\n')}\n`)
}

/** What is said where passwords cross a network as they are. */
const unsealed =
  '别的机器能打开这个网页，但没有加密，密码会在网上明文走。请在前面放一台做 https 的反向代理，用 --proxy 写它的地址。\n'

/** Every value of an option that may be given several times. */
function collected(read: (text: string) => string) {
  return (text: string, before: readonly string[] = []): readonly string[] => [...before, read(text)]
}

function hostAddress(text: string): string {
  if (isIP(text) === 0 && text !== 'localhost')
    throw new InvalidArgumentError('请给出本机的一个 IP 地址，例如 0.0.0.0 或 192.168.1.20。')
  return text === 'localhost' ? '127.0.0.1' : text
}

function hostName(text: string): string {
  if (isIP(text) === 0 && !/^[\w-]+(?:\.[\w-]+)*$/.test(text))
    throw new InvalidArgumentError('请只写域名或 IP 地址，例如 jixiao.example.cn，不带 http:// 和端口。')
  return isIP(text) === 6 ? `[${text}]` : text
}

function proxyAddress(text: string): string {
  const [address = '', bits] = text.split('/')
  const kind = isIP(address)
  if (kind === 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128))))
    throw new InvalidArgumentError('请给出反向代理的 IP 地址或网段，例如 127.0.0.1 或 10.1.0.0/16。')
  return text
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('请给出 0 到 65535 之间的端口。')
  return Number(text)
}
