import { addIntervals, fitsRatio } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { type Interval, intervalOf } from '#domain/quantity.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { baseOf, itemsCounted } from './items-counted.ts'
import { isAmount } from './rate-pairs.ts'

/** Numbers before a sentence that what the items are taken from may stand among. */
const reach = 40
/** The words have to be near to what the items make. */
const farthest = 0.45

/**
 * A rate of several items of a list taken together, by the words that name them: 「很满意201份，满意72份，…，很满意和满意合计占
 * 94.8%」, 「前两项合计占」, 「优良率」, 「满意率（满意和基本满意占收回问卷）」. Over what the rate names, what the list makes, or what any
 * amount before gives.
 *
 * earlier   the mentions of the part before this sentence
 */
export function rateTogether(
  sentence: Sentence,
  rate: Mention,
  here: readonly Mention[],
  earlier: readonly Mention[],
): Claim | undefined {
  const { quantity } = rate.figure
  if (quantity.unit.kind !== 'share' || quantity.looseness !== 'exact' || quantity.value.eq(100)) return undefined
  const counted = itemsCounted(rate, here)
  const [first] = counted ?? []
  if (!counted || !first) return undefined
  const top = addIntervals(counted.map(({ figure }) => intervalOf(figure.quantity)))
  const bases = [...earlier.slice(-reach), ...here].filter(
    (each) => !counted.includes(each) && isAmount(each) && sameKind(each, first) && isLarger(each, top),
  )
  const fits = (base: Mention) => fitsRatio(quantity, top, intervalOf(base.figure.quantity))
  const meant = baseOf(rate, counted, here, bases)
  const base = meant
    ? fits(meant)
      ? meant
      : (bases.find((each) => isCalledAlike(each, meant) && fits(each)) ?? meant)
    : bases.findLast(fits)
  if (!base || (!fits(base) && !isNear(rate, top, base))) return undefined
  const [numerator, ...also] = counted
  return {
    rule: 'rate.of-two-counts',
    form: {
      is: 'ratio',
      rate: termOf(rate),
      numerator: termOf(numerator!),
      also: also.map(termOf),
      denominator: termOf(base),
    },
    certain: false,
    because: '比率的分子、分母按上下文判断',
    quote: quoteOf(sentence, rate.start, rate.end),
  }
}

/** Another amount of the same name. */
function isCalledAlike(each: Mention, meant: Mention): boolean {
  return each !== meant && each.label === meant.label
}

function isLarger({ figure }: Mention, { high }: Interval): boolean {
  return intervalOf(figure.quantity).low.gte(high)
}

function isNear({ figure }: Mention, top: Interval, base: Mention): boolean {
  const made = top.low.div(intervalOf(base.figure.quantity).high)
  const told = figure.quantity.value.div(100)
  return made
    .minus(told)
    .abs()
    .lte((made.gt(told) ? made : told).times(farthest))
}

/** Whether a claim is of items that the words name one by one: no other numbers explain it. */
export function isTogether({ form }: Claim): boolean {
  return form.is === 'ratio' && form.also !== undefined
}
