import { Big } from 'big.js'
import type { LedgerFact } from '#domain/report/printed-report.ts'
import type { NumberCell } from './number-format.ts'

/** Where a fact stands in the workbook: its first cell, and what that cell holds. */
export type FactCell = NumberCell & { readonly sheet: string; readonly address: string }
export type FactCells = ReadonlyMap<string, FactCell>

/**
 * The formula that keeps a sum or a ratio alive, without its '='; `undefined` where a term is in no cell of the workbook,
 * or where working it out from the printed terms gives another figure than the one printed (terms are rounded): a
 * formula must never change a report when the workbook is opened.
 */
export function liveFormula(
  fact: LedgerFact | undefined,
  cell: NumberCell,
  sheet: string,
  cells: FactCells,
): string | undefined {
  if (!fact?.terms || fact.terms.of.length === 0) return undefined
  const terms = fact.terms.of.flatMap(({ id, sign }) => {
    const term = cells.get(id)
    return term ? [{ term, sign }] : []
  })
  if (terms.length < fact.terms.of.length) return undefined
  const value = fact.terms.how === 'sum' ? sumOf(terms) : ratioOf(terms)
  if (!value?.round(cell.places, Big.roundHalfUp).eq(cell.value)) return undefined
  const signs =
    fact.terms.how === 'sum' ? terms.map(({ sign }, at) => (sign === -1 ? '-' : at > 0 ? '+' : '')) : ['', '/']
  const written = terms.map(({ term }, at) => `${signs[at]}${addressFrom(sheet, term)}`).join('')
  return `ROUND(${written},${cell.places})`
}

function sumOf(terms: readonly { term: FactCell; sign: 1 | -1 }[]): Big {
  return terms.reduce((sum, { term, sign }) => sum.plus(term.value.times(sign)), new Big(0))
}

function ratioOf(terms: readonly { term: FactCell }[]): Big | undefined {
  const [part, whole] = terms
  if (!part || !whole || terms.length !== 2 || whole.term.value.eq(0)) return undefined
  return part.term.value.div(whole.term.value)
}

/** Names the cell as seen from a sheet: B3 on the same, '自评表'!B3 on another. */
export function addressFrom(sheet: string, cell: FactCell): string {
  return cell.sheet === sheet ? cell.address : `'${cell.sheet.replaceAll("'", "''")}'!${cell.address}`
}

/** Whether a fact comes back to itself through its terms: such a formula would be circular. */
export function isCircular(fact: LedgerFact, facts: ReadonlyMap<string, LedgerFact>): boolean {
  const seen = new Set<string>()
  const open = (fact.terms?.of ?? []).map(({ id }) => id)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === fact.id) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(facts.get(id)?.terms?.of ?? []).map((term) => term.id))
  }
  return false
}
