import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'
import type { Cell } from '../tables/codec.ts'
import { type LedgerTable, selected } from '../tables/ledger-table.ts'
import { type LedgerList, ledgerTables } from '../tables/ledger-tables.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'
import type { EntryOf } from './edit-entries.ts'

/**
 * Which entries of a list: from `offset`, at most `limit`.
 *
 * search   words, each of which some column holds
 * equals   text of columns by name; a day may be cut to a month, 2023-05, an economic code to its beginning, of both
 *          several may be given: 31013,30913; of what a record holds one of several words: values.类别 = 会议|培训
 */
export type PageWish = {
  readonly offset: number
  readonly limit: number
  readonly search?: string
  readonly equals?: Readonly<Record<string, string>>
}

/**
 * A page of a list as it stands. `places`: where each of the entries stands among all of the list. `sum`: of all that match, 元 as a decimal, where the list holds amounts and one is filled in; what was taken
 * away of a budget is taken from it.
 */
export type EntryPage<L extends LedgerList> = {
  readonly total: number
  readonly sum?: string
  readonly entries: readonly EntryOf<L>[]
  readonly places: readonly number[]
}

/** A page of one list of a ledger, in the list's order. Columns of `equals` the list does not have match nothing. */
export function pageOfEntries<L extends LedgerList>(
  database: Database,
  scope: LedgerScope,
  list: L,
  wish: PageWish,
): Promise<EntryPage<L>> {
  const table = ledgerTables[list] as unknown as LedgerTable<EntryOf<L>>
  const { where, values } = condition(table, scope, wish)
  const keys = table.key.map((column) => `t."${column}"`).join(', ')
  const sums = table.columns.some(({ name }) => name === 'amount') && list !== 'baseItems'
  const amount = list === 'budgetLines' ? "case t.kind when 'reduction' then -t.amount else t.amount end" : 't.amount'
  return inDivision(
    database,
    scope.division,
    async (client) => {
      const { rows: counted } = await client.query<{ total: number; sum: string | null }>(
        `select count(*) as total, ${sums ? `sum(${amount})::text` : 'null'} as sum from ${table.name} t where ${where}`,
        values,
      )
      const { rows } = await client.query<Cell[]>({
        text: `select t.position, ${selected(table, 't')} from ${table.name} t where ${where} order by t.position, ${keys}
          limit ${Math.floor(wish.limit)} offset ${Math.floor(wish.offset)}`,
        values,
        rowMode: 'array',
      })
      const [{ total, sum } = { total: 0, sum: null }] = counted
      return {
        total,
        ...(sum === null ? {} : { sum }),
        entries: rows.map(([, ...cells]) => table.fromCells(cells)),
        places: rows.map(([place]) => Number(place)),
      }
    },
    { snapshot: true },
  )
}

function condition(
  table: Pick<LedgerTable<never>, 'columns'>,
  scope: LedgerScope,
  { search = '', equals = {} }: PageWish,
): { readonly where: string; readonly values: unknown[] } {
  const values: unknown[] = [...scopeValues(scope)]
  const parts = [ofLedger('t')]
  const columns = new Set(table.columns.map(({ name }) => name))
  for (const [name, value] of Object.entries(equals)) {
    const field = columns.has('values') && name.startsWith('values.') ? name.slice('values.'.length) : undefined
    if (field !== undefined) {
      values.push(field, value.split('|'))
      parts.push(`coalesce(t."values" ->> $${values.length - 1}, '') = any ($${values.length}::text[])`)
      continue
    }
    if (!columns.has(name)) {
      parts.push('false')
      continue
    }
    const isBeginning = name === 'economic' || name === 'date'
    values.push(isBeginning ? value.split(',').map((beginning) => `${beginning}%`) : value)
    if (isBeginning) parts.push(`coalesce(t.${name}::text, '') like any ($${values.length}::text[])`)
    else parts.push(`coalesce(t."${name}"::text, '') = $${values.length}`)
  }
  const text = `concat_ws(' ', ${[...columns].map((name) => `t."${name}"::text`).join(', ')})`
  for (const word of search.split(/\s+/).filter(Boolean).slice(0, 5)) {
    values.push(`%${word.replace(/[\\%_]/g, '\\$&')}%`)
    parts.push(`${text} ilike $${values.length}`)
  }
  return { where: parts.join(' and '), values }
}
