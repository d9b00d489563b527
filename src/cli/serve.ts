import { type Command, InvalidArgumentError } from 'commander'

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
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => void server.close().then(() => process.exit(0)))
    })
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('请给出 0 到 65535 之间的端口。')
  return Number(text)
}
