import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import type { TracedNumber } from '#operations/reports/trace-file.ts'
import { refused } from './refused.ts'
import { type TracedLedger, tracedLedger } from './traced-ledger.ts'

type Options = { ledger?: string; at?: string }

/** `jiheng trace FILE [--at …]`: 0 nothing changed by hand, 1 something was, 2 unusable. */
export function addTrace(program: Command): void {
  program
    .command('trace')
    .description('由生成的文件里的一个数追到账本：算式、记录、佐证；不写 --at 就列出手工改过的数')
    .helpOption('-h, --help', '显示用法')
    .argument('<文件>', '本系统生成的 docx、xlsx、html 或 pdf')
    .option(
      '--ledger <账本>',
      '账本文件（yaml 或 json），或数据库里的账本：430922/001/2023；不写就照文件里写明的，在数据库、文件旁边和 examples 里找',
    )
    .option('--at <数>', '数字（39、1286.05万元）、单元格（自评表!E5）或名称（三公经费）')
    .action(async (path: string, options: Options) => {
      process.exitCode = await runTrace(path, options)
    })
}

async function runTrace(path: string, { ledger: asked, at }: Options): Promise<number> {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) return refused(`${path}：找不到文件，请检查路径。`)
  const traced = await tracedLedger(path, bytes, asked)
  if (!traced) return 2
  const numbers = await tracedNumbers(path, bytes, traced)
  if (!numbers) return 2
  const changed = numbers.filter((number) => number.changed)
  const shown = at === undefined ? changed : await askedFor(numbers, at)
  const changes = await changesBehind(traced.from, shown)
  for (const number of shown) process.stdout.write(`${told(number, changes, traced)}\n`)
  if (at !== undefined && shown.length > 0 && !(await isStored(traced.from)))
    process.stderr.write('账本文件不记谁在什么时候登记的；存进数据库（jiheng import）的账本才有。\n')
  process.stdout.write(
    `共 ${numbers.length} 个数，${traced.unchanged ? '手工改过' : '与账本不同'} ${changed.length} 个。\n`,
  )
  return at !== undefined && shown.length === 0 ? 2 : changed.length > 0 ? 1 : 0
}

async function tracedNumbers(
  path: string,
  bytes: Uint8Array,
  { ledger, pack: id }: TracedLedger,
): Promise<readonly TracedNumber[] | undefined> {
  const { prepareReports } = await import('#operations/reports/prepare-reports.ts')
  const { packById } = await import('#operations/packs/load-packs.ts')
  const { traceFile } = await import('#operations/reports/trace-file.ts')
  const pack = id === undefined ? undefined : packById(id)
  try {
    return await traceFile({ name: basename(path), bytes }, ledger, prepareReports(ledger, pack).set)
  } catch (error) {
    refused(error instanceof Error ? error.message : String(error))
    return undefined
  }
}

/** The numbers a person asked for; where there is none, says which ones the same sheet has. */
async function askedFor(numbers: readonly TracedNumber[], at: string): Promise<readonly TracedNumber[]> {
  const { cellsBeside, isAskedFor } = await import('#operations/reports/trace-file.ts')
  const asked = numbers.filter((number) => isAskedFor(number, at))
  if (asked.length > 0) return asked
  const beside = cellsBeside(numbers, at)
  const list = `${beside.slice(0, mostShown).join('、')}${beside.length > mostShown ? '等' : ''}`
  refused(`文件里没有「${at}」这个带标识的数。${list && `这张表里有的是：${list}。`}`)
  return []
}

async function isStored(from: string): Promise<boolean> {
  const { parseLedgerName } = await import('#operations/ledgers/stored-ledger.ts')
  return parseLedgerName(from) !== undefined
}

/** Who entered the records behind the numbers, and when: known of ledgers kept in the database. */
async function changesBehind(
  from: string,
  asked: readonly TracedNumber[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { parseLedgerName } = await import('#operations/ledgers/stored-ledger.ts')
  const scope = parseLedgerName(from)
  if (!scope) return new Map()
  const { recordChanges } = await import('#operations/reports/record-changes.ts')
  return recordChanges(
    scope,
    asked.flatMap(({ fact }) => fact?.records.slice(0, mostShown) ?? []),
  )
}

const mostShown = 20

function told(
  { place, text, expected, changed, title, formula, records, evidence, fact }: TracedNumber,
  changes: ReadonlyMap<string, readonly string[]>,
  { unchanged }: TracedLedger,
): string {
  // Of a ledger that was changed since, nobody can say which of the two was.
  const what = unchanged ? '手工改过，账本是' : '与账本不同，账本现在是'
  const state = changed ? `（${what} ${expected ?? '无此数'}）` : ''
  return [
    `${place} ${title ?? '不明的数'}：${text === '' ? '（已删除）' : text}${state}`,
    ...(formula ? [`     算式：${formula}`] : []),
    ...records.slice(0, mostShown).flatMap((record, index) => {
      const lines = changes.get(fact?.records[index] ?? '') ?? []
      return [`     记录：${record}`, ...lines.map((line) => `           ${line}`)]
    }),
    ...(records.length > mostShown ? [`     记录：另有 ${records.length - mostShown} 条`] : []),
    ...evidence.map((name) => `     佐证：${name}`),
  ].join('\n')
}
