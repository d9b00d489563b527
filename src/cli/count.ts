import type { Command } from 'commander'

/** `jiheng count LEDGER`: 0 counted, 2 unusable. */
export function addCount(program: Command): void {
  program
    .command('count')
    .description('业务台账的计数：会议多少次、工单办结多少件、满意率多少')
    .helpOption('-h, --help', '显示用法')
    .argument('<账本>', '账本文件（yaml 或 json），或数据库里的账本：430922/001/2023')
    .action(async (path: string) => {
      const { countLines } = await import('#operations/ledgers/count-lines.ts')
      const { lines, faults } = await countLines(path)
      if (lines) process.stdout.write(`${lines.length > 0 ? lines.join('\n') : '还没有台账记录。'}\n`)
      else process.stderr.write(`${faults.join('\n')}\n`)
      process.exitCode = lines ? 0 : 2
    })
}
