import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { adjustmentRate, isAdjustmentRate } from './adjustment-rate.ts'
import { isOfFormerOrLatter, ofFormerOrLatter } from './former-and-latter.ts'
import { roleOf } from '../text/mention-role.ts'
import { fitsRate, isAmount, ratio } from './rate-pairs.ts'
import { runAfter } from './respective-shares.ts'
import { rateTogether } from './rates-together.ts'
import { overFinalBudget, ratioClaim } from './ratios.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { namesSeveral } from './several.ts'
import { shareClaim } from './shares.ts'
import { sameKind } from '../text/terms.ts'

/**
 * Rates with their two terms (P02, P06, P07, P11): 「占X的P%」「完成年初预算的P%」「解决率P%」.
 *
 * earlier   the mentions of the same part that stand before this sentence, nearest last
 */
export function rates(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  return sentence.mentions.flatMap((mention, at) => {
    const role = roleOf(mention)
    const split = splitShare(sentence, mention, at)
    if (split) return [split]
    const here = sentence.mentions.slice(0, at)
    // 「占总规模的8.1%和91.9%」: one of a list is of the amount in the same place of another list.
    if (role === 'share' && runAfter(sentence.mentions, at).length > 0) return []
    if (isOfFormerOrLatter(mention)) return ofTwoBefore(sentence, mention, here, earlier)
    const together = rateTogether(sentence, mention, here, earlier)
    if (together) return [together]
    const adjusted = adjustmentRate(sentence, mention, here, earlier)
    if (adjusted) return [adjusted]
    if (isAdjustmentRate(mention)) return []
    const ofNamed = ofNamedBase(sentence, mention, here)
    if (ofNamed) return [ofNamed]
    if (role !== 'share' && role !== 'ratio' && !/[=＝]\s*$/.test(mention.lead)) return []
    if (isOfBefore(mention)) return []
    const stated = formulaClaim(sentence, mention, here)
    const claim =
      stated ??
      (role === 'share'
        ? shareClaim(sentence, mention, here, earlier)
        : ratioInSegment(sentence, mention, here, earlier))
    return claim ? [claim] : []
  })
}

/** 「前者占65.48%」 that fits; one that does not is looked at again. */
function ofTwoBefore(
  sentence: Sentence,
  rate: Mention,
  here: readonly Mention[],
  earlier: readonly Mention[],
): Claim[] {
  const pair = ofFormerOrLatter({ rate, here, earlier })
  return pair && fitsRate(rate, pair) ? [ratio(sentence, rate, pair, 'rate.share', true)] : []
}

/** 「由上年的88.46%提高到94.87%」「比2020年的58.33%」: the rate of another time. */
function isOfBefore({ lead }: Mention): boolean {
  return /(?:[由从]|[由从比较与](?:上年度?|去年|同期|20\d\d年[底末]?|改造前|年初|实施前)(?:同期)?)的?\s*$/.test(lead)
}

/** A rate is of the amounts of its own segment, where it has any: 「甲完成50公里，完成率P%；乙完成118公里，完成率Q%」. */
function ratioInSegment(
  sentence: Sentence,
  rate: Mention,
  here: readonly Mention[],
  earlier: readonly Mention[],
): Claim | undefined {
  const from = here.findLastIndex((each, at) => /[；;]/.test(here[at + 1]?.lead ?? rate.lead) && each.depth === 0) + 1
  const own = withoutPoints(here.slice(from), rate)
  // 「空置107套中甲小区占88套，该小区入住率81.67%」: how much is let there is told of numbers of its own.
  if (/^[，,]\s*该/.test(rate.lead) && /中[^，；]*占$/.test(own.findLast(isAmount)?.lead ?? '')) return undefined
  const final = own.filter(isAmount).length === 1 && overFinalBudget(sentence, rate, here)
  if (final) return final
  return own.some(isAmount)
    ? ratioClaim(sentence, rate, own, [...earlier, ...here.slice(0, from)])
    : unsure(ratioClaim(sentence, rate, withoutPoints(here, rate), earlier), from > 0)
}

/** 「编制合理性扣2分…改厕完成率95%」: a rate is of points only where its words speak of them. */
function withoutPoints(here: readonly Mention[], rate: Mention): readonly Mention[] {
  return /分/.test(afterLast(rate.lead, '，,；;'))
    ? here
    : here.filter(({ figure }) => figure.quantity.unit.kind !== 'score')
}

/** A segment with a subject of its own hardly speaks of the amounts before it. */
function unsure(claim: Claim | undefined, isAnother: boolean): Claim | undefined {
  return claim && isAnother && claim.rule !== 'I28'
    ? { ...claim, certain: false, because: '比率的分子、分母按上下文判断' }
    : claim
}

/** 「完成38.6公里，为年度目标36公里的107.22%」: the base stands right before, told to be one; the number before it is compared. */
function ofNamedBase(sentence: Sentence, rate: Mention, here: readonly Mention[]): Claim | undefined {
  const denominator = here.at(-1)
  // 「收入33.82亿元，增长25.63%，为预算数37.1亿元的91.16%」: what is compared stands before its change.
  const told = here
    .slice(0, -1)
    .filter((each) => isAmount(each) && denominator && sameKind(each, denominator) && !namesBase(each))
  // 「安装管道24.6公里，其中DN300管19.8公里、DN600管4.8公里，完成年度计划24公里的102.5%」: of the whole, not of its last part.
  const numerator =
    told.findLast((each) => denominator && fitsRate(rate, { numerator: each, denominator })) ?? told.at(-1)
  if (!numerator || !denominator || rate.figure.quantity.unit.kind !== 'share' || !/^[）)]?的$/.test(rate.lead.trim()))
    return undefined
  if (!namesBase(denominator) || /[；;。]/.test(denominator.lead)) return undefined
  if (!sameKind(numerator, denominator)) return undefined
  const pair = { numerator, denominator }
  const certain = here.at(-2) === numerator || fitsRate(rate, pair)
  return ratio(sentence, rate, pair, 'rate.of-two-counts', certain)
}

function namesBase({ lead }: Mention): boolean {
  const clause = afterLast(lead, '，,；;').replace(/[（(]$/, '')
  return (
    /^(?:为|是|占|相当于|完成|达到)/.test(clause.trim()) &&
    /(?:目标|计划|任务|预算|上年|去年|总[额量数投])[^，]{0,3}$/.test(clause)
  )
}

/** 「涉及资金A，占项目支出总额B的P%」: the base's own amount stands between 占 and the rate. */
function splitShare(sentence: Sentence, rate: Mention, at: number): Claim | undefined {
  const denominator = sentence.mentions[at - 1]
  if (
    rate.figure.quantity.unit.kind !== 'share' ||
    !/^[）)]?\p{Script=Han}{0,4}的(?:比例|比重)?(?:为|约|达)?$/u.test(rate.lead.trim()) ||
    !denominator
  )
    return undefined
  if (!/占(?!地|用)[^，,；;。]*$/.test(denominator.lead)) return undefined
  if (namesSeveral(denominator)) return undefined
  const numerator = sentence.mentions
    .slice(0, at - 1)
    .findLast((each) => isAmount(each) && sameKind(each, denominator) && each.depth <= rate.depth)
  return numerator && ratio(sentence, rate, { numerator, denominator }, 'rate.share', true)
}

/** A formula written out: 「在职人员数54人/编制数58人×100%=93.10%」. */
function formulaClaim(sentence: Sentence, rate: Mention, here: readonly Mention[]): Claim | undefined {
  if (!/[=＝]\s*$/.test(rate.lead) || rate.figure.quantity.unit.kind !== 'share') return undefined
  const terms = here.filter((each) => !(each.figure.printed === '100' && /[×xX*＊]\s*$/.test(each.lead)))
  const denominator = terms.at(-1)
  const numerator = terms.at(-2)
  if (
    !numerator ||
    !denominator ||
    !/^[^，。；=＝]{0,4}[/÷／]/.test(numerator.after) ||
    !sameKind(numerator, denominator)
  )
    return undefined
  return ratio(sentence, rate, { numerator, denominator }, 'rate.of-two-counts', true)
}
