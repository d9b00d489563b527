import type { Claim, Term } from '#domain/claim.ts'
import { addIntervals, meets } from '#domain/arithmetic.ts'
import { type Quantity, baseValue, intervalOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { unitFactor } from '#domain/unit.ts'
import type { Rule, Verdict } from '../rule.ts'
import { certainFacts } from './certain-facts.ts'
import { reported } from '../wording/verdicts.ts'

const operating = /行政运行|事业运行|机关服务/

/**
 * I20: spending of the items that pay for running an agency is usually its basic spending. Social security, medical
 * care and housing have items of their own, and running costs may hold projects: only a sum one slip away is reported.
 */
export const operatingItems: Rule = {
  id: 'I20',
  title: '行政运行类科目支出之和与基本支出相当',
  source: '政府收支分类科目（支出功能分类）；本系统核对规则',
  judge(reading) {
    const listed = reading.claims.flatMap(itemsOf)
    if (listed.length === 0) return [{ outcome: 'not-applicable' }]
    const [basic, ...others] = certainFacts(reading, 'spending.basic', 'actual')
    if (!basic || others.length > 0) return [{ outcome: 'undetermined', missing: '唯一的基本支出决算数' }]
    return listed.map((items) => judgeItems(items, { name: '基本支出', figure: basic.figure }))
  },
}

/** The running items of a list by accounts that holds others, too. */
function itemsOf({ form }: Claim): Term[][] {
  if (form.is !== 'sum') return []
  const items = form.parts.filter(({ name }) => operating.test(name))
  return items.length > 0 && items.length < form.parts.length ? [items] : []
}

function judgeItems(items: readonly Term[], basic: Term): Verdict {
  const figures = [basic, ...items].map(({ figure }) => figure)
  const whole = basic.figure.quantity
  if (meets(intervalOf(whole), addIntervals(items.map(({ figure }) => intervalOf(figure.quantity)))))
    return { outcome: 'holds', figures: figures.map(({ id }) => id) }
  const sum = sumIn(whole, items)
  if (!isSlip(sum, whole.value.toFixed(whole.decimals)))
    return { outcome: 'undetermined', missing: '哪些科目属于基本支出' }
  const message = `行政运行类科目之和${sum}与基本支出${basic.figure.text}只差一处笔误（基本支出还可能含社保、住房等科目，请核对）`
  const expression = `${items.map(({ figure }) => figure.printed).join(' + ')} = ${sum} ≠ ${basic.figure.printed}`
  return reported(
    'I20',
    'warning',
    message,
    figures.map((figure) => ({ figure })),
    { expression },
  )
}

/** The items' sum in the unit and decimals of the whole. */
function sumIn(whole: Quantity, items: readonly Term[]): string {
  const sum = items.reduce((all, { figure }) => all.plus(baseValue(figure.quantity)), baseValue(whole).times(0))
  return sum.div(unitFactor(whole.unit)).toFixed(whole.decimals)
}
