import type { Claim } from '#domain/claim.ts'
import { fitsRate, isAmount, ratio } from './rate-pairs.ts'
import type { Mention, Sentence } from './sentences.ts'
import { sameKind } from './terms.ts'

/**
 * 「本级1.24亿元，市县17.40亿元，分别占6.65%和93.35%」: each share is of the amount in the same place of the list; the
 * whole is the amount before that most of them fit.
 */
export function respectiveShares(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  return sentence.mentions.flatMap((first, at) => {
    if (first.figure.quantity.unit.kind !== 'share' || !/分别占[^，；]{0,12}$/.test(first.lead)) return []
    const shares = [first, ...runAfter(sentence.mentions, at)]
    const amounts = sentence.mentions.slice(0, at).filter(isAmount).slice(-shares.length)
    const [model] = amounts
    if (!model || amounts.length < shares.length || shares.length < 2) return []
    const wholes = [...earlier.slice(-30), ...sentence.mentions.slice(0, at)].filter(
      (each) => !amounts.includes(each) && isAmount(each) && sameKind(each, model),
    )
    const fitting = (denominator: Mention) =>
      shares.filter((rate, index) => fitsRate(rate, { numerator: amounts[index]!, denominator })).length
    const whole = wholes.toReversed().find((each) => fitting(each) >= Math.max(1, shares.length - 1))
    if (!whole) return []
    return shares.map((rate, index) =>
      ratio(sentence, rate, { numerator: amounts[index]!, denominator: whole }, 'rate.share', true),
    )
  })
}

/** The shares of one list behind the first: joined by 、 or 和. */
export function runAfter(mentions: readonly Mention[], at: number): Mention[] {
  const run: Mention[] = []
  for (const each of mentions.slice(at + 1)) {
    if (each.figure.quantity.unit.kind !== 'share' || !/^[、和及与，\s]{1,3}$/.test(each.lead)) break
    run.push(each)
  }
  return run
}
