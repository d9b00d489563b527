import type { Big } from 'big.js'
import { meets, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { sumOf } from '../sums/adds-up.ts'
import { closedSetOf } from '../sums/closed-sets.ts'
import { oneSlipAway, oneSmallSlipAway } from './one-slip-away.ts'
import { allSlipsOf, isSlippedRate } from '#domain/slipped-rate.ts'
import { fitsRate, isAmount } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

/** What was reckoned lies beyond this many times what is printed. */
const far = '1.5'
const outOfReach = 5
const moved = [10, 100, 1000, 10_000]
const few = 100
/** Rates whose base is laid down: over another one they fit wrongly. */
const overKnownBase: ReadonlySet<string> = new Set(['I28', 'rate.adjustment'])
/** Numbers before a sentence among which the right base of a rate may stand. */
const wide = 60

/**
 * Whether a claim read from a sentence was read wrongly rather than written wrongly: a part far larger than its whole,
 * a rate below 100% of something larger than its base, or a mismatch that other numbers there explain to the last digit,
 * while no slip of the pen explains it. Rates over the wrong budget are told whatever else fits.
 *
 * earlier   the mentions of the part before this sentence
 */
export function isFarOff({ rule, form }: Claim, sentence: Sentence, earlier: readonly Mention[]): boolean {
  switch (form.is) {
    case 'ratio':
      return !overKnownBase.has(rule) && isFarRate(form, sentence, earlier)
    case 'sum':
      return form.relation === 'equals' && isFarSum(form, sentence)
    case 'at-most':
      return baseValue(form.lesser.figure.quantity).gt(baseValue(form.greater.figure.quantity).times(far))
    case 'change':
      return isOtherChange(form, sentence)
    default:
      return false
  }
}

type Sum = Pick<Extract<ClaimForm, { is: 'sum' }>, 'total' | 'parts'>
type Ratio = Extract<ClaimForm, { is: 'ratio' }>

function isFarRate(form: Ratio, sentence: Sentence, earlier: readonly Mention[]): boolean {
  const { rate, numerator, denominator } = form
  if (fitsRate(rate, form)) return false
  const [told, top, bottom] = [rate, numerator, denominator].map(({ figure }) => baseValue(figure.quantity))
  const isFar = isOutOfReach(top!, bottom!.times(told!))
  // Of two digits one slip makes anything.
  if (isFar && top!.lt(few) && bottom!.lt(few)) return true
  if (isSlippedRate(form, allSlipsOf)) return false
  if (isFar || (top!.gt(bottom!) && told!.lt(1))) return true
  const own = sentence.mentions.find(({ figure }) => figure === numerator.figure)
  if (rate.figure.quantity.decimals < 1 || !own) return false
  // The right base of the same amount, or the right amount over the same base.
  return [...earlier.slice(-wide), ...sentence.mentions].some(
    (each) =>
      each.figure !== numerator.figure &&
      each.figure !== denominator.figure &&
      isAmount(each) &&
      sameKind(each, own) &&
      (fitsRate(rate, { numerator, denominator: each }) ||
        (sentence.mentions.includes(each) && fitsRate(rate, { numerator: each, denominator }))),
  )
}

/** 「6个乡镇治理行政村76个，完成计划的100%」: nobody slips so far, but by a decimal point or 元 for 万元. */
function isOutOfReach(one: Big, other: Big): boolean {
  const [less, more] = one.lt(other) ? [one, other] : [other, one]
  return more.gt(less.times(outOfReach)) && !moved.some((times) => isAbout(more, less.times(times)))
}

function isAbout(one: Big, other: Big): boolean {
  return one.minus(other).abs().lte(other.times('0.02'))
}

/** A part that alone is more than the whole belongs to something else, but for kinds of one thing listed in full: 编制 of 编制. */
function isFarSum({ total, parts }: Sum, sentence: Sentence): boolean {
  const sum = sumOf(parts)
  const whole = intervalOf(total.figure.quantity)
  if (meets(whole, sum) || whole.low.lt(0) || sum.low.lt(0)) return false
  // 「生产总值327.1亿元，…收入分别为14600元和3970元」
  if (isInOtherUnit(total, parts) && isOutOfReach(whole.low, sum.high)) return true
  const outgrows = parts.some(({ figure }) => baseValue(figure.quantity).gt(whole.high.times(far)))
  return (
    outgrows && !isOfKinds({ total, parts }, sentence) && !oneSlipAway(total, parts) && !oneSmallSlipAway(total, parts)
  )
}

/** Whether a total is told in another unit than all of its parts. */
function isInOtherUnit({ figure: { quantity } }: Term, parts: readonly Term[]): boolean {
  return parts.every(({ figure }) => figure.quantity.unit.scale !== quantity.unit.scale)
}

function isOfKinds({ total, parts }: Sum, { mentions }: Sentence): boolean {
  const names = parts.map(({ name }) => name)
  const own = mentions.find(({ figure }) => figure === total.figure)
  return (
    own !== undefined &&
    /^[^；;。]{0,24}其中/.test(own.after) &&
    // 三公经费 is what its kinds are, whatever they are called: a total of nothing with a part of something is no other thing.
    (/三公/.test(total.name) || names.every((name) => name.at(-1) === total.name.at(-1))) &&
    closedSetOf(names, total.name)
  )
}

/** The amount of a change that two other amounts of the sentence give, and not the two it was bound to. */
function isOtherChange({ current, base, delta, direction }: Extract<ClaimForm, { is: 'change' }>, sentence: Sentence) {
  if (!base || !delta || direction === 0) return false
  const [now, prior, told] = [current, base, delta].map(({ figure }) => intervalOf(figure.quantity))
  if (meets(direction > 0 ? subtractIntervals(now!, prior!) : subtractIntervals(prior!, now!), told!)) return false
  const like = sentence.mentions.find(({ figure }) => figure === delta.figure)
  const amounts = sentence.mentions.filter((each) => like && each !== like && sameKind(each, like))
  return amounts.some((one) =>
    amounts.some(
      (two) =>
        one !== two &&
        meets(subtractIntervals(intervalOf(one.figure.quantity), intervalOf(two.figure.quantity)), told!),
    ),
  )
}
