import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'
import { due, isAside, isOfThese, isOutOfReach, isPlain, withoutParts } from './plain-rates.ts'
import { type Pair, clauseOf, fitsRate, isAmount, ratio } from './rate-pairs.ts'

const shareOf =
  /^[，,、（(]?\s*(?:其中[，,：:]?)?([\p{Script=Han}“”]{2,14}?)(?:所|仅|只)?占(?:比|比重|比例)?(?:为|达到?)?(?:([\p{Script=Han}“”]{2,14}?)的(?:比例|比重)?)?(?:为|达到?|[：:])*$/u
const nameless = /^(?:其中|其|分别|资金|该项?|上述|以上|合计|两者|二者|三者|前者|后者|各|均|约|实际)$/
const wholes = /总|共|合计|在册|全[县市区镇乡村校院省]|登记|收到|筹集|投入/
/** Sentences of its paragraph before a rate in which its amounts may stand. */
const reach = 3

/**
 * Rates whose amounts stand in the sentences before, as the words tell them: 「计划救助160名…。实际救助152名，任务完成率95%」 of what
 * was planned, 「集中供养480人，集中供养人员占30%」 of all there are. Read last, of rates nothing else was read of; only where one
 * value answers to the words.
 *
 * told   the claims of these sentences
 */
export function paragraphRates(told: readonly Claim[], sentences: readonly Sentence[]): Claim[] {
  const read = new Set(told.flatMap(({ form }) => ('rate' in form && form.rate ? [form.rate.figure.id] : [])))
  return sentences.flatMap((sentence, index) => {
    const near = sentences.slice(Math.max(0, index - reach), index).filter(({ block }) => block === sentence.block)
    return sentence.mentions.flatMap((rate, at) => {
      if (read.has(rate.figure.id) || rate.figure.quantity.looseness !== 'exact') return []
      const here = sentence.mentions.slice(0, at)
      const before = [...near.flatMap(({ mentions }) => mentions), ...here]
      const pair = ofPlan(rate, here, before) ?? ofSubject(rate, before)
      if (!pair || isOutOfReach(rate, pair) || isExplained(rate, pair, before)) return []
      return [ratio(sentence, rate, pair, 'rate.of-two-counts', fitsRate(rate, pair))]
    })
  })
}

/** What was done stands right before the rate; what was to be done of it, in the sentences before. */
function ofPlan(rate: Mention, here: readonly Mention[], before: readonly Mention[]): Pair | undefined {
  if (!isPlain(rate) || roleOf(rate) === 'share') return undefined
  const amounts = withoutParts(here.filter((each) => each.depth === rate.depth))
  const numerator = amounts.at(-1)
  if (!numerator || !isAmount(numerator) || isAside(numerator) || !isOfThese(rate, numerator)) return undefined
  const others = before.filter(
    (each) => each !== numerator && isAmount(each) && sameKind(each, numerator) && each.start < numerator.start,
  )
  const bases = others.filter((each) => due.test(clauseOf(each)) && !isAside(each))
  const denominator = onlyValue(bases)
  return denominator && isLarger(denominator, numerator, rate) ? { numerator, denominator } : undefined
}

/** 「集中供养人员占30%」: the amount of that name, over the one amount that is all of them. */
function ofSubject(rate: Mention, before: readonly Mention[]): Pair | undefined {
  if (rate.figure.quantity.unit.kind !== 'share' || /^\s*(?:以上|以内|左右|的)/.test(rate.after)) return undefined
  const [, subject, base] = shareOf.exec(rate.lead.trim()) ?? []
  if (!subject || nameless.test(subject) || /上年|去年|比|较|目标|和|与|、/.test(rate.lead)) return undefined
  const numerator = onlyValue(before.filter((each) => isAmount(each) && !isAside(each) && bears(each, subject)))
  if (!numerator) return undefined
  const larger = before.filter(
    (each) =>
      each !== numerator &&
      isAmount(each) &&
      !isAside(each) &&
      sameKind(each, numerator) &&
      isLarger(each, numerator, rate),
  )
  const denominator = onlyValue(larger.filter((each) => (base ? bears(each, base) : wholes.test(clauseOf(each)))))
  return denominator && { numerator, denominator }
}

/** Whether an amount is called so, by the end of its name: 「糖尿病患者8,200人」, 「项目总占地750亩」 is 园区总占地. */
function bears({ label }: Mention, name: string): boolean {
  const [own, told] = [label, name].map((each) => each.replace(/[“”]|(?:人员|资金|人数|数量|金额|总额|数)$/g, ''))
  if (own!.length < 2 || told!.length < 2) return false
  return (
    own!.endsWith(told!) ||
    (own!.length >= 3 && told!.endsWith(own!)) ||
    (told!.length >= 4 && own!.endsWith(told!.slice(-3)))
  )
}

function isLarger(base: Mention, part: Mention, rate: Mention): boolean {
  const [whole, own] = [base, part].map(({ figure }) => baseValue(figure.quantity))
  return rate.figure.quantity.value.gt(100) ? whole!.lt(own!) : whole!.gt(own!)
}

/** The last of these where all print one value. */
function onlyValue(mentions: readonly Mention[]): Mention | undefined {
  return new Set(mentions.map(({ figure }) => baseValue(figure.quantity).toFixed())).size === 1
    ? mentions.at(-1)
    : undefined
}

/** Whether other amounts before it give the rate, to a place that chance hardly meets. */
function isExplained(rate: Mention, pair: Pair, before: readonly Mention[]): boolean {
  if (fitsRate(rate, pair) || rate.figure.quantity.decimals === 0) return false
  const amounts = before.filter(isAmount)
  return amounts.some((numerator) =>
    amounts.some(
      (denominator) =>
        numerator !== denominator && sameKind(numerator, denominator) && fitsRate(rate, { numerator, denominator }),
    ),
  )
}
