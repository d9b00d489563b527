import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { baseValue } from '#domain/quantity.ts'
import { type Pair, clauseOf, fitsRate, isAmount, isDenied, ratio, spentOn, tightPair } from './rate-pairs.ts'
import { amongPair } from './among-pair.ts'
import { isOfOwnBudget } from './own-budget.ts'
import { carriedTotal, headsOf } from '../text/sentence-heads.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

/** Words a rate's numerator is told by: the stem of the rate, or what carries a budget out. */
const stems: [RegExp, RegExp][] = [
  [/执行|完成|支付|支出|使用|进度/, /支出|执行|决算|完成|支付|拨付|使用|实际(?!到位|下达|收到)|实现|报账|列支/],
  [/到位/, /到位|拨付|下达|实际/],
  [/解决/, /解决/],
  [/结案|办结|结/, /结/],
  [/满意/, /满意/],
  [/回收/, /收回|回收/],
  [/回复|答复/, /回复|答复/],
  [/合格|达标|优良/, /合格|达标|优良/],
  [/及时|按时/, /及时|按时/],
  [/覆盖/, /覆盖/],
  [/发放|兑付/, /发放|兑付|发/],
  [/抽样|抽查|抽取/, /抽/],
  [/采纳|采用/, /采纳|采用/],
  [/控制/, /实际|在职|实有|决算/],
  [/整改/, /整改/],
  [/参/, /参/],
  [/化解|处置|处理|查处/, /化解|处置|处理|查处/],
  [/建成|竣工|开工|落地|履约|投产/, /建成|竣工|开工|落地|履约|投产/],
]

/** The word of a rate (有效率 → 有效), by which its numerator is told where no known stem does it. */
function ownStem(clause: string): RegExp | undefined {
  const word = /([\p{Script=Han}]{2})(?:率|度)(?:为|达到|达|约|是|[:：\s])*$/u.exec(clause)?.[1]
  return word && !/比例|增长|变动|控制|合计|利|汇|费|税/.test(word) ? new RegExp(`${word}|实${word[1]}`) : undefined
}

type Bound = { readonly pair: Pair; readonly rule?: string; readonly certain: boolean }

/** A rate by its word (执行率, 解决率 …): over the pair the wording names, else over the one that fits. */
export function ratioClaim(
  sentence: Sentence,
  rate: Mention,
  here: readonly Mention[],
  earlier: readonly Mention[],
): Claim | undefined {
  const clause = afterLast(rate.lead, '，,；;')
  const known = stems.find(([word]) => word.test(clause))?.[1]
  const stem = known ?? ownStem(clause)
  const own = termsOf(here, clause)
  const among = overWhole(amongPair(own), clause)
  if (among && fitsRate(rate, among)) return ratio(sentence, rate, among, 'rate.of-two-counts', true)
  if (!stem) return among && ratio(sentence, rate, among, 'rate.of-two-counts', true)
  const money = /执行|完成|支付|支出|到位|预算/.test(clause)
  const pool = money ? [...earlier.slice(-6).filter(isAmount), ...own] : own.slice(-4)
  const further =
    money && own.filter(({ figure }) => figure.quantity.unit.kind === 'money').length === 1
      ? finalBudgetPair([...earlier.slice(-10).filter(isAmount), ...own], clause)
      : undefined
  if (further && own.includes(further.numerator) && !own.includes(further.denominator)) {
    const isOverInitial = pool.some(
      (each) => /年初|批复/.test(each.lead) && fitsRate(rate, { numerator: further.numerator, denominator: each }),
    )
    const holds = fitsRate(rate, further)
    return ratio(sentence, rate, further, isOverInitial && !holds ? 'I28' : 'rate.of-two-counts', holds, pool)
  }
  const bound =
    bindByPlan(sentence, own, clause) ??
    bindInSentence(rate, own, clause, stem, known !== undefined) ??
    bindToCarried(sentence, rate, own, earlier, stem) ??
    (money && own.length === 0 ? bindToHeads(rate, earlier, stem) : undefined) ??
    bindFurtherUp(rate, pool, stem, money ? { own, earlier, clause } : undefined) ??
    (among && { pair: among, certain: true })
  if (!bound || isGrade(bound.pair.denominator, clause) || isOfOwnBudget(rate, bound.pair, clause)) return undefined
  const { pair, rule = 'rate.of-two-counts', certain } = bound
  const rivals = pool.filter((each) => each !== pair.numerator && each !== pair.denominator)
  return ratio(sentence, rate, pair, rule, certain, rivals)
}

/** The amounts that a rate told in these words may be of. */
function termsOf(here: readonly Mention[], clause: string): Mention[] {
  return here.filter(
    (each, at) =>
      isAmount(each) &&
      !hasOwnRate(each, here[at + 1], clause) &&
      !isOpposite(each, clause) &&
      !(clause.includes('满意') && handedOut.test(clauseOf(each))),
  )
}

/** 「支出5874万元，支出率89%，其中省级支出4699.2万元，支出率89%」: an amount with its own rate of the kind is no base of the next. */
function hasOwnRate(amount: Mention, next: Mention | undefined, clause: string): boolean {
  const word = /([\p{Script=Han}]{2})率[^率]*$/u.exec(clause)?.[1]
  return (
    word !== undefined &&
    next?.figure.quantity.unit.kind === 'share' &&
    next.lead.includes(`${word}率`) &&
    amount.lead.includes(word)
  )
}

/** 「合格1518批次，不合格18批次，合格率98.83%」: what failed is no term of the rate of what did not; nor what was cut of 执行率. */
function isOpposite({ lead }: Mention, clause: string): boolean {
  if (/执行|支出/.test(clause) && /(?:[压核追调扣]减|追加|调增)[^，,；;。]*$/.test(lead)) return true
  return !clause.includes('不') && /不(?:合格|达标|及格|符合|优良|满意)[^，；。]{0,4}$/.test(lead)
}

/** 「满意度调查发放问卷350份」 are no satisfied ones. */
const handedOut = /满意[率度]?(?:调查|测评|问卷)[^，]*(?:发放|发出)/

function overWhole(pair: Pair | undefined, clause: string): Pair | undefined {
  return pair && !isGrade(pair.denominator, clause) ? pair : undefined
}

/** 「满意412份，基本满意61份，满意度」: those of one answer are no base of 满意度, nor are points got one of 得分率. */
function isGrade({ lead }: Mention, clause: string): boolean {
  return (
    (clause.includes('满意') && /(?:满意|一般)[”"]?(?:的|有)?$/.test(lead)) ||
    (clause.includes('得分率') && /得分?(?:为)?$/.test(lead))
  )
}

/** Where the sentence itself says which number is the plan or the final budget. */
function bindByPlan(sentence: Sentence, own: readonly Mention[], clause: string): Bound | undefined {
  const planned = plannedPair(sentence, own, clause)
  if (planned) return { pair: planned, certain: true }
  const final = finalBudgetPair(own, clause)
  return final && { pair: final, rule: 'I28', certain: true }
}

function bindInSentence(
  rate: Mention,
  own: readonly Mention[],
  clause: string,
  stem: RegExp,
  known: boolean,
): Bound | undefined {
  const tight = tightPair(own, clause, stem)
  if (tight && fitsRate(rate, tight)) return { pair: tight, certain: true }
  const near = fittingPair(rate, own.slice(-4), stem)
  if (near) return { pair: near, certain: true }
  return tight && { pair: tight, certain: own.length <= 3 && known }
}

/** 「安排的资金中，已使用A，资金使用率P」: over the amount of a sentence before that this one takes apart. */
function bindToCarried(
  sentence: Sentence,
  rate: Mention,
  own: readonly Mention[],
  earlier: readonly Mention[],
  stem: RegExp,
): Bound | undefined {
  const numerator = own.findLast((each) => stem.test(each.lead) && !isDenied(each))
  const denominator = numerator && carriedTotal(sentence, earlier, numerator)
  if (!numerator || !denominator) return undefined
  const pair = { numerator, denominator }
  return { pair, certain: fitsRate(rate, pair) }
}

/** A rate alone in its sentence: what the sentences before it opened with, spent over planned. */
function bindToHeads(rate: Mention, earlier: readonly Mention[], stem: RegExp): Bound | undefined {
  const { block } = rate.figure.place
  const heads = headsOf(earlier.slice(-16)).filter((each) => isAmount(each) && each.figure.place.block === block)
  const numerator = heads.findLast((each) => stem.test(each.lead) && !/预算数?(?:为|是)?$/.test(each.lead))
  const denominator = heads.findLast(
    (each) =>
      numerator && each !== numerator && sameKind(each, numerator) && isFunding(each) && each.start < numerator.start,
  )
  if (!numerator || !denominator) return undefined
  const pair = { numerator, denominator }
  return { pair, certain: fitsRate(rate, pair) }
}

function bindFurtherUp(
  rate: Mention,
  pool: readonly Mention[],
  stem: RegExp,
  money: { own: readonly Mention[]; earlier: readonly Mention[]; clause: string } | undefined,
): Bound | undefined {
  const fitting = fittingPair(rate, pool, stem)
  if (fitting) return { pair: fitting, certain: true }
  if (!money) return undefined
  const adjusted = overAdjusted(money)
  if (adjusted) return { pair: adjusted, certain: false }
  const far = tightPair(pool.filter(isFunding).slice(-4), money.clause, stem) ?? farPair(money.own, money.earlier, stem)
  return far && money.own.includes(far.numerator) ? { pair: far, certain: false } : undefined
}

/** 「调整后预算16860万元。全年支出16417.27万元，执行率P%」: the one budget told to be the last, in a sentence before. */
function overAdjusted({
  own,
  earlier,
  clause,
}: {
  own: readonly Mention[]
  earlier: readonly Mention[]
  clause: string
}): Pair | undefined {
  const [numerator, ...others] = own
  if (!numerator || others.length > 0 || !/执行率|完成率/.test(clause) || /年初/.test(clause)) return undefined
  const budgets = earlier
    .slice(-12)
    .filter((each) => lastBudget.test(each.lead) && each.depth === 0 && sameKind(each, numerator))
  return budgets.length === 1 ? { numerator, denominator: budgets[0]! } : undefined
}
const lastBudget = /(?:调整后(?:的)?|全年|年度总)(?:部门|支出)?预算(?:数|总额|为|共|达)*$/

/** The nearest pair that fits. Loose numbers (余, 近) fit almost any rate: they may only be bound by the wording. */
function fittingPair(rate: Mention, list: readonly Mention[], stem: RegExp): Pair | undefined {
  const exact = list.filter((each) => each.figure.quantity.looseness === 'exact')
  for (const numerator of exact.toReversed()) {
    if (isDenied(numerator) || !(stem.test(numerator.lead) || stem.test(numerator.after))) continue
    const denominator = exact.findLast(
      (each) =>
        each !== numerator &&
        sameKind(numerator, each) &&
        fitsRate(rate, { numerator, denominator: each }) &&
        !isUpsideDown({ numerator, denominator: each }),
    )
    if (denominator) return { numerator, denominator }
  }
  return undefined
}

/** A budget over what was spent is no rate of execution, nor are posts over staff one of their use, however well it fits. */
function isUpsideDown({ numerator, denominator }: Pair): boolean {
  return (
    (/预算(?:数|安排)?(?:为|是|[:：])?$/.test(numerator.lead) && spentOn.test(denominator.lead)) ||
    (/(?:任务|计划|目标)(?:数|任务)?(?:为|是|[:：])?$/.test(numerator.lead) && /完成|实际/.test(denominator.lead)) ||
    (/编制(?:总?数)?(?:为|是|[:：])?$/.test(numerator.lead) && /在职|实有|在编|在岗/.test(denominator.lead))
  )
}

/** 「完成计划任务的101.71%，计划任务为35公里」: the planned number may stand on either side of the rate. */
function plannedPair(sentence: Sentence, here: readonly Mention[], clause: string): Pair | undefined {
  if (!/完成(?:了)?(?:全年|年度|年初)?(?:计划|目标|任务)(?:任务|目标|数)?的$/.test(clause)) return undefined
  const numerator = here.findLast(isAmount)
  const others = sentence.mentions.filter(
    (each) =>
      each !== numerator &&
      numerator &&
      (here.includes(each) || each.start > numerator.start) &&
      sameKind(each, numerator) &&
      /计划|目标|任务/.test(clauseOf(each)),
  )
  return numerator && others.length === 1 ? { numerator, denominator: others[0]! } : undefined
}

/**
 * A rate of money whose budget stands further up: the first amount of an earlier sentence that tells what was received
 * or arranged, where only one such amount is larger than what was spent.
 */
function farPair(here: readonly Mention[], earlier: readonly Mention[], stem: RegExp): Pair | undefined {
  const numerator = here.findLast((each) => stem.test(each.lead) && each.figure.quantity.unit.kind === 'money')
  if (!numerator) return undefined
  const spent = baseValue(numerator.figure.quantity)
  const received = earlier.filter(
    (each) =>
      /收到|下达|到位|安排|预算总额|资金总额|总投资/.test(each.lead) && sameKind(each, numerator) && each.depth === 0,
  )
  const firsts = received.filter((each) => baseValue(each.figure.quantity).gte(spent) && !/其中|、/.test(each.lead))
  const distinct = new Set(firsts.map((each) => each.figure.printed))
  return distinct.size === 1 ? { numerator, denominator: firsts[0]! } : undefined
}

/** An amount that is told to be arranged, arrived or spent, not one of a list of accounts; 一般公共预算支出 names no budget. */
function isFunding({ lead }: Mention): boolean {
  const told = lead.replace(/(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)预算/g, '')
  return /安排|到位|下达|预算|实际|总共|共支出|使用|拨付|支付|投入/.test(told) && !/2\d{6}/.test(told)
}

/** 「年初预算A，调整后预算B；实际支出C，执行率P」: the budgets stand in the segment before. */
export function overFinalBudget(sentence: Sentence, rate: Mention, here: readonly Mention[]): Claim | undefined {
  const clause = afterLast(rate.lead, '，,；;')
  const pair = finalBudgetPair(here.filter(isAmount), clause)
  const rivals = here.filter((each) => isAmount(each) && each !== pair?.numerator && each !== pair?.denominator)
  return pair && ratio(sentence, rate, pair, 'I28', true, rivals)
}

/**
 * Where a sentence states both the initial and the final budget, the execution rate is over the final one
 * (财预〔2020〕10号 self-evaluation form): a rate that fits the initial budget is not accepted.
 */
function finalBudgetPair(pool: readonly Mention[], clause: string): Pair | undefined {
  if (!/执行率/.test(clause) || /年初/.test(clause)) return undefined
  const denominator = pool.find((each) => /全年预算|调整后?预算/.test(each.lead))
  const spent = pool.filter(
    (each) => each !== denominator && /执行|支出|支付|使用/.test(afterLast(each.lead, '，,；;')),
  )
  // 「全年支出A，其中基本支出B、项目支出C，执行率P」: of the whole, not of what it is made of.
  const listed = spent.findIndex(({ lead }) => /其中|[（(]/.test(lead))
  const numerator = listed > 0 ? spent[listed - 1] : spent.at(-1)
  return denominator &&
    numerator &&
    pool.some((each) => /年初预算|年初批复/.test(each.lead)) &&
    sameKind(numerator, denominator)
    ? { numerator, denominator }
    : undefined
}
