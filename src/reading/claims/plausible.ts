import { Big } from 'big.js'
import { addIntervals, divide, fitsRatio, meets } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import { type Quantity, baseValue, intervalOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { addsUp } from './adds-up.ts'
import { isAmount } from './rate-pairs.ts'
import type { Mention, Sentence } from './sentences.ts'
import { sameKind } from './terms.ts'

/** A rate this near to what its terms give was hardly bound to the wrong ones. */
const near = '0.03'
type Ratio = Extract<ClaimForm, { is: 'ratio' }>

/** Numbers before a sentence that a list of its may belong to. */
const before = 12

/**
 * Whether a mismatch can be a mistake of the text and not of the reading, where the binding is uncertain. A rate has to
 * be near to what its terms give, or one slip away, or right over another amount; the parts of a sum must not add up to
 * another amount nearby.
 *
 * earlier   the mentions of the part before this sentence, nearest last
 */
export function isPlausible(claim: Claim, sentence: Sentence, earlier: readonly Mention[]): boolean {
  const { form } = claim
  if (form.is === 'ratio') return claim.certain || isPlausibleRate(form)
  if (form.is === 'sum' && form.relation === 'equals')
    return claim.certain ? !belongsNearer(form, sentence) : !belongsElsewhere(form, sentence, earlier)
  return true
}

/** Whether a rate is near to what its terms give, one slip of one of the three away, or right over another amount. */
function isPlausibleRate(form: Ratio): boolean {
  const { rate, numerator, rivals = [] } = form
  const { quantity } = rate.figure
  return (
    isSlippedRate(form) ||
    (!quantity.value.eq(100) &&
      rivals.some(({ figure }) =>
        fitsRatio(quantity, intervalOf(numerator.figure.quantity), intervalOf(figure.quantity)),
      ))
  )
}

/** Whether a rate is near to what its terms give, or one slip of one of the three away. */
export function isSlippedRate({ rate, numerator, denominator }: Ratio, slips = slipsOf): boolean {
  const [top, bottom] = [baseValue(numerator.figure.quantity), baseValue(denominator.figure.quantity)]
  if (bottom.lte(0)) return true
  const { quantity, printed } = rate.figure
  const computed = divide(top, bottom)
  if (computed.minus(baseValue(quantity)).abs().lte(near)) return true
  if (isSlip(computed.times(100).toFixed(quantity.decimals), printed)) return true
  return (
    isSlipOf(numerator, slips, (changed) =>
      fitsRatio(quantity, intervalOf(changed), intervalOf(denominator.figure.quantity)),
    ) ||
    isSlipOf(denominator, slips, (changed) =>
      fitsRatio(quantity, intervalOf(numerator.figure.quantity), intervalOf(changed)),
    )
  )
}

/** Whether one digit of the term changed, two swapped or the point moved makes it fit. */
function isSlipOf({ figure }: Term, slipsOf: Slips, fits: (changed: Quantity) => boolean): boolean {
  const { quantity, printed } = figure
  return slipsOf(printed).some((digits) => fits({ ...quantity, value: new Big(digits) }))
}

type Slips = (printed: string) => string[]

/** What one slip makes of a number, a digit left out and 元 for 万元 included: many enough to meet a rate by chance. */
export function allSlipsOf(printed: string): string[] {
  const added = Array.from({ length: printed.length + 1 }, (_, at) =>
    [...'0123456789'].map((digit) => printed.slice(0, at) + digit + printed.slice(at)),
  ).flat()
  const value = new Big(printed)
  return [...slipsOf(printed), ...added, value.times(10_000).toFixed(), value.div(10_000).toFixed()]
}

function slipsOf(printed: string): string[] {
  const signs = [...printed]
  const slips: string[] = []
  signs.forEach((sign, at) => {
    if (!/\d/.test(sign)) return
    for (let digit = 0; digit < 10; digit++)
      if (String(digit) !== sign) slips.push([...signs.slice(0, at), digit, ...signs.slice(at + 1)].join(''))
    const next = signs[at + 1]
    if (next && next !== sign && /\d/.test(next))
      slips.push([...signs.slice(0, at), next, sign, ...signs.slice(at + 2)].join(''))
  })
  const value = new Big(printed)
  return [...slips, value.times(10).toFixed(), value.div(10).toFixed()].filter((each) => !/^-?\.|\.$/.test(each))
}

/** Both stand in one sentence: the list may be of either. An amount told again elsewhere is the total told again. */
function isBeside({ figure }: Mention, total: Term, { block, paragraph }: Sentence): boolean {
  const [one, two] = [figure.place, total.figure.place]
  if (one.block !== block || two.block !== block) return one.block === two.block
  return !/[。！？]/.test(paragraph.text.slice(Math.min(one.end, two.end), Math.max(one.start, two.start)))
}

/** 「支出A，较上年B（甲、乙）增加D」: the parts add up to an amount that stands between them and the one they were taken for. */
function belongsNearer({ total, parts }: Extract<ClaimForm, { is: 'sum' }>, { mentions }: Sentence): boolean {
  const first = mentions.findIndex(({ figure }) => figure === parts[0]?.figure)
  const own = mentions.findIndex(({ figure }) => figure === total.figure)
  if (own < 0 || first - own < 2 || addsUp(total, parts)) return false
  return mentions.slice(own + 1, first).some((each) => sameKind(each, mentions[first]!) && addsUp(each, parts))
}

/** Whether the parts add up to another amount told beside the one they were taken for. */
function belongsElsewhere(
  { total, parts }: Extract<ClaimForm, { is: 'sum' }>,
  sentence: Sentence,
  earlier: readonly Mention[],
): boolean {
  const sum = addIntervals(parts.map(({ figure }) => intervalOf(figure.quantity)))
  if (parts.length < 2 || meets(intervalOf(total.figure.quantity), sum)) return false
  const own = new Set([total.figure.id, ...parts.map(({ figure }) => figure.id)])
  const [like] = sentence.mentions.filter(({ figure }) => own.has(figure.id))
  if (!like) return false
  return [...earlier.slice(-before), ...sentence.mentions].some(
    (each) =>
      !own.has(each.figure.id) &&
      isBeside(each, total, sentence) &&
      isAmount(each) &&
      sameKind(each, like) &&
      each.figure.quantity.looseness === 'exact' &&
      meets(intervalOf(each.figure.quantity), sum),
  )
}
