import { userInfo } from 'node:os'
import type { Command } from 'commander'

/** `jiheng evidence LEDGER [FILE…]`: 0 stored or whole, 1 a stored file is gone or altered, 2 unusable. */
export function addEvidence(program: Command): void {
  program
    .command('evidence')
    .description('佐证材料：存入账本（按内容存，同样的只存一份）；不写文件就核对存着的是否完好')
    .helpOption('-h, --help', '显示用法')
    .argument('<账本>', '数据库里的账本：430922/001/2023')
    .argument('[文件...]', '要存入的文件')
    .option('--who <姓名>', '记在变更记录里的经办人', userInfo().username)
    .action(async (ledger: string, paths: string[], { who }: { who: string }) => {
      const { evidenceDesk } = await import('#operations/ledgers/evidence-desk.ts')
      const answer = await evidenceDesk(ledger, paths, who)
      if (answer.lines) process.stdout.write(`${answer.lines.join('\n')}\n`)
      else process.stderr.write(`${answer.fault}\n`)
      process.exitCode = answer.lines ? (answer.isWhole ? 0 : 1) : 2
    })
}
