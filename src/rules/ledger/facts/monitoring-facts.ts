import { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { Payment } from '#domain/ledger/budget.ts'
import type { Ledger, MonitoringRound } from '#domain/ledger/ledger.ts'
import { byProject } from '../by-project.ts'
import { type FactBook, putMoney, putRate } from './fact-book.ts'
import { fiscalSources } from './source-facts.ts'
import { isProjectSpendingKnown, isSpendingKnown } from './spending-known.ts'

/** Rows of a monitoring form's funds: the whole, 财政拨款, 其他资金; `isIn` whose payments, `rate` the measure of 执行率. */
const rows = [
  { of: 'total', zh: '', rate: 'execution.rate', isIn: () => true },
  { of: 'fiscal', zh: '财政拨款', rate: 'execution.rate-fiscal', isIn: isFiscal },
  { of: 'rest', zh: '其他资金', rate: 'execution.rate-rest', isIn: (payment: Payment) => !isFiscal(payment) },
] as const

/**
 * Spending up to the day of each monitoring round and its share of the original budget (财预〔2019〕136号), phase
 * 'to-date.2023-07-31': of the department and of each project, by source; and what they are expected to spend in the
 * whole year. Where no payment was put in, or year-end totals only, what was spent is not known.
 */
export function monitoringFacts(ledger: Ledger, book: FactBook): void {
  const payments = byProject(ledger.payments)
  for (const round of ledger.monitoring) {
    const { until } = round
    putExpected(ledger, book, round)
    if (!isSpendingKnown(ledger.payments, until)) continue
    putSpent(ledger, book, until, '', ledger.payments)
    for (const { id, name } of ledger.projects) {
      const own = payments.get(id) ?? []
      if (isProjectSpendingKnown(own, until)) putSpent(ledger, book, until, name, own)
    }
  }
}

/**
 * What the year is expected to spend, phase 'forecast.2023-07-31'. Where all its money is 财政拨款, so is what it expects.
 */
function putExpected(ledger: Ledger, book: FactBook, { until, expectedSpending = [] }: MonitoringRound): void {
  for (const { scope, amount, fiscal: told } of expectedSpending) {
    const project = scope === 'department' ? undefined : ledger.projects.find(({ id }) => id === scope.project)
    if (scope !== 'department' && !project) continue
    const own = (entry: { readonly project?: string }) => !project || entry.project === project.id
    const fiscal =
      told ?? ([...ledger.budgetLines, ...ledger.payments].filter(own).every(isFiscal) ? amount : undefined)
    const rest = fiscal === undefined ? undefined : new Big(amount).minus(fiscal)
    const yuan = { total: new Big(amount), fiscal: fiscal === undefined ? undefined : new Big(fiscal), rest }
    const entity = project?.name ?? ''
    for (const { of, zh } of rows) {
      const expected = yuan[of]
      if (!expected) continue
      const key = { measure: measureOf(of, entity), entity, year: ledger.year, phase: `forecast.${until}` }
      putMoney(book, key, `${entity}${zh}全年预计执行数`, expected, [`monitoring:${until}`])
    }
  }
}

function putSpent(ledger: Ledger, book: FactBook, until: string, entity: string, payments: readonly Payment[]): void {
  const { year } = ledger
  const phase = `to-date.${until}`
  const paid = payments.filter(({ date }) => date <= until)
  for (const { of, zh, rate, isIn } of rows) {
    const measure = measureOf(of, entity)
    const own = paid.filter(isIn)
    const spent = putMoney(
      book,
      { measure, entity, year, phase },
      `${entity}${zh}至${until}执行数`,
      addUp(own.map(({ amount }) => amount)),
      own.map(({ voucher }) => `payment:${voucher}`),
    )
    const original = book.find({ measure, entity, year, phase: 'original' })
    putRate(book, { measure: rate, entity, year, phase }, `${entity}${zh}至${until}执行率`, spent, original)
  }
}

function measureOf(of: 'total' | 'fiscal' | 'rest', entity: string): string {
  if (of !== 'total') return `source.${of}`
  return entity === '' ? 'fund.total' : 'project.funds'
}

function isFiscal({ source }: Pick<Payment, 'source'>): boolean {
  return fiscalSources.includes(source)
}
