import { Big } from 'big.js'
import { meets, multiplyIntervals, statesSame, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import { laidDownOf } from '#domain/laid-down.ts'
import { priceInterval } from '#domain/price-interval.ts'
import { type Quantity, baseValue, intervalOf, roundedInterval, timesOf } from '#domain/quantity.ts'
import type { UnitKind } from '#domain/unit.ts'
import type { Verdict } from '../rule.ts'
import { contradiction, holds } from './contradiction.ts'
import { asPrinted, named, printed } from './print.ts'

/** Unit price × quantity against the printed total. */
export function judgeProduct(claim: Claim, form: Extract<ClaimForm, { is: 'product' }>): Verdict {
  const { result, factors, times = 1, timesUnit, rival } = form
  const { kind } = result.figure.quantity.unit
  // 0.6亩 each makes 192亩 of 320; 52000亩 at 200元 are 52000 times 200元: the size of a 亩 is no factor there.
  const isOfResult = (quantity: Quantity) => quantity.unit.kind === kind && kind !== 'count'
  const intervals = factors.map(({ name, figure: { quantity } }) =>
    quantity.unit.kind === 'share'
      ? intervalOf(quantity)
      : !isOfResult(quantity)
        ? timesOf(quantity)
        : claim.rule === 'product.average'
          ? roundedInterval(quantity)
          : priceInterval(name, quantity),
  )
  const [one, ...rest] = intervals
  if (!one) return { outcome: 'undetermined', missing: '单价或数量' }
  const first = { low: one.low.times(times), high: one.high.times(times) }
  const computed = rest.reduce(multiplyIntervals, first)
  if (meets(intervalOf(result.figure.quantity), computed)) return holds([result, ...factors])
  const value = factors.reduce((all, { figure: { quantity } }) => {
    const { scale } = quantity.unit
    return all.times(
      isOfResult(quantity) || quantity.unit.kind === 'share'
        ? baseValue(quantity)
        : baseValue({ ...quantity, unit: { kind: 'other', name: '', scale } }),
    )
  }, new Big(times))
  const unit = result.figure.quantity.unit
  const said = asPrinted([result, ...factors], unit, 2).withUnit(value)
  return contradiction(claim, {
    message: `“${named(result)}”与${factorsOf(claim, kind)}的结果${said}不一致`,
    expression: `${[...factors.map(printed), ...(times > 1 ? [timesText(times, timesUnit)] : [])].join(' × ')}${partText(times)} = ${said} ≠ ${printed(result)}`,
    difference: value.minus(baseValue(result.figure.quantity)).abs(),
    unit,
    ...(rival ? { cause: `可能误用“${named(rival)}”来平均` } : {}),
    terms: [result, ...factors],
  })
}

/** What is multiplied, in words. */
function factorsOf({ rule, certain }: Claim, kind: UnitKind): string {
  // The numbers of a table alone tell that they are multiplied, not what they are.
  if (rule === 'table.product' && !certain) return '另两个数相乘'
  if (rule === 'product.multiple') return '倍数乘基数'
  if (kind === 'score') return '每项扣分乘项数'
  return kind === 'money' ? '单价乘数量' : '各数相乘'
}

/** 亩 × 公斤 in 吨: a part of what is multiplied. */
function partText(times: number): string {
  return times < 1 ? ` ÷ ${new Big(1).div(times).round(2).toFixed()}` : ''
}

/** Months, days of a year, or how many of one measure another one holds. */
export function timesText(times: number, unit = '个月'): string {
  if (times === 365 || times === 366) return `${times}天`
  return times % 1000 === 0 ? String(times) : `${times}${unit}`
}

/** A printed difference against its two terms. */
export function judgeDifference(claim: Claim, form: Extract<ClaimForm, { is: 'difference' }>): Verdict {
  const { result, minuend, subtrahend } = form
  const computed = subtractIntervals(intervalOf(minuend.figure.quantity), intervalOf(subtrahend.figure.quantity))
  const own = intervalOf(result.figure.quantity)
  const isWithin = meets(own, computed)
  if (isWithin && !isOffGoal(form)) return holds([result, minuend, subtrahend])
  const value = baseValue(minuend.figure.quantity).minus(baseValue(subtrahend.figure.quantity))
  const unit = result.figure.quantity.unit
  const said = asPrinted([result, minuend, subtrahend], unit).withUnit(value)
  return contradiction(claim, {
    message: `“${named(result)}”与两数之差${said}不一致：${named(minuend)}，${named(subtrahend)}`,
    expression: `${printed(minuend)} − ${printed(subtrahend)} = ${said} ≠ ${printed(result)}`,
    difference: value.minus(baseValue(result.figure.quantity)).abs(),
    unit,
    terms: [result, minuend, subtrahend],
    ...(isWithin ? { severity: 'warning' as const } : {}),
  })
}

/** 「占64.3%，较目标60%高4.3个百分点」「预算12万元，决算9.85万元，减少2.15万元」: over a whole number laid down it is exact. */
function isOffGoal(form: Extract<ClaimForm, { is: 'difference' }>): boolean {
  const laidDown = laidDownOf(form)
  if (!laidDown) return false
  const [more, less] = [form.minuend, form.subtrahend].map((term) => {
    const exact = baseValue(term.figure.quantity)
    return term === laidDown ? { low: exact, high: exact } : intervalOf(term.figure.quantity)
  })
  return !meets(intervalOf(form.result.figure.quantity), subtractIntervals(more!, less!))
}

/** An announced number of things against the names listed. */
export function judgeCount(claim: Claim, form: Extract<ClaimForm, { is: 'count' }>): Verdict {
  const { announced, names } = form
  const value = baseValue(announced.figure.quantity)
  if (value.eq(names.length)) return holds([announced])
  return contradiction(claim, {
    message: `写明“${printed(announced)}”，实际列出${names.length}个：${names.join('、')}`,
    expression: `${names.length} ≠ ${announced.figure.printed}`,
    difference: value.minus(names.length).abs(),
    unit: announced.figure.quantity.unit,
    terms: [announced],
  })
}

/** The same number stated in several places. */
export function judgeEqual(claim: Claim, form: Extract<ClaimForm, { is: 'equal' }>): Verdict {
  const [first, ...rest] = form.terms
  if (!first || rest.length === 0) return { outcome: 'undetermined', missing: '另一处数字' }
  const odd = rest.find((term) => !statesSame(term.figure.quantity, first.figure.quantity))
  if (!odd) return holds(form.terms)
  const difference = baseValue(first.figure.quantity).minus(baseValue(odd.figure.quantity)).abs()
  return contradiction(claim, {
    message: form.said
      ? `写明“${form.said}”，而一处为${printed(first)}，另一处为${printed(odd)}`
      : `同一项“${first.name || odd.name}”前后不一致：一处为${printed(first)}，另一处为${printed(odd)}`,
    expression: `${printed(first)} ≠ ${printed(odd)}`,
    difference,
    unit: first.figure.quantity.unit,
    terms: [first, odd, ...rest.filter((term) => term !== odd)],
  })
}
