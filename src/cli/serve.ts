import { type Command, InvalidArgumentError } from 'commander'
import { roleNames } from '#domain/accounts/role.ts'
import type { RunningServer } from '#http/start-server.ts'

/** `jiheng serve`: the product in the browser on this machine. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('在本机打开核对网页')
    .helpOption('-h, --help', '显示用法')
    .option('--port <端口>', '监听的端口', portNumber, 8360)
    .option('--open-example', '首次打开时载入示例报告')
    .action(async (options: { port: number; openExample?: boolean }) => {
      const { startServer } = await import('#http/start-server.ts')
      const server = await startServer({ port: options.port, openExample: options.openExample ?? false })
      process.stdout.write(`绩衡已启动：${server.url}\n按 Ctrl-C 停止。\n`)
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

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('请给出 0 到 65535 之间的端口。')
  return Number(text)
}
