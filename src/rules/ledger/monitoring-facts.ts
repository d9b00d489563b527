import { Big } from 'big.js'
import type { Payment } from '#domain/ledger/budget.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { type FactBook, putMoney, putRate } from './fact-book.ts'

/**
 * Spending up to the day of each monitoring round and its share of the original budget (财预〔2019〕136号), phase
 * 'to-date.2023-07-31': of the department and of each project.
 */
export function monitoringFacts(ledger: Ledger, book: FactBook): void {
  for (const { until } of ledger.monitoring) {
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
