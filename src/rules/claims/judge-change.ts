import { divideIntervals, fitOf, meets, subtractIntervals, divide, type Fit } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import type { Severity } from '#domain/finding.ts'
import { isOverLater } from '#domain/over-later.ts'
import { type Interval, type Quantity, baseValue, intervalOf } from '#domain/quantity.ts'
import type { Verdict } from '../rule.ts'
import { contradiction, holds } from './contradiction.ts'
import { asPercent, asPrinted, named, printed } from './print.ts'

type Change = Extract<ClaimForm, { is: 'change' }>

/**
 * A change against its base: current − base = ± delta, and ± delta ÷ base = rate, with whatever of base, delta and
 * rate is printed. A missing base is what the other two leave: current ∓ delta.
 */
export function judgeChange(claim: Claim, form: Change): Verdict {
  const { current, base, delta, rate, direction } = form
  const terms = [current, base, delta, rate].filter((term) => term !== undefined)
  if (terms.length < 3) return { outcome: 'undetermined', missing: '比较的基数' }
  const wrong = (base && delta && amountFails(claim, form, base, delta)) || (rate && rateFails(claim, form, rate))
  if (wrong) return wrong
  return direction === 0 ? { outcome: 'not-applicable' } : holds(terms)
}

/** current − base against the printed amount of change, and its direction. */
function amountFails(claim: Claim, form: Change, base: Term, delta: Term): Verdict | undefined {
  const { current, direction } = form
  const computed = subtractIntervals(intervalOf(current.figure.quantity), intervalOf(base.figure.quantity))
  const own = intervalOf(delta.figure.quantity)
  const signed = direction < 0 ? { low: own.high.times(-1), high: own.low.times(-1) } : own
  if (meets(signed, computed)) return undefined
  const difference = baseValue(current.figure.quantity).minus(baseValue(base.figure.quantity))
  const opposite = meets(direction < 0 ? own : { low: own.high.times(-1), high: own.low.times(-1) }, computed)
  const told = baseValue(delta.figure.quantity)
  const unit = delta.figure.quantity.unit
  const writing = asPrinted([current, base, delta], unit)
  return contradiction(claim, {
    message: opposite
      ? `增减方向写反：${named(current)}与${named(base)}相比是${difference.gt(0) ? '增加' : '减少'}`
      : `增减额“${printed(delta)}”与两个数之差${writing.withUnit(difference.abs())}不一致：${named(current)}，${named(base)}`,
    expression: `${printed(current)} − ${printed(base)} = ${writing.withUnit(difference)} ≠ ${direction < 0 ? '−' : ''}${printed(delta)}`,
    // A column of changes prints cuts with their sign.
    difference: difference.abs().minus(told.abs()).abs(),
    unit,
    ...causeOfAmount(form, base, delta, opposite),
    terms: [delta, current, base],
  })
}

/** What is wrong, where the rate tells: it agrees with the two years, or with the change and the year now. */
function causeOfAmount(
  { current, rate, direction }: Change,
  base: Term,
  delta: Term,
  opposite: boolean,
): { readonly cause?: string } {
  if (opposite) return { cause: '增加与减少写反' }
  if (!rate || direction === 0) return {}
  const [now, prior, moved] = [current, base, delta].map(({ figure }) => intervalOf(figure.quantity))
  const fits = (change: Interval, from: Interval) => {
    const share = divideIntervals(change, from)
    return share !== undefined && fitOf(rate.figure.quantity, share) === 'fits'
  }
  if (fits(direction < 0 ? subtractIntervals(prior!, now!) : subtractIntervals(now!, prior!), prior!))
    return { cause: `“${printed(rate)}”与两年数相符，增减额可能有误` }
  return fits(moved!, priorOf(now!, moved!, direction)) ? { cause: `“${printed(rate)}”与增减额相符，基数可能有误` } : {}
}

/** The printed rate of change against the amounts. */
function rateFails(claim: Claim, form: Change, rate: Term): Verdict | undefined {
  const { current, base, delta, direction } = form
  const now = intervalOf(current.figure.quantity)
  const prior = base ? intervalOf(base.figure.quantity) : priorOf(now, intervalOf(delta!.figure.quantity), direction)
  const changed =
    delta && !base
      ? intervalOf(delta.figure.quantity)
      : direction < 0
        ? subtractIntervals(prior, now)
        : subtractIntervals(now, prior)
  const computed = divideIntervals(changed, prior)
  if (!computed) return { outcome: 'undetermined', missing: '不为零的基数' }
  const told = unsigned(rate.figure.quantity, direction)
  const fit = fitOf(told, computed)
  const value = middle(changed, prior)
  if (fit === 'fits' && !isOverLater(told, { changed, now, prior })) return undefined
  if (!delta && isChangeItself(told, now, prior)) return { outcome: 'undetermined', missing: '本年数' }
  const terms = [rate, current, base, delta].filter((term) => term !== undefined)
  const cause = causeOf(rate, { changed, now, prior }, value, fit)
  // Of a year that is not told with a base, the amount may be last year's as well: then the rate is right.
  const byCurrent = delta && !base ? divideIntervals(changed, now) : undefined
  const isOverCurrent = byCurrent !== undefined && fitOf(told, byCurrent) === 'fits'
  return contradiction(claim, {
    message: `“${directionWord(direction)}${printed(rate)}”与计算结果${asPercent(value)}不一致：${named(current)}${delta ? `，增减额${printed(delta)}` : ''}${base ? `，基数${printed(base)}` : ''}`,
    expression: base
      ? `(${printed(current)} − ${printed(base)}) ÷ ${printed(base)} = ${asPercent(direction < 0 ? value.times(-1) : value)} ≠ ${printed(rate)}`
      : `${printed(delta!)} ÷ (${printed(current)} ${direction < 0 ? '+' : '−'} ${printed(delta!)}) = ${asPercent(value)} ≠ ${printed(rate)}`,
    difference: value.minus(baseValue(rate.figure.quantity)).abs(),
    unit: rate.figure.quantity.unit,
    ...(cause ? { cause } : {}),
    suggestion: asPercent(value),
    terms,
    ...severityOf(fit),
    ...(isOverCurrent ? { severity: 'warning' as const } : {}),
  })
}

/** 「支出则多333.41万元，2022年是5103.44万元，增幅为6.53%」: what is so small a part of the base, and just the rate of it, is the change. */
function isChangeItself(rate: Quantity, now: Interval, prior: Interval): boolean {
  const share = divideIntervals(now, prior)
  return share !== undefined && share.high.lt('0.5') && fitOf(rate, share) === 'fits'
}

/** What rounding allows is at most worth a look. */
function severityOf(fit: Fit): { severity?: Severity } {
  if (fit === 'truncated') return { severity: 'info' }
  return fit === 'off' ? {} : { severity: 'warning' }
}

/** 「减少66.67万元，变动率为-20.95%」: the word and the sign say the same thing once. */
function unsigned(quantity: Quantity, direction: number): Quantity {
  return direction < 0 && quantity.value.lt(0) ? { ...quantity, value: quantity.value.abs() } : quantity
}

function priorOf(now: Interval, delta: Interval, direction: number): Interval {
  return direction < 0
    ? { low: now.low.plus(delta.low), high: now.high.plus(delta.high) }
    : subtractIntervals(now, delta)
}

function middle(top: Interval, bottom: Interval) {
  return divide(top.low.plus(top.high), bottom.low.plus(bottom.high))
}

function causeOf(
  rate: Term,
  { changed, now, prior }: { readonly changed: Interval; readonly now: Interval; readonly prior: Interval },
  right: ReturnType<typeof divide>,
  fit: Fit,
): string | undefined {
  const byCurrent = divideIntervals(changed, now)
  if (byCurrent && fitOf(rate.figure.quantity, byCurrent) === 'fits')
    return '分母误用了本年数，应以上年数（基数）为分母'
  const ofBase = divideIntervals(now, prior)
  if (ofBase && fitOf(rate.figure.quantity, ofBase) === 'fits') return '写成了本年数与基数之比，应为增减额与基数之比'
  const scaled = { low: right.times(100), high: right.times(100) }
  if (fitOf(rate.figure.quantity, scaled) === 'fits') return '比率未换算为百分数'
  if (fit === 'truncated') return '小数被截去而没有四舍五入'
  if (fit === 'near') return '末位小数与四舍五入的结果不同'
  return undefined
}

function directionWord(direction: number): string {
  return direction < 0 ? '下降' : '增长'
}
