import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Cell } from './codec.ts'
import type { LedgerTable } from './ledger-table.ts'
import { sameKey } from './row-sql.ts'
import { type LedgerScope, ofLedger, scopeValues } from './scope-of-ledger.ts'

/** Entries to store: all there, or some at a time as they come. */
export type Entries<T> = Iterable<T> | AsyncIterable<readonly T[]>

/** Bytes handed to the connection at a time. */
const chunk = 64 * 1024
/** Bytes of UTF-8 that one unit of a text takes at most. */
const mostBytes = 3
/** Chunks made ready while the server is busy with those before. */
const readAhead = 16

/** The temporary table the rows of one table are gathered in; it is gone when the transaction ends. */
export function stageOf(table: Pick<LedgerTable<never>, 'name'>): string {
  return `stage_${table.name}`
}

/**
 * Gathers entries in a temporary table by COPY and gives how many. Memory does not grow with their number: the source
 * is asked for more as the server takes them.
 */
export async function stageRows<T>(client: PoolClient, table: LedgerTable<T>, entries: Entries<T>): Promise<number> {
  const stage = stageOf(table)
  const columns = table.columns.map(({ name }) => `"${name}"`).join(', ')
  await client.query(
    `create temp table ${stage} on commit drop as select position, ${columns} from ${table.name} with no data`,
  )
  const staged = await copyRows(client, `copy ${stage} (position, ${columns}) from stdin`, table, entries)
  await client.query(`analyze ${stage}`)
  return staged
}

/** Gives staged entries that leave a field blank what is stored of them, or else what they are taken for. */
export async function takeUnstated(
  client: PoolClient,
  table: LedgerTable<never>,
  scope: LedgerScope,
  takes: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [column, taken] of Object.entries(takes)) {
    const stored = `(select t."${column}" from ${table.name} t where ${ofLedger('t')} and ${sameKey(table)})`
    await client.query(
      `update ${stageOf(table)} s set "${column}" = coalesce(${stored}, $4) where s."${column}" is null`,
      [...scopeValues(scope), taken],
    )
  }
}

/**
 * Sends entries to a COPY, each line led by `lead` and the entry's position from 0, and gives how many. `takes`: what an
 * entry is taken for, by field, that states nothing; `see` is shown the cells of each.
 */
export async function copyRows<T>(
  client: PoolClient,
  statement: string,
  table: LedgerTable<T>,
  entries: Entries<T>,
  { lead = '', takes = {}, see }: CopyWays = {},
): Promise<number> {
  let count = 0
  const taken = Object.keys(takes)
  const whole = (entry: T): T =>
    taken.some((field) => entry[field as keyof T] === undefined) ? { ...(takes as object), ...entry } : entry
  // Each line is written where it goes: put together as one text, a page costs three times as much.
  const pages = async function* (): AsyncGenerator<Buffer> {
    let page = Buffer.allocUnsafe(chunk)
    let end = 0
    for await (const batch of batchesOf(entries)) {
      for (const entry of batch) {
        const cells = table.toCells(whole(entry))
        see?.(cells)
        const line = `${lead}${count++}${copyLine(cells)}`
        const longest = line.length * mostBytes
        if (longest > page.length - end) {
          if (end > 0) yield page.subarray(0, end)
          page = Buffer.allocUnsafe(Math.max(chunk, longest))
          end = 0
        }
        end += page.write(line, end)
      }
    }
    if (end > 0) yield page.subarray(0, end)
  }
  await pipeline(
    Readable.from(pages(), { objectMode: true, highWaterMark: readAhead }),
    client.query(copyFrom(statement)),
  )
  return count
}

type CopyWays = {
  readonly lead?: string
  readonly takes?: Readonly<Record<string, string>>
  readonly see?: (cells: readonly Cell[]) => void
}

async function* batchesOf<T>(entries: Entries<T>): AsyncGenerator<Iterable<T>> {
  if (Symbol.asyncIterator in entries) yield* entries
  else yield entries
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const special = /[\\\t\n\r]/
const everySpecial = /[\\\t\n\r]/g

/** What follows the position in a line of PostgreSQL's text format of COPY. */
function copyLine(cells: readonly Cell[]): string {
  let line = ''
  for (const cell of cells)
    line += `\t${cell === null ? '\\N' : special.test(cell) ? cell.replace(everySpecial, (char) => escapes[char] ?? char) : cell}`
  return `${line}\n`
}
