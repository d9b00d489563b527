import type { Claim } from '#domain/claim.ts'
import { mentionOf } from '../text/mention-of.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { clauseOf, fitsRate } from './rate-pairs.ts'

/** What those do that fail: 「有3次超标」「3个未按期完工」「18批次不合格」, 「不合格18批次」. */
const failing = /^\s*[\p{Script=Han}]{0,4}?(?:超标|超限|逾期|滞后|延期|不[合达符及准]|未|没有|存在问题)/u
const failed = /(?:超标|逾期|滞后|延期|不合格|不达标|不符合|未[\p{Script=Han}]{1,6})$/u
/** A rate of those that do not. */
const passing =
  /(?:合格|达标|优良|完[工成]|及时|按[期时]|准时|通过|办结|规范|完好|正常|符合|准确|到位|成活|稳定)[\p{Script=Han}]{0,2}[率度]/u
const denied = /[不未非超][\p{Script=Han}]{0,4}率|差错|问题/u

/**
 * A rate of those who pass, bound to the number of those who fail: 「12次监测中有3次超标，达标率75%」 is of the other nine. It is
 * turned over to them, or dropped where it was read of them already. What fits as it is bound is left alone.
 */
export function turnedRates(claims: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  const turned = new Set(claims.flatMap(({ form }) => (form.is === 'ratio' && form.without ? [form.rate.figure] : [])))
  return claims.flatMap((claim) => {
    const { rule, form } = claim
    if (form.is !== 'ratio' || !rule.startsWith('rate.') || form.also || form.without || fitsRate(form.rate, form))
      return [claim]
    const [rate, numerator] = [form.rate, form.numerator].map(({ figure }) => mentionOf(figure, sentences))
    if (!rate || !numerator || !isOfRest(rate, numerator)) return [claim]
    if (turned.has(form.rate.figure)) return []
    return [{ ...claim, form: { ...form, numerator: form.denominator, without: form.numerator } }]
  })
}

/** Whether a rate is of those who pass, and a number counts those who fail. */
function isOfRest(rate: Mention, numerator: Mention): boolean {
  const words = clauseOf(rate)
  return (
    passing.test(words) && !denied.test(words) && (failing.test(numerator.after) || failed.test(clauseOf(numerator)))
  )
}
