import type { Claim } from '#domain/claim.ts'
import { fitsRate, isAmount, ratio } from './rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

/**
 * 「本级1.24亿元，市县17.40亿元，分别占6.65%和93.35%」: each share is of the amount in the same place of the list; the
 * whole is the amount before that most of them fit.
 */
export function respectiveShares(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  return sentence.mentions.flatMap((first, at) => {
    if (first.figure.quantity.unit.kind !== 'share' || !/占[^，；]{0,16}$/.test(first.lead)) return []
    const shares = [first, ...runAfter(sentence.mentions, at)]
    if (!/(?:分别|依次)占|占比?(?:分别|依次)/.test(first.lead) && !isListedBefore(sentence, at, shares.length))
      return []
    const amounts = listedBefore(sentence.mentions.slice(0, at).filter(isAmount), first, shares.length)
    const [model] = amounts
    if (!model || amounts.length < shares.length || shares.length < 2) return []
    // 「登记企业153户，注册资本1382亿元，分别占总量的99.4%和84.9%」 are of two wholes.
    if (!amounts.every((each) => sameKind(each, model))) return []
    const wholes = [...earlier.slice(-30), ...sentence.mentions.slice(0, at)].filter(
      (each) => !amounts.includes(each) && isAmount(each) && sameKind(each, model),
    )
    const fitting = (denominator: Mention) =>
      shares.filter((rate, index) => fitsRate(rate, { numerator: amounts[index]!, denominator })).length
    const near = wholes.toReversed()
    const whole =
      near.find((each) => fitting(each) === shares.length) ??
      near.find((each) => fitting(each) >= Math.max(1, shares.length - 1))
    if (!whole) return []
    return shares.map((rate, index) =>
      ratio(sentence, rate, { numerator: amounts[index]!, denominator: whole }, 'rate.share', true),
    )
  })
}

/** The last amounts before the shares; 「基本支出A（人员B、公用C），项目支出D，分别占」: without what brackets take apart. */
function listedBefore(amounts: readonly Mention[], { depth }: Mention, count: number): readonly Mention[] {
  const outside = amounts.filter((each) => each.depth <= depth)
  return (outside.length >= count ? outside : amounts).slice(-count)
}

/** 「甲、乙规模分别为2666.3亿元和30400.7亿元，占总规模的8.1%和91.9%」: as many amounts in one list right before. */
function isListedBefore({ mentions }: Sentence, at: number, count: number): boolean {
  const listed = mentions.slice(Math.max(0, at - count), at)
  return (
    listed.length === count &&
    /分别/.test(listed[0]!.lead) &&
    listed.slice(1).every((each) => isAmount(each) && /^[、和及与，\s]{1,3}$/.test(each.lead))
  )
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
