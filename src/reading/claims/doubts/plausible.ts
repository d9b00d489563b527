import { fitsRatio, meets } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { isSlippedRate } from '#domain/slipped-rate.ts'
import { addsUp, sumOf } from '../sums/adds-up.ts'
import { isAmount } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

type Ratio = Extract<ClaimForm, { is: 'ratio' }>

/** So many parts add up to another amount of their sentence by no chance. */
const fewestParts = 3
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
    return claim.certain
      ? !belongsNearer(form, sentence) && (form.parts.length < fewestParts || !belongsElsewhere(form, sentence, []))
      : !belongsElsewhere(form, sentence, earlier)
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
  const sum = sumOf(parts)
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
      // 「78600万元（7.86亿元）」: the total itself, told more coarsely.
      !meets(intervalOf(each.figure.quantity), intervalOf(total.figure.quantity)) &&
      meets(intervalOf(each.figure.quantity), sum),
  )
}
