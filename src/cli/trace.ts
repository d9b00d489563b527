import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import type { TracedNumber } from '#operations/reports/trace-file.ts'
import { ledgerArgument } from './ledger-argument.ts'

type Options = { ledger: string; at?: string }

/** `jiheng trace FILE --ledger LEDGER [--at …]`: 0 nothing changed by hand, 1 something was, 2 unusable. */
export function addTrace(program: Command): void {
  program
    .command('trace')
    .description('由生成的文件里的一个数追到账本：算式、记录、佐证；不写 --at 就列出手工改过的数')
    .helpOption('-h, --help', '显示用法')
    .argument('<文件>', '本系统生成的 docx、xlsx、html 或 pdf')
    .requiredOption('--ledger <账本>', '账本文件（yaml 或 json），或数据库里的账本：430922/001/2023')
    .option('--at <数>', '数字（39、1286.05万元）、单元格（自评表!E5）或名称（三公经费）')
    .action(async (path: string, options: Options) => {
      process.exitCode = await runTrace(path, options)
    })
}

async function runTrace(path: string, { ledger: from, at }: Options): Promise<number> {
  const ledger = await ledgerArgument(from)
  if (!ledger) return 2
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) {
    process.stderr.write(`${path}：找不到文件，请检查路径。\n`)
    return 2
  }
  const { prepareReports } = await import('#operations/reports/prepare-reports.ts')
  const { cellsBeside, isAskedFor, traceFile } = await import('#operations/reports/trace-file.ts')
  let traced: TracedNumber[]
  try {
    traced = await traceFile({ name: basename(path), bytes }, ledger, prepareReports(ledger).set)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
  const changed = traced.filter((number) => number.changed)
  const asked = at === undefined ? changed : traced.filter((number) => isAskedFor(number, at))
  const changes = await changesBehind(from, asked)
  for (const number of asked) process.stdout.write(`${told(number, changes)}\n`)
  if (at !== undefined && asked.length === 0) {
    const beside = cellsBeside(traced, at)
    const list = `${beside.slice(0, mostShown).join('、')}${beside.length > mostShown ? '等' : ''}`
    process.stderr.write(`文件里没有「${at}」这个带标识的数。${list && `这张表里有的是：${list}。`}\n`)
  }
  process.stdout.write(`共 ${traced.length} 个数，手工改过 ${changed.length} 个。\n`)
  return at !== undefined && asked.length === 0 ? 2 : changed.length > 0 ? 1 : 0
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
): string {
  const state = changed ? `（手工改过，账本是 ${expected ?? '无此数'}）` : ''
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
