import { extname } from 'node:path'
import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Severity } from '#domain/finding.ts'
import { auditMany } from '#operations/audits/audit-many.ts'
import type { Audited } from '#operations/audits/audited.ts'
import { isFileFormat } from '#operations/audits/export-audit.ts'
import { gatherFiles } from '#operations/audits/gather-files.ts'
import { streamFor } from '#operations/audits/print-reports.ts'
import { progressBar } from './progress-bar.ts'
import { refused } from './refused.ts'
import { OutputRefused, openSink, renderedWriter } from './write-out.ts'

type Options = { format: string; out?: string; pack: string; level: Severity; jobs: number; failOn: Severity | 'never' }

/** Milliseconds one file may take. */
const longestAudit = 60_000
const severities: Severity[] = ['error', 'warning', 'info']

/** `jiheng audit PATH…`: 0 clean, 1 findings at or above --fail-on, 2 something unusable. */
export function addAudit(program: Command): void {
  program
    .command('audit')
    .description('核对报告里的数字：文件、文件夹或 zip')
    .helpOption('-h, --help', '显示用法')
    .argument('<路径...>', '要核对的文件、文件夹或 zip')
    .addOption(
      new Option('--format <格式>', '输出格式')
        .choices(['text', 'json', 'sarif', 'xlsx', 'html', 'docx', 'pdf'])
        .default('text', '文字'),
    )
    .option('--out <文件或文件夹>', '写到文件（xlsx、html、docx、pdf 默认写在当前文件夹）')
    .option('--pack <规则包>', '按哪个规则包核对分值、档次和界线，或区划代码和年度 430922/2023', 'auto')
    .addOption(new Option('--level <级别>', '列出的最轻级别').choices(severities).default('warning', '提醒'))
    .option('--jobs <数目>', '同时核对的文件数', wholeNumber, availableParallelism())
    .addOption(
      new Option('--fail-on <级别>', '到哪一级算不通过').choices([...severities, 'never']).default('error', '错误'),
    )
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await runAudit(paths, options)
    })
}

/** A count of at least one; anything else is refused in the user's language. */
function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('请给出 1 以上的整数。')
  return Number(text)
}

async function runAudit(paths: string[], options: Options): Promise<number> {
  const fault = await faultOf(options.pack)
  if (fault) return refused(fault)
  const files = await gatherFiles(paths)
  if (files.length === 0) {
    process.stderr.write('没有找到可核对的文件（docx、doc、xlsx、xls、pdf、html、txt、zip）。\n')
    return 2
  }
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const bar = files.length > 1 ? await progressBar('核对 {bar} {value}/{total} 剩余约{eta}秒') : undefined
  bar?.start(files.length, 0)
  const { format, level, jobs, pack } = options
  const colour = options.out === undefined && process.stdout.isTTY && !process.env['NO_COLOR']
  const onProgress = (done: number) => bar?.update(done)
  const outcomes = auditMany(files, {
    jobs,
    level,
    format,
    colour,
    pack,
    timeout: longestAudit,
    signal: stop.signal,
    onProgress,
  })
  let status = 0
  try {
    for await (const outcome of write(outcomes, options, files.length))
      status = Math.max(status, statusOf(outcome, options))
  } catch (error) {
    if (!(error instanceof OutputRefused)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  } finally {
    bar?.stop()
  }
  if (stop.signal.aborted) process.stderr.write('已取消，以上是已核对完的部分。\n')
  return stop.signal.aborted ? 2 : status
}

/** The packs are read only where one is named: the files' own threads read them anyway. */
async function faultOf(pack: string): Promise<string | undefined> {
  if (pack === 'auto') return undefined
  const { packFault } = await import('#operations/packs/choose-pack.ts')
  return packFault(pack)
}

function statusOf(outcome: Audited, { failOn }: Options): number {
  if (outcome.unusable) return 2
  if (failOn === 'never') return 0
  return outcome.worst && severities.indexOf(outcome.worst) <= severities.indexOf(failOn) ? 1 : 0
}

/** Passes the outcomes through, writing each where the format wants it. */
async function* write(outcomes: AsyncIterable<Audited>, options: Options, count: number): AsyncGenerator<Audited> {
  const { format, out } = options
  const sink = await openSink(isFileFormat(format) ? undefined : out, `核对结果.${format === 'text' ? 'txt' : format}`)
  const toFile = renderedWriter(out, count === 1 && out !== undefined && extname(out) !== '')
  const { head, next, tail } = streamFor(format)
  await sink.write(head)
  for await (const outcome of outcomes) {
    if (outcome.rendered) process.stderr.write(`${outcome.file} → ${await toFile(outcome.file, outcome.rendered)}\n`)
    await sink.write(next(outcome))
    yield outcome
  }
  await sink.write(tail())
  await sink.close()
}
