import type { Cell, Codec, Column } from './codec.ts'

/** A codec for every field of a noun: one forgotten does not compile. */
type Fields<T> = { readonly [P in keyof T]-?: Codec<NonNullable<T[P]>> }

/**
 * How the entries of one list of the ledger lie in a table.
 *
 * key       columns that tell two entries of one ledger apart
 * columns   every column that holds content, keys among them
 * what      what one entry is called: 国库支付
 */
export type LedgerTable<T> = {
  readonly name: string
  readonly what: string
  readonly key: readonly string[]
  readonly columns: readonly Column[]
  readonly toCells: (entry: T) => Cell[]
  readonly fromCells: (cells: readonly Cell[]) => T
}

/** A table from the fields of a noun; columns are named after them: actualArea → actual_area. */
export function ledgerTable<T extends object>(
  name: string,
  what: string,
  key: readonly string[],
  fields: Fields<T>,
): LedgerTable<T> {
  const parts = (Object.entries(fields) as [keyof T & string, Codec<unknown>][]).map(([field, codec]) => {
    const columns = codec.columns(field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
    return { field, codec, columns, blank: columns.map(() => null) }
  })
  return {
    name,
    what,
    key,
    columns: parts.flatMap(({ columns }) => columns),
    toCells: (entry) => {
      const cells: Cell[] = []
      for (const { field, codec, blank } of parts) {
        const value = entry[field]
        if (value === undefined) cells.push(...blank)
        else if (codec.cell) cells.push(codec.cell(value))
        else cells.push(...codec.write(value))
      }
      return cells
    },
    fromCells: (cells) => {
      const entry: Record<string, unknown> = {}
      let start = 0
      for (const { field, codec, columns } of parts) {
        const value = codec.read(cells.slice(start, start + columns.length))
        start += columns.length
        if (value !== undefined) entry[field] = value
      }
      return entry as T
    },
  }
}

/** The columns of a table for a select, each so that its codec reads it: SQL arrays as JSON, everything as text. */
export function selected(table: Pick<LedgerTable<never>, 'columns'>, alias: string): string {
  return table.columns
    .map(({ name, list }) => (list ? `array_to_json(${alias}."${name}")::text` : `${alias}."${name}"::text`))
    .join(', ')
}

/** The entry a line of the log tells of: its columns as the log keeps them, those that were blank left out. */
export function entryOfContent<T>(
  { columns, fromCells }: LedgerTable<T>,
  content: Readonly<Record<string, unknown>>,
): T {
  return fromCells(
    columns.map(({ name }) => {
      const value = content[name]
      if (value === undefined || value === null) return null
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
    }),
  )
}
