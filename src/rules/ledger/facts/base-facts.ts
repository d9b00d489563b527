import { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { BaseColumn } from '#domain/ledger/base-data.ts'
import type { BaseRow } from '#domain/ledger/base-row.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { LedgerFact } from '#domain/report/printed-report.ts'
import { type FactBook, type Key, adding, putMoney, putRate, putSum } from './fact-book.ts'

const columns: readonly BaseColumn[] = ['prior-actual', 'original', 'actual']
const columnNames: Record<BaseColumn, string> = { 'prior-actual': '上年决算', original: '年初预算', actual: '决算' }

/** The fact a cell of the base-data table prints: the prior year's column is a fact of the prior year. */
export function baseKey(item: string, column: BaseColumn, year: number): Key {
  return column === 'prior-actual'
    ? { measure: item, year: year - 1, phase: 'actual' }
    : { measure: item, year, phase: column }
}

/**
 * Cells of the base-data table: recorded ones first; this year's actual else from payments by economic code;
 * a total else from its parts when every part is known. A cell nobody knows gives no fact.
 */
export function baseFacts(ledger: Ledger, rows: readonly BaseRow[], book: FactBook): void {
  const { year } = ledger
  const recorded = new Map(ledger.baseItems.map(({ item, column, amount }) => [`${item}@${column}`, amount]))
  const byItem = new Map(rows.map((row) => [row.item, row]))
  // A total may be the sum of its parts or a part the rest of its total: whichever is known; neither may wait for the other.
  const open = new Set<string>()
  const cellOf = (item: string, column: BaseColumn): LedgerFact | undefined => {
    const cell = `${item}@${column}`
    if (open.has(cell)) return undefined
    open.add(cell)
    const fact = workedOut(item, column)
    open.delete(cell)
    return fact
  }
  const workedOut = (item: string, column: BaseColumn): LedgerFact | undefined => {
    const row = byItem.get(item)
    const key = baseKey(item, column, year)
    const known = book.find(key)
    if (known || !row) return known
    const title = `${row.zh}${columnNames[column]}`
    const amount = recorded.get(`${item}@${column}`)
    if (amount) return putMoney(book, key, title, amount, [`base:${item}@${column}`])
    return paidCell(ledger, row, column, key, title, book) ?? computedCell(row, column, key, title, book, cellOf)
  }
  for (const { item } of rows) for (const column of columns) cellOf(item, column)
  buildingFacts(ledger, book)
}

type CellOf = (item: string, column: BaseColumn) => LedgerFact | undefined

function paidCell(ledger: Ledger, row: BaseRow, column: BaseColumn, key: Key, title: string, book: FactBook) {
  const { economic, nature } = row
  if (!economic || column !== 'actual' || ledger.payments.length === 0) return undefined
  const paid = ledger.payments.filter(
    (payment) =>
      (nature === undefined || payment.nature === nature) && economic.some((code) => payment.economic.startsWith(code)),
  )
  // Three-digit payments do not say whether they hold the finer item: then nobody knows it.
  const coarse = ledger.payments.some(
    (payment) =>
      (nature === undefined || payment.nature === nature) &&
      economic.some((code) => code.length > payment.economic.length && code.startsWith(payment.economic)),
  )
  if (coarse) return undefined
  const sum = addUp(paid.map(({ amount }) => amount))
  return putMoney(
    book,
    key,
    title,
    sum,
    paid.map(({ voucher }) => `payment:${voucher}`),
  )
}

function computedCell(row: BaseRow, column: BaseColumn, key: Key, title: string, book: FactBook, cellOf: CellOf) {
  const parts = row.parts?.map((part) => cellOf(part, column))
  if (parts?.every((part) => part !== undefined)) return putSum(book, key, title, adding(parts))
  if (!row.rest) return undefined
  const whole = cellOf(row.rest.of, column)
  const taken = row.rest.without.map((part) => cellOf(part, column))
  if (!whole || taken.some((part) => part === undefined)) return undefined
  return putSum(book, key, title, [
    { fact: whole, sign: 1 },
    ...taken.flatMap((fact) => (fact ? [{ fact, sign: -1 as const }] : [])),
  ])
}

/**
 * 楼堂馆所 finished in the year: floor area and investment with their control rates; zeros when none was built. A ledger
 * into which no base data was put yet does not say that none was.
 */
function buildingFacts(ledger: Ledger, book: FactBook): void {
  const { year, buildings, baseItems } = ledger
  if (buildings.length === 0 && baseItems.length === 0) return
  const at = (measure: string) => ({ measure, year, phase: 'none' })
  const records = buildings.map(({ name }) => `building:${name}`)
  const total = (of: (building: Ledger['buildings'][number]) => Big) =>
    buildings.reduce((sum, building) => sum.plus(of(building)), new Big(0))
  const areas = { decimals: 2, unit: { kind: 'area', name: '㎡', scale: '' } as const, records }
  const approved = book.put({
    key: at('building.approved-area'),
    title: '批复规模',
    value: total((b) => b.approvedArea),
    ...areas,
  })
  const real = book.put({
    key: at('building.actual-area'),
    title: '实际规模',
    value: total((b) => b.actualArea),
    ...areas,
  })
  putRate(book, at('building.area-rate'), '规模控制率', real, approved)
  const budgeted = putMoney(
    book,
    at('building.budgeted-investment'),
    '预算投资',
    total((b) => b.budgetedInvestment),
    records,
  )
  const spent = putMoney(
    book,
    at('building.actual-investment'),
    '实际投资',
    total((b) => b.actualInvestment),
    records,
  )
  putRate(book, at('building.investment-rate'), '投资概算控制率', spent, budgeted)
}
