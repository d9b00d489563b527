import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'
import { isAside, isExplained, isOfThese, isOutOfReach, isPlain, mayBeBase, withoutParts } from './plain-rates.ts'
import { type Pair, clauseOf, fitsRate, isAmount, ratesRead, ratio } from './rate-pairs.ts'

const shareOf =
  /^[，,、（(]?\s*(?:其中[，,：:]?)?([\p{Script=Han}“”]{2,14}?)?(?:所|仅|只)?占(?:比|比重|比例)?(?:为|达到?)?(?:([\p{Script=Han}“”]{2,14}?)的(?:比例|比重)?)?(?:为|达到?|[：:])*$/u
/** 「尚有439.6万元未支付，仅占」: what was not done is said behind the number. */
const notDone = /^(?:尚|仍)?未[\p{Script=Han}]{1,4}(?=，)/u
const nameless = /^(?:其中|其|分别|资金|该项?|上述|以上|合计|两者|二者|三者|前者|后者|各|均|约|实际)$/
const wholes = /总|共|合计|在册|全[县市区镇乡村校院省]|登记|收到|筹集|投入|抽检|抽查|检测|检查|监测|受理|立案|下达|可/
/** What was to be done. */
const strong = /计划|目标|任务|应|需|批复|预算|总投资|下达/
const doing = /完成|执行|支[出付]|使用|到位|拨付|兑付|发放|采集|救助/
const elsewhen = /上年|去年|目标|[与较和、]|比(?![例重]|为|$)/
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
  const read = ratesRead(told)
  return sentences.flatMap((sentence, index) => {
    const near = sentences.slice(Math.max(0, index - reach), index).filter(({ block }) => block === sentence.block)
    return sentence.mentions.flatMap((rate, at) => {
      // Everything of something is told of things that need not be told.
      if (read.has(rate.figure.id) || rate.figure.quantity.looseness !== 'exact' || rate.figure.quantity.value.eq(100))
        return []
      const here = sentence.mentions.slice(0, at)
      const before = [...near.flatMap(({ mentions }) => mentions), ...here]
      const pair = ofPlan(rate, here, before) ?? ofWord(rate, here, before) ?? ofSubject(rate, here, before)
      if (!pair || !mayBeBase(rate, pair, before) || isOutOfReach(rate, pair) || isExplained(rate, pair, before))
        return []
      return [ratio(sentence, rate, pair, 'rate.of-two-counts', fitsRate(rate, pair))]
    })
  })
}

/** What was done stands right before the rate; what was to be done of it, or all there was, in the sentences before. */
function ofPlan(rate: Mention, here: readonly Mention[], before: readonly Mention[]): Pair | undefined {
  if (!isPlain(rate) || roleOf(rate) === 'share') return undefined
  const amounts = withoutParts(here.filter((each) => each.depth === rate.depth))
  const numerator = amounts
    .slice(-2)
    .toReversed()
    .find((each) => isAmount(each) && !isAside(each) && isOfThese(rate, each))
  if (!numerator) return undefined
  const others = othersLike(numerator, before).filter(({ start }) => start < numerator.start)
  const denominator = baseOf(rate, numerator, others)
  return denominator && { numerator, denominator }
}

/** What was to be done of it, for a rate of doing; what bears its name; or the one larger amount there is. */
function baseOf(rate: Mention, numerator: Mention, others: readonly Mention[]): Mention | undefined {
  const planned = doing.test(clauseOf(rate)) ? others.filter((each) => strong.test(clauseOf(each))) : []
  if (planned.length > 0) return onlyValue(planned)
  const larger = others.filter((each) => isLarger(each, numerator, rate))
  const kin = larger.filter((each) => sharesName(each, numerator, clauseOf(rate)))
  if (kin.length > 0) return onlyValue(kin)
  return larger.length === others.length || larger.every((each) => wholes.test(clauseOf(each)))
    ? onlyValue(larger)
    : undefined
}

/** 「抽检蔬菜样品1200批次」 and 「蔬菜样品合格1188批次」: by more than what the rate says was done, 「提案办复120件」 and 「建议办复86件」. */
function sharesName(base: Mention, part: Mention, rate: string): boolean {
  const [one, two] = [clauseOf(base), clauseOf(part)]
  for (let at = 0; at + 3 <= two.length; at++) {
    const piece = two.slice(at, at + 3)
    if (/^\p{Script=Han}{3}$/u.test(piece) && one.includes(piece) && !rate.includes(piece.slice(-2))) return true
  }
  return false
}

/** 「由此计算，投资支付率为90%」: a rate alone in its sentence, of the one amount with its word over the one that was to be. */
function ofWord(rate: Mention, here: readonly Mention[], before: readonly Mention[]): Pair | undefined {
  if (here.some(isAmount) || !isPlain(rate, clauseOf(rate)) || roleOf(rate) === 'share') return undefined
  const word = /([\p{Script=Han}]{2})率[^率]*$/u.exec(rate.lead)?.[1]
  if (!word) return undefined
  const amounts = before.filter((each) => isAmount(each) && !isAside(each))
  const numerator = onlyValue(amounts.filter((each) => clauseOf(each).includes(word)))
  const bases = amounts.filter(
    (each) => numerator && each !== numerator && sameKind(each, numerator) && strong.test(clauseOf(each)),
  )
  const denominator = onlyValue(bases)
  return numerator && denominator && { numerator, denominator }
}

/** The other amounts of its kind, of this year and told exactly. */
function othersLike(numerator: Mention, before: readonly Mention[]): readonly Mention[] {
  return before.filter((each) => each !== numerator && isAmount(each) && !isAside(each) && sameKind(each, numerator))
}

/** 「集中供养人员占30%」: the amount of that name, or the one right before, over the one that is named or is all of them. */
function ofSubject(rate: Mention, here: readonly Mention[], before: readonly Mention[]): Pair | undefined {
  if (rate.figure.quantity.unit.kind !== 'share' || /^\s*(?:以上|以内|左右|的)/.test(rate.after)) return undefined
  const [found, subject, base] = shareOf.exec(rate.lead.trim().replace(notDone, '')) ?? []
  if (!found || (!subject && !base) || (subject && nameless.test(subject)) || elsewhen.test(rate.lead)) return undefined
  const own = subject ? before.filter((each) => bears(each, subject)) : here.slice(-1)
  const numerator = onlyValue(own.filter((each) => isAmount(each) && !isAside(each)))
  if (!numerator) return undefined
  const larger = othersLike(numerator, before).filter((each) => isLarger(each, numerator, rate))
  const denominator = onlyValue(
    larger.filter((each) => (base ? bears(each, base) || endsAlike(each, base) : wholes.test(clauseOf(each)))),
  )
  // 「占全年预算的」 is of the one budget there is.
  const budgets = base?.endsWith('预算') ? larger.filter((each) => /预算/.test(clauseOf(each))) : []
  if (!denominator && budgets.length > 0) return budgetOf(numerator, budgets)
  return denominator && { numerator, denominator }
}

function budgetOf(numerator: Mention, budgets: readonly Mention[]): Pair | undefined {
  const denominator = onlyValue(budgets)
  return denominator && { numerator, denominator }
}

/** Whether an amount is called so, by the end of its name: 「糖尿病患者8,200人」. */
function bears({ label }: Mention, name: string): boolean {
  const [own, told] = [label, name].map(bare)
  if (own!.length < 2 || told!.length < 2) return false
  return own!.endsWith(told!) || (own!.length >= 3 && told!.endsWith(own!))
}

/** 「项目总占地750亩」 is 园区总占地. */
function endsAlike({ label }: Mention, name: string): boolean {
  const [own, told] = [label, name].map(bare)
  return told!.length >= 4 && own!.endsWith(told!.slice(-3))
}

function bare(name: string): string {
  return name.replace(/[“”]|(?:人员|资金|人数|数量|金额|总额|数)$/g, '')
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
