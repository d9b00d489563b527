import type { Big } from 'big.js'
import { baseValue } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'

/** Spending of one function code, in 元. */
export type AccountSum = { readonly code: string; readonly name: string; readonly amount: Big }

const coded = /^\D{0,4}(\d{7})\s*(.*)$/
/** Accounts that pay the running of the office come first: basic spending is laid on them. */
const running = /行政运行|事业运行|机关服务|离退休|养老|医疗|公积金|抚恤|生育|工伤/

/**
 * The spending by function code that the report lists as parts of its total: the list with the greatest total. Accounts
 * of running costs stand first.
 */
export function accountSums({ claims }: Reading): readonly AccountSum[] {
  const lists = claims.flatMap(({ form }) => {
    if (form.is !== 'sum') return []
    const sums = form.parts.flatMap(({ name, figure }) => {
      const [, code, title = ''] = coded.exec(name) ?? []
      return code && figure.quantity.unit.kind === 'money'
        ? [{ code, name: title, amount: baseValue(figure.quantity) }]
        : []
    })
    return sums.length >= 2 ? [{ total: baseValue(form.total.figure.quantity), sums }] : []
  })
  const largest = lists.toSorted((one, other) => other.total.cmp(one.total))[0]
  const rank = ({ name }: AccountSum) => (running.test(name) ? 0 : 1)
  return (largest?.sums ?? []).toSorted((one, other) => rank(one) - rank(other))
}
