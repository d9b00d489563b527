import { Big } from 'big.js'
import { StorageProblem } from '../storage-problem.ts'

/** A cell as PostgreSQL's text form, or null. */
export type Cell = string | null
/** A column: `list` for an SQL array, `exact` for a decimal, which JSON would make a float of. */
export type Column = { readonly name: string; readonly list?: boolean; readonly exact?: boolean }

/**
 * How a value of the ledger is kept in columns.
 *
 * columns   from the field's own name; most values take one column
 * write     cells of those columns; a value that is absent is all nulls
 * read      the value, or undefined where it is absent
 * cell      of a value in one column: its cell alone, what `write` gives without a list around it
 */
export type Codec<V> = {
  readonly columns: (name: string) => readonly Column[]
  readonly write: (value: V) => readonly Cell[]
  readonly read: (cells: readonly Cell[]) => V | undefined
  readonly cell?: (value: V) => string
}

/** A value in one column. */
function single<V>(write: (value: V) => string, read: (cell: string) => V, kind: Omit<Column, 'name'> = {}): Codec<V> {
  return {
    columns: (name) => [{ name, ...kind }],
    cell: write,
    write: (value) => [write(value)],
    read: ([cell = null]) => (cell === null ? undefined : read(cell)),
  }
}

const suspect = /[\0\uD800-\uDFFF]/

/** Words as they are: PostgreSQL takes neither NUL nor half a character, and neither may be lost unseen. */
function words(value: string): string {
  if (suspect.test(value) && (value.includes('\0') || !value.isWellFormed()))
    throw new StorageProblem('text-garbled', value.slice(0, 40))
  return value
}

const text: Codec<string> = single(words, (cell) => cell)
const integer: Codec<number> = single(String, Number)
const flag: Codec<boolean> = single(String, (cell) => cell === 'true')
const decimal: Codec<Big> = single(
  (value) => value.toFixed(),
  (cell) => new Big(cell),
  { exact: true },
)
const mostDigits = 18
/** 元, to the fen: more places would be rounded off unseen. */
const money: Codec<Big> = single(
  (value) => {
    const { e, c } = value
    if (c.length - 1 - e > 2 || e >= mostDigits) throw new StorageProblem('amount-not-exact', value.toFixed())
    return value.toFixed(2)
  },
  (cell) => new Big(cell),
  { exact: true },
)
/** YYYY-MM-DD: PostgreSQL would also take 'today'. */
const date: Codec<string> = single(
  (value) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new StorageProblem('value-invalid', `日期“${value.slice(0, 40)}”`)
    return value
  },
  (cell) => cell,
)
/** A list of words: an SQL array. */
const list: Codec<readonly string[]> = single(
  (value) => `{${value.map((each) => `"${words(each).replace(/["\\]/g, '\\$&')}"`).join(',')}}`,
  (cell) => JSON.parse(cell) as string[],
  { list: true },
)

/** What has no fixed shape, or is only ever read whole with its entry; it holds text and small whole numbers. */
function json<V>(): Codec<V> {
  return single(
    (value) => {
      const written = JSON.stringify(value)
      // NUL and half characters stand escaped here; an escaped backslash in front of a u is something else.
      if (/(^|[^\\])(\\\\)*\\u(0000|d[89a-f])/.test(written)) throw new StorageProblem('text-garbled')
      return written
    },
    (cell) => JSON.parse(cell) as V,
  )
}

export const codecs = { text, integer, flag, decimal, money, date, list, json }
