import { type Command, Option } from 'commander'
import type { Severity } from '#domain/finding.ts'
import type { MendPlace } from '#operations/workflow/mend-places.ts'
import { ledgerArgument } from './ledger-argument.ts'

const names: Record<Severity, string> = { error: '错误', warning: '提醒', info: '备注' }
const severities: Severity[] = ['error', 'warning', 'info']

type Options = { format: 'text' | 'json'; level: Severity; failOn: Severity | 'never' }

/** `jiheng check LEDGER`: 0 clean, 1 findings at or above --fail-on or something yet to be filled in, 2 the ledger can't be read. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('生成之前核对账本：勾稽关系、未写的章节、没有来源的数')
    .helpOption('-h, --help', '显示用法')
    .argument('<账本>', '账本文件（yaml 或 json），或数据库里的账本：430922/001/2023')
    .addOption(new Option('--format <格式>', '输出格式').choices(['text', 'json']).default('text', '文字'))
    .addOption(new Option('--level <级别>', '列出的最轻级别').choices(severities).default('warning', '提醒'))
    .addOption(
      new Option('--fail-on <级别>', '到哪一级算不通过').choices([...severities, 'never']).default('error', '错误'),
    )
    .action(async (path: string, options: Options) => {
      process.exitCode = await runCheck(path, options)
    })
}

async function runCheck(path: string, { format, level, failOn }: Options): Promise<number> {
  const ledger = await ledgerArgument(path)
  if (!ledger) return 2
  const { checkWholeLedger } = await import('#operations/ledgers/check-whole-ledger.ts')
  const checked = checkWholeLedger(ledger)
  const isListed = ({ severity }: { severity: Severity }) => severities.indexOf(severity) <= severities.indexOf(level)
  const findings = [...checked.ledger.map((finding) => ({ ...finding, mend: [] })), ...checked.reports].filter(isListed)
  const worst = Math.min(...[...checked.ledger, ...checked.reports].map(({ severity }) => severities.indexOf(severity)))
  if (format === 'json') {
    const listed = findings.map(({ rule, severity, message, expression, mend }) => ({
      rule,
      severity,
      message,
      expression,
      places: mend.map(({ part, before, text, after }) => ({ report: part, before, text, after })),
    }))
    process.stdout.write(
      `${JSON.stringify({ version: 1, findings: listed, gaps: checked.gaps, openQuestions: checked.questions })}\n`,
    )
  } else {
    const lines = findings.map(
      ({ rule, severity, message, expression, mend }) =>
        `${names[severity]} ${message}  [${rule}]${expression ? `\n     算式：${expression}` : ''}${mend.map(placeLine).join('')}`,
    )
    const gaps = checked.gaps.map(({ report, chapter, message }) => `待补 【${report}】${chapter} ${message}`)
    const questions = checked.questions.map(({ question, holds }) => `待定 ${question}；现按「${holds}」登记`)
    const count = `核对完毕：问题 ${findings.length} 处，待补 ${gaps.length} 处，待定 ${questions.length} 处`
    process.stdout.write(`${[...lines, ...gaps, ...questions, count].join('\n')}\n`)
  }
  // What is yet to be filled in keeps a ledger from being handed in, as it does in `jiheng report`.
  if (failOn === 'never') return 0
  return checked.gaps.length > 0 || worst <= severities.indexOf(failOn) ? 1 : 0
}

/** Where in the reports: 「【2023年度…自评表】…年度资金总额：132.71%」. */
function placeLine({ part, before, text, after }: MendPlace): string {
  return `\n     【${part}】${`${before}${text}${after}`.replaceAll(/\s+/g, ' ').trim()}`
}
