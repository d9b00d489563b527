import { createReadStream } from 'node:fs'
import { basename, extname } from 'node:path'
import { userInfo } from 'node:os'
import { type Command, InvalidArgumentError } from 'commander'
import { progressBar } from './progress-bar.ts'
import { OutputRefused, openSink } from './write-out.ts'
import type { ImportOptions, ImportOutcome } from '#operations/imports/import-file.ts'

type Options = { ledger?: string; table?: string; preview?: boolean; who: string; out?: string; list?: string }

/** `jiheng import FILE…`: 0 taken in, 1 taken in with warnings to look at, 2 refused or unusable: then nothing was changed. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('导入：账本文件存入数据库；xlsx、csv 表格并入账本；已有报告转成账本草稿')
    .helpOption('-h, --help', '显示用法')
    .argument('<文件...>', '账本（yaml、json）、表格（xlsx、xls、csv）或报告（docx、doc、pdf、txt、html）')
    .option('--ledger <账本>', '并入数据库里的哪本账：430922/001/2023', ledgerName)
    .option('--table <表名>', '是哪张表（预算指标、国库支付明细、会议台账……）；不写按表头认')
    .option('--preview', '只看会新增、更改哪些，不改账本')
    .option('--list <文件>', '把每一条的结果（新增、更改、未变，改前改后）写成 csv')
    .option('--who <姓名>', '记在变更记录里的经办人', userInfo().username)
    .option('--out <文件>', '报告转成的账本草稿写到哪里')
    .option('--division <代码>', '报告转成草稿时的行政区划代码，六位数字')
    .action(async (paths: string[], options: Options) => {
      for (const path of paths)
        process.exitCode = Math.max(Number(process.exitCode ?? 0), await importOne(path, options))
    })
}

function ledgerName(text: string): string {
  if (!/^\d{6,12}\/[^/\s]+\/\d{4}$/.test(text))
    throw new InvalidArgumentError('写成 地区代码/部门编号/年度，例如 430922/001/2023。')
  return text
}

async function importOne(path: string, options: Options): Promise<number> {
  const ending = extname(path).toLowerCase()
  if (/^\.(?:ya?ml|json)$/.test(ending)) return storeLedger(path, options)
  if (/^\.(?:xlsx?|csv|tsv|ods)$/.test(ending)) return refusedOutput(() => takeTable(path, options))
  const { draftReport } = await import('./import-report.ts')
  return draftReport(path, options)
}

async function storeLedger(path: string, { who }: Options): Promise<number> {
  const { ledgerArgument } = await import('./ledger-argument.ts')
  const ledger = await ledgerArgument(path)
  if (!ledger) return 2
  const { storeLedger: store } = await import('#operations/ledgers/stored-ledger.ts')
  const { line, remarks, fault } = await store(ledger, who)
  if (fault !== undefined) {
    process.stderr.write(`${path}：${fault}\n`)
    return 2
  }
  process.stdout.write(`${line}\n`)
  for (const remark of remarks.slice(0, mostRemarks)) process.stderr.write(`${path} 提醒 ${remark}\n`)
  const more = remarks.length - mostRemarks
  if (more > 0) process.stderr.write(`另有 ${more} 处没有列出，请用 jiheng check 看全部。\n`)
  return remarks.length > 0 ? 1 : 0
}

const mostRemarks = 20

async function takeTable(path: string, { ledger, table, preview = false, who, list }: Options): Promise<number> {
  if (!ledger) {
    process.stderr.write(`${path}：表格要并入一本账，请用 --ledger 指明，例如 --ledger 430922/001/2023。\n`)
    return 2
  }
  const bar = await progressBar('读入 {value} 行 {duration_formatted}')
  bar?.start(1, 0)
  const { importInto } = await import('#operations/imports/import-into.ts')
  const source = () => ({ name: basename(path), chunks: createReadStream(path) })
  const listed = list === undefined ? undefined : await openList(list)
  const { outcome, fault } = await importInto(ledger, source, table, {
    who,
    preview,
    onRows: (rows) => bar?.update(rows),
    onOutcomes: listed?.add,
  })
  await listed?.close()
  bar?.stop()
  if (fault) process.stderr.write(`${path}：${fault}\n`)
  return outcome ? tell(path, outcome) : 2
}

/** A file of --list that can't be written is said; then nothing was taken in. */
async function refusedOutput(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof OutputRefused)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

/** The file of --list: one line for every entry; of a table that was refused, its heading alone. */
async function openList(path: string): Promise<{ add: ImportOptions['onOutcomes'] & {}; close: () => Promise<void> }> {
  const { outcomeHead, outcomeText } = await import('#operations/imports/outcome-list.ts')
  const sink = await openSink(path, '导入明细.csv')
  await sink.write(outcomeHead)
  return { add: (outcomes, table) => sink.write(outcomeText(table, outcomes)), close: () => sink.close() }
}

async function tell(path: string, outcome: ImportOutcome): Promise<number> {
  const { outcomeLines } = await import('#operations/imports/describe-import.ts')
  const { lines, faults } = outcomeLines(outcome)
  if (faults.length > 0) process.stderr.write(`${faults.map((line) => `${path} ${line}`).join('\n')}\n`)
  process.stdout.write(`${lines.join('\n')}\n`)
  if (!outcome.stored) return 2
  return outcome.tally.warnings > 0 ? 1 : 0
}
