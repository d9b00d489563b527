import type { Claim, ClaimForm } from '#domain/claim.ts'
import { type Quantity, baseValue } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import { addUp } from '#domain/arithmetic.ts'
import { unitFactor } from '#domain/unit.ts'
import { contradiction } from '../claims/contradiction.ts'
import { judgeSum } from '../claims/judge-sum.ts'
import { asPrinted, named } from '../claims/print.ts'
import type { Rule, Verdict } from '../rule.ts'

type Sum = Extract<ClaimForm, { is: 'sum' }>

/** Of fewer digits a sum is met by chance among the numbers of a report. */
const fewestDigits = 4

/**
 * Rounding lets a total and its parts differ in the last place. But where the report tells elsewhere just what the parts
 * add up to, and the total only once, it was not rounded: 「支出1115.54万元，其中：921.27万元，155.66万元，38.63万元」 in a report
 * whose tables have 1115.56. A warning.
 */
export const totalsRetold: Rule = {
  id: 'total.retold',
  title: '合计与分项之和的末位差不是四舍五入：他处写的正是分项之和',
  source: '本系统核对规则（同一合计在各处一致）',
  judge(reading) {
    const sums = reading.claims.flatMap((claim) =>
      claim.form.is === 'sum' && isOffByRounding(claim, claim.form) ? [{ claim, form: claim.form }] : [],
    )
    if (sums.length === 0) return [{ outcome: 'not-applicable' }]
    return sums.flatMap(({ claim, form }) => judge(claim, form, reading))
  },
}

/** Whether amounts of one unit and as many decimals fit only because each of them may have been rounded. */
function isOffByRounding(claim: Claim, form: Sum): boolean {
  const { total, parts, relation } = form
  const { quantity, printed } = total.figure
  if (relation !== 'equals' || quantity.unit.kind !== 'money' || printed.replace(/\D/g, '').length < fewestDigits)
    return false
  return (
    [total, ...parts].every(
      ({ figure }) => figure.quantity.looseness === 'exact' && isAlike(figure.quantity, quantity),
    ) &&
    parts.filter(({ figure }) => !figure.quantity.value.eq(0)).length >= 2 &&
    !sumOf(form).eq(baseValue(quantity)) &&
    judgeSum(claim, form).outcome === 'holds'
  )
}

function judge(claim: Claim, form: Sum, reading: Reading): Verdict[] {
  const { total, parts } = form
  const own = total.figure
  const sum = sumOf(form)
  const others = reading.figures.filter(
    (figure) =>
      figure !== own &&
      isAlike(figure.quantity, own.quantity) &&
      figure.quantity.looseness === 'exact' &&
      !parts.some((part) => part.figure === figure),
  )
  const same = others.find(({ quantity }) => quantity.value.eq(own.quantity.value))
  if (same) return [{ outcome: 'holds', figures: [own.id, same.id] }]
  const retold = others.find(({ quantity }) => baseValue(quantity).eq(sum))
  if (!retold) return []
  const { unit } = own.quantity
  const writing = asPrinted([total, ...parts], unit)
  const said = writing.withUnit(sum)
  const difference = sum.minus(baseValue(own.quantity)).abs()
  return [
    contradiction(
      { rule: 'total.retold', form, certain: false, because: '他处写的正是分项之和，不像四舍五入', quote: claim.quote },
      {
        message: `“${named(total)}”与所列${parts.length}项之和${said}相差${writing.withUnit(difference)}，而他处写为${said}`,
        expression: `${parts.map(({ figure }) => figure.printed).join(' + ')} = ${writing.bare(sum)} ≠ ${own.printed}`,
        difference,
        unit,
        terms: [total, { name: total.name, figure: retold }, ...parts],
      },
    ),
  ]
}

function sumOf({ parts }: Sum) {
  return addUp(parts.map(({ figure }) => baseValue(figure.quantity)))
}

function isAlike(one: Quantity, two: Quantity): boolean {
  return (
    one.unit.kind === two.unit.kind && one.decimals === two.decimals && unitFactor(one.unit).eq(unitFactor(two.unit))
  )
}
