import type { Claim } from '#domain/claim.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { clauseOf, fitsRate, ratio } from './rate-pairs.ts'

const full = /(?:满分|分值|权重)(?:为|是|共)?$/
const byShare =
  /按(?:比例|[完执到覆合达][\p{Script=Han}]{1,3}率|实际比例)[\p{Script=Han}]{0,4}(?:计|得|折算)(?:分|得)?(?:为)?$/u
const done = /(?:完成|执行|到位|支[付出]|覆盖|合格|达标|办结|使用|整改|入库|验收)率(?:为|是|达到?)?$/

/**
 * A score given in proportion: 「分值10分，执行率96.5%，按比例计9.65分」. Only where the sentence tells one full mark, one rate and one
 * score.
 *
 * told   the claims of these sentences
 */
export function scoresByRate(told: readonly Claim[], sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence) => {
    if (!sentence.text.includes('按') || !sentence.text.includes('分')) return []
    const exact = sentence.mentions.filter(({ figure }) => figure.quantity.looseness === 'exact')
    const scores = exact.filter(({ figure }) => figure.quantity.unit.kind === 'score')
    const rates = exact.filter((each) => isRate(each))
    const [top, score] = [
      scores.find((each) => full.test(clauseOf(each))),
      scores.find((each) => byShare.test(clauseOf(each).trim())),
    ]
    const [rate] = rates
    if (!top || !score || !rate || scores.length !== 2 || rates.length !== 1) return []
    const pair = { numerator: score, denominator: asGiven(top) }
    if (fitsRate(rate, pair) || score.start < rate.start) return []
    if (
      told.some(
        ({ form }) => form.is === 'ratio' && form.rate.figure.id === rate.figure.id && !fitsRate(form.rate, form),
      )
    )
      return []
    return [{ ...ratio(sentence, rate, pair, 'rate.of-two-counts', false), firm: true as const }]
  })
}

/** More than everything earns no more than the full mark. */
function isRate(mention: Mention): boolean {
  const { unit, value } = mention.figure.quantity
  return unit.kind === 'share' && value.gt(0) && value.lt(100) && done.test(clauseOf(mention).trim())
}

/** A full mark is never rounded. */
function asGiven(top: Mention): Mention {
  const { figure } = top
  return { ...top, figure: { ...figure, quantity: { ...figure.quantity, decimals: 4 } } }
}
