import { addIntervals, divide, fitsRatio, meets, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { oneSlipAway } from './one-slip-away.ts'
import { isSlippedRate } from './plausible.ts'

/** What was reckoned lies beyond this many times what is printed. */
const far = '1.5'

/**
 * Whether a claim read from a sentence is so far from holding that it was read wrongly rather than written wrongly: by
 * half and more, and no slip of the pen explains it. Only rates over the wrong budget (I28) are that far.
 */
export function isFarOff({ rule, form }: Claim): boolean {
  if (form.is === 'ratio') return rule !== 'I28' && isFarRate(form)
  if (form.is === 'sum') return form.relation === 'equals' && isFarSum(form)
  if (form.is === 'at-most') {
    const [lesser, greater] = [form.lesser, form.greater].map(({ figure }) => baseValue(figure.quantity))
    return lesser!.gt(greater!.times(far))
  }
  return form.is === 'change' && isFarChange(form)
}

function isFarRate(form: Extract<ClaimForm, { is: 'ratio' }>): boolean {
  const [rate, top, bottom] = [form.rate, form.numerator, form.denominator].map(({ figure }) => figure.quantity)
  if (baseValue(bottom!).lte(0) || fitsRatio(rate!, intervalOf(top!), intervalOf(bottom!))) return false
  const [computed, told] = [divide(baseValue(top!), baseValue(bottom!)), baseValue(rate!)]
  const [less, more] = computed.lt(told) ? [computed, told] : [told, computed]
  return more.gt(less.times(far)) && !isSlippedRate(form)
}

function isFarSum({ total, parts }: Extract<ClaimForm, { is: 'sum' }>): boolean {
  const sum = addIntervals(parts.map(({ figure }) => intervalOf(figure.quantity)))
  const whole = intervalOf(total.figure.quantity)
  if (meets(whole, sum) || whole.low.lt(0) || sum.low.lt(0)) return false
  const isFar = sum.low.gt(whole.high.times(far)) || whole.low.gt(sum.high.times(far))
  return isFar && !oneSlipAway(total, parts)
}

/** The amount of a change that neither the two amounts nor a slip of one of them gives. */
function isFarChange({ current, base, delta, direction }: Extract<ClaimForm, { is: 'change' }>): boolean {
  if (!base || !delta || direction === 0) return false
  const [now, prior, told] = [current, base, delta].map(({ figure }) => intervalOf(figure.quantity))
  const moved = direction > 0 ? subtractIntervals(now!, prior!) : subtractIntervals(prior!, now!)
  if (meets(moved, told!)) return false
  const isFar = moved.low.gt(told!.high.times(far)) || moved.high.times(far).lt(told!.low)
  return isFar && !(direction > 0 ? oneSlipAway(current, [base, delta]) : oneSlipAway(base, [current, delta]))
}
