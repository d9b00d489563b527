import { addIntervals, divideIntervals, fitOf, fitsRatio, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import { type Interval, type Quantity, intervalOf } from '#domain/quantity.ts'
import { isAmount } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

/** Numbers a rate with two decimals may be reckoned from: those of the sentences just before, too. */
const farAway = 14
/** As many neighbours are taken together: 「满意412份，基本满意61份」. */
const mostTogether = 3

/**
 * Whether numbers nearby give what is printed although those the claim is bound to don't: then it was bound to the wrong
 * ones, and there is nothing to say. A sentence has many numbers; a rate to two decimals is hardly met by chance.
 *
 * earlier   the mentions of the part before this sentence, nearest last
 */
export function isOtherwiseExplained(
  { form, certain }: Claim,
  sentence: Sentence,
  earlier: readonly Mention[],
): boolean {
  // What the wording itself binds is not unbound by a chance fit: a wrong base usually fits, too.
  if (form.is === 'ratio')
    return (
      !certain &&
      !namesItsBase(form, sentence) &&
      (isRestOfWhole(form.rate.figure.quantity, sentence) || isRatioExplained(form, sentence, earlier))
    )
  return form.is === 'change' && isChangeExplained(form, sentence, earlier)
}

/** 「占基本支出的95.84%」 over an amount of that name. */
function namesItsBase({ rate, denominator }: Extract<ClaimForm, { is: 'ratio' }>, sentence: Sentence): boolean {
  const lead = sentence.mentions.find((each) => each.figure === rate.figure)?.lead ?? ''
  const named = /占([\p{Script=Han}“”]{2,})的/u.exec(lead)?.[1]?.replace(/[“”]|总额|总|合计/g, '')
  return named !== undefined && named.length >= 2 && denominator.name.includes(named)
}

/** 「支出进度96.16%（以可用资金为分母），结余率3.84%」: what is left of a hundred is over the same base. */
export function isRestOfWhole({ value, decimals }: Quantity, sentence: Sentence): boolean {
  return (
    decimals >= 2 &&
    sentence.mentions.some(
      ({ figure: { quantity } }) => quantity.unit.kind === 'share' && quantity.value.plus(value).eq(100),
    )
  )
}

function isRatioExplained(
  { rate, numerator, denominator }: Extract<ClaimForm, { is: 'ratio' }>,
  sentence: Sentence,
  earlier: readonly Mention[],
): boolean {
  const { quantity } = rate.figure
  if (fitsRatio(quantity, intervalOf(numerator.figure.quantity), intervalOf(denominator.figure.quantity))) return false
  const here = sentence.mentions.filter(isAmountOrBase)
  const tops = quantity.decimals > 0 ? together(here) : here.map(alone)
  const further = neighbours(quantity, sentence, earlier).filter((each) => !here.includes(each))
  const bottoms = [...tops, ...further.map(alone)]
  return tops.some((top) =>
    bottoms.some(
      (bottom) =>
        top !== bottom && sameKind(top.mention, bottom.mention) && fitsRatio(quantity, top.value, bottom.value),
    ),
  )
}

function alone(mention: Mention): Taken {
  return { mention, value: valueOf(mention) }
}

function isChangeExplained(
  { current, base, delta, rate, direction }: Extract<ClaimForm, { is: 'change' }>,
  sentence: Sentence,
  earlier: readonly Mention[],
): boolean {
  // Base and amount told: which number is compared is all that is left open, and that the amounts tell.
  if (!rate || (!delta && !base) || (delta && base)) return false
  const { quantity } = rate.figure
  const moved = delta && intervalOf(delta.figure.quantity)
  const fits = (now: Interval, prior: Interval) => {
    const computed = divideIntervals(
      moved ?? (direction < 0 ? subtractIntervals(prior, now) : subtractIntervals(now, prior)),
      prior,
    )
    return computed !== undefined && fitOf(quantity, computed) === 'fits'
  }
  const priorOf = (now: Interval) =>
    base
      ? intervalOf(base.figure.quantity)
      : direction < 0
        ? addIntervals([now, moved!])
        : subtractIntervals(now, moved!)
  const own = intervalOf(current.figure.quantity)
  if (fits(own, priorOf(own))) return false
  return neighbours(quantity, sentence, base ? [] : earlier)
    .filter(
      (each) =>
        each.figure !== delta?.figure &&
        each.figure !== current.figure &&
        each.figure.quantity.unit.kind === current.figure.quantity.unit.kind,
    )
    .some((each) => fits(valueOf(each), priorOf(valueOf(each))) || (!base && fits(own, valueOf(each))))
}

/** The amounts around a rate; the less it says, the closer they have to be. */
function neighbours(rate: Quantity, sentence: Sentence, earlier: readonly Mention[]): readonly Mention[] {
  const own = sentence.mentions.filter(isAmountOrBase)
  return rate.decimals >= 2 ? [...earlier.slice(-farAway).filter(isAmountOrBase), ...own] : own
}

function isAmountOrBase(mention: Mention): boolean {
  return (
    isAmount(mention) || mention.figure.quantity.unit.kind === 'money' || mention.figure.quantity.unit.kind === 'count'
  )
}

type Taken = { readonly mention: Mention; readonly value: Interval }

/** Each amount, and each run of neighbours of its kind taken together. */
function together(amounts: readonly Mention[]): Taken[] {
  return amounts.flatMap((mention, at) => {
    const run = amounts.slice(at, at + mostTogether)
    const odd = run.findIndex((each) => !sameKind(each, mention))
    const alike = odd < 0 ? run : run.slice(0, odd)
    return alike.map((_, count) => ({ mention, value: addIntervals(alike.slice(0, count + 1).map(valueOf)) }))
  })
}

function valueOf(mention: Mention): Interval {
  return intervalOf(mention.figure.quantity)
}
