import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { SingleBar } from 'cli-progress'
import { type Command, Option } from 'commander'
import type { AuditedFile, Severity } from '#domain/finding.ts'
import { auditMany } from '#operations/audits/audit-many.ts'
import type { Audited } from '#operations/audits/audit-task.ts'
import { isFileFormat } from '#operations/audits/export-audit.ts'
import { gatherFiles } from '#operations/audits/gather-files.ts'
import { jsonStream, sarifText } from '#operations/audits/print-reports.ts'

type Options = { format: string; out?: string; pack: string; level: Severity; jobs: string; failOn: Severity | 'never' }

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
    .addOption(
      new Option('--pack <规则包>', '适用的规则包').choices(['auto', 'national']).default('auto', '按报告识别'),
    )
    .addOption(new Option('--level <级别>', '列出的最轻级别').choices(severities).default('warning', '提醒'))
    .option('--jobs <数目>', '同时核对的文件数', String(availableParallelism()))
    .addOption(
      new Option('--fail-on <级别>', '到哪一级算不通过').choices([...severities, 'never']).default('error', '错误'),
    )
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await runAudit(paths, options)
    })
}

async function runAudit(paths: string[], options: Options): Promise<number> {
  const files = await gatherFiles(paths)
  if (files.length === 0) {
    process.stderr.write('没有找到可核对的文件（docx、doc、xlsx、xls、pdf、html、txt、zip）。\n')
    return 2
  }
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const bar = progress(files.length)
  const jobs = Math.max(1, Number.parseInt(options.jobs, 10) || 1)
  const outcomes = auditMany(files, {
    jobs,
    level: options.level,
    format: options.format,
    timeout: 120_000,
    signal: stop.signal,
    onProgress: (done) => bar?.update(done),
  })
  let status = 0
  try {
    for await (const report of write(outcomes, options, files.length))
      status = Math.max(status, statusOf(report, options))
  } finally {
    bar?.stop()
  }
  if (stop.signal.aborted) process.stderr.write('已取消，以上是已核对完的部分。\n')
  return stop.signal.aborted ? 2 : status
}

function statusOf(outcome: Audited, { failOn }: Options): number {
  if (outcome.unusable) return 2
  if (failOn === 'never') return 0
  const limit = severities.indexOf(failOn)
  return outcome.report.findings.some((finding) => severities.indexOf(finding.severity) <= limit) ? 1 : 0
}

function progress(total: number): SingleBar | undefined {
  if (!process.stderr.isTTY || total < 2) return undefined
  const bar = new SingleBar({
    format: '核对 {bar} {value}/{total} 剩余约{eta}秒',
    stream: process.stderr,
    hideCursor: true,
  })
  bar.start(total, 0)
  return bar
}

/** Passes the outcomes through, writing each where the format wants it. */
async function* write(outcomes: AsyncIterable<Audited>, options: Options, count: number): AsyncGenerator<Audited> {
  const sink = await openSink(options)
  const kept: AuditedFile[] = []
  const json = jsonStream()
  if (options.format === 'json') await sink.write(json.head)
  for await (const outcome of outcomes) {
    if (options.format === 'json') await sink.write(json.next(outcome.report))
    else if (options.format === 'sarif') kept.push(outcome.report)
    else if (outcome.rendered) await writeRendered(outcome, options, count)
    else await sink.write(`${outcome.text ?? problemsOf(outcome.report)}\n\n`)
    yield outcome
  }
  if (options.format === 'json') await sink.write(json.tail)
  if (options.format === 'sarif') await sink.write(`${sarifText(kept)}\n`)
  await sink.close()
}

function problemsOf(report: AuditedFile): string {
  return report.problems.map((problem) => problem.message).join('\n')
}

async function writeRendered(outcome: Audited, options: Options, count: number): Promise<void> {
  const { bytes, fileName } = outcome.rendered!
  const single = count === 1 && options.out !== undefined && extname(options.out) !== ''
  const target = single ? options.out! : join(options.out ?? '.', fileName)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, bytes)
  process.stderr.write(`${basename(outcome.report.file)} → ${target}\n`)
}

type Sink = { write(text: string): Promise<void>; close(): Promise<void> }

async function openSink(options: Options): Promise<Sink> {
  if (options.out === undefined || isFileFormat(options.format)) {
    return {
      write: (text) =>
        new Promise((resolve) => (process.stdout.write(text) ? resolve() : process.stdout.once('drain', resolve))),
      close: async () => {},
    }
  }
  const { open } = await import('node:fs/promises')
  await mkdir(dirname(options.out), { recursive: true })
  const handle = await open(options.out, 'w')
  return { write: async (text) => void (await handle.write(text)), close: () => handle.close() }
}
