import { Big } from 'big.js'
import type { Payment } from '#domain/ledger/budget.ts'
import type { Ledger, MonitoringRound } from '#domain/ledger/ledger.ts'
import { type FactBook, putMoney, putRate } from './fact-book.ts'

/**
 * Spending up to the day of each monitoring round and its share of the original budget (财预〔2019〕136号), phase
 * 'to-date.2023-07-31': of the department and of each project; and what they are expected to spend in the whole year.
 */
export function monitoringFacts(ledger: Ledger, book: FactBook): void {
  for (const round of ledger.monitoring) {
    const { until } = round
    putExpected(ledger, book, round)
    putSpent(ledger, book, until, '', ledger.payments)
    for (const { id, name } of ledger.projects)
      putSpent(
        ledger,
        book,
        until,
        name,
        ledger.payments.filter(({ project }) => project === id),
      )
  }
}

/** What the year is expected to spend, phase 'forecast.2023-07-31'. */
function putExpected(ledger: Ledger, book: FactBook, { until, expectedSpending = [] }: MonitoringRound): void {
  for (const { scope, amount } of expectedSpending) {
    const entity = scope === 'department' ? '' : ledger.projects.find(({ id }) => id === scope.project)?.name
    if (entity === undefined) continue
    const measure = entity === '' ? 'fund.total' : 'project.funds'
    const key = { measure, entity, year: ledger.year, phase: `forecast.${until}` }
    putMoney(book, key, `${entity}全年预计执行数`, new Big(amount), [`monitoring:${until}`])
  }
}

function putSpent(ledger: Ledger, book: FactBook, until: string, entity: string, payments: readonly Payment[]): void {
  const { year } = ledger
  const measure = entity === '' ? 'fund.total' : 'project.funds'
  const phase = `to-date.${until}`
  const paid = payments.filter(({ date }) => date <= until)
  const spent = putMoney(
    book,
    { measure, entity, year, phase },
    `${entity}至${until}执行数`,
    paid.reduce((sum, { amount }) => sum.plus(amount), new Big(0)),
    paid.map(({ voucher }) => `payment:${voucher}`),
  )
  const original = book.find({ measure, entity, year, phase: 'original' })
  putRate(book, { measure: 'execution.rate', entity, year, phase }, `${entity}至${until}执行率`, spent, original)
}
