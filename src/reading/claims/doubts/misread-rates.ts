import { addIntervals, fitsRatio, meets } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { clauseOf, fitsRate } from '../rates/rate-pairs.ts'
import { isListed, listLead } from '../text/list-lead.ts'
import { mentionOf } from '../text/mention-of.ts'
import { otherTerms } from './other-terms-told.ts'
import type { Mention, Sentence } from '../text/sentences.ts'

type Ratio = Extract<ClaimForm, { is: 'ratio' }>
/** A rate with what it was put over; `before`: the numbers of its sentence before it. */
export type Bound = {
  readonly rate: Mention
  readonly numerator: Mention
  readonly denominator: Mention
  readonly before: readonly Mention[]
  readonly all: readonly Mention[]
}

/** Drops rates that don't fit over numbers which the words keep apart: they were bound by where they stand. */
export function withoutMisreadRates(claims: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  return claims.filter(({ rule, form }) => {
    if (form.is !== 'ratio' || form.without || !rule.startsWith('rate.') || fitsRate(form.rate, form)) return true
    const bound = boundIn(form, sentences)
    return bound === undefined || !misreadings.some((isMisread) => isMisread(bound))
  })
}

function boundIn({ rate, numerator, denominator }: Ratio, sentences: readonly Sentence[]): Bound | undefined {
  const [own, top, bottom] = [rate, numerator, denominator].map(({ figure }) => mentionOf(figure, sentences))
  if (!own || !top || !bottom) return undefined
  const before = sentences.find(({ mentions }) => mentions.includes(own))?.mentions ?? []
  const all = sentences.flatMap(({ mentions }) => mentions)
  return { rate: own, numerator: top, denominator: bottom, before: before.slice(0, before.indexOf(own)), all }
}

const misreadings: readonly ((bound: Bound) => boolean)[] = [
  isInBracket,
  isOverTheRest,
  isOfNamed,
  isOfSiblings,
  isOfTwoPeriods,
  isOverNetAssets,
  isOverItsBudget,
  isOverItself,
  isOfThose,
  isOfBoth,
  isOfNamedBefore,
  isOfOneSource,
  isOverDone,
  isOfTwoLevels,
  isOfTwoBudgets,
  isOfAYearBehind,
  isOverSpent,
  isOverAnother,
  isOfItsBudget,
  isOfPartOfYear,
  ...otherTerms,
]

/** 「四类得分分别为13分、15.77分…，得分率依次为86.67%、78.85%…」: each rate is of its own item, not of one over the next. */
function isOfSiblings({ rate, numerator, denominator, before }: Bound): boolean {
  if (!/(?:依次|分别|各占?)(?:为|是|达到?|约|占)?\s*$/.test(listLead([...before, rate], before.length))) return false
  const [one, other] = [before.indexOf(numerator), before.indexOf(denominator)].toSorted((a, b) => a - b)
  return one! >= 0 && before.slice(one! + 1, other! + 1).every(({ lead }) => isListed(lead))
}

const beforehand = /上年|去年|上一年|同期/
/** 「上年同期支出3318.5万元、进度52.46%」: the progress of one year is no share of another year's spending. */
function isOfTwoPeriods({ rate, numerator, denominator }: Bound): boolean {
  const [top, bottom] = [numerator, denominator].map((mention) => beforehand.test(clauseOf(mention)))
  return top !== bottom && !/上年|去年|同期|[比较]|相当于|倍|结转/.test(clauseOf(rate))
}

/** 资产负债率 is over all assets. */
function isOverNetAssets({ rate, denominator }: Bound): boolean {
  return /资产负债率/.test(clauseOf(rate)) && /净资产/.test(clauseOf(denominator))
}

/** 「基金支出预算70350万元，实际支出68666.30万元…占基金支出的9.36%」: the base is what was spent, not its budget. */
function isOverItsBudget({ rate, denominator }: Bound): boolean {
  const base = /占([\p{Script=Han}]{2,})的/u.exec(clauseOf(rate).replace(/[“”]/g, ''))?.[1]
  return (
    base !== undefined &&
    !base.includes('预算') &&
    new RegExp(`${base}(?:年初)?预算(?:数|总额)?$`).test(denominator.label.replace(/[“”]/g, ''))
  )
}

/** 「民生支出120亿元」 in a heading, 「民生支出120.06亿元，占财政支出的72.6%」: the same amount told more coarsely is no base of it. */
function isOverItself({ rate, numerator, denominator }: Bound): boolean {
  const [own, other] = [numerator, denominator].map(({ figure }) => intervalOf(figure.quantity))
  return rate.figure.quantity.value.lt(99) && meets(own!, other!)
}

/** 「共收到提案835件。801件提案中，已解决564件，占70.41%」: of those that the words take one part of. */
function isOfThose({ rate, numerator, before }: Bound): boolean {
  return before.some(
    (each) =>
      /^[\p{Script=Han}]{0,8}中[，,]/u.test(each.after) &&
      fitsRate({ figure: rate.figure }, { numerator, denominator: each }),
  )
}

/** 「起诉30.8万人，不起诉12.2万人，不诉率28.3%」: of those that were and those that were not. */
function isOfBoth({ rate, numerator, denominator }: Bound): boolean {
  const [own, other] = [numerator, denominator].map(({ figure }) => intervalOf(figure.quantity))
  return (
    /^(?:不|未)[\p{Script=Han}]{1,4}率/u.test(rate.label) &&
    fitsRatio(rate.figure.quantity, own!, addIntervals([own!, other!]))
  )
}

/** Whose money it is. */
const level = /中央|省级|市级|[县区]级|乡镇|上级|自筹|各级/
/** 「各级财政安排16896.60万元。中央资金支出13240.86万元，执行率97.96%」: of what the one level gave, not of what all did. */
function isOfTwoLevels({ rate, numerator, denominator }: Bound): boolean {
  const [one, other] = [numerator, denominator].map((each) => level.exec(clauseOf(each))?.[0])
  return one !== undefined && other !== undefined && one !== other && !/占/.test(clauseOf(rate))
}

/** 「第一批预算600万元，执行率100%；第二批预算400万元，…总体预算执行率93.8%」: no budget is what was spent of another. */
function isOfTwoBudgets({ rate, numerator, denominator }: Bound): boolean {
  return (
    /(?:执行|支[出付])率/.test(clauseOf(rate)) &&
    [numerator, denominator].every((each) => /预算[数额]?$/.test(clauseOf(each).trim()))
  )
}

/** 「厨余垃圾4.65万吨，占清运总量的25.0%；2021年清运总量17.2万吨」: what a later clause tells of another year is no base of it. */
function isOfAYearBehind({ rate, denominator }: Bound): boolean {
  const year = /20\d\d年|上年|去年/.exec(clauseOf(denominator))?.[0]
  const isBehind = denominator.figure.place.block === rate.figure.place.block && denominator.start > rate.start
  return isBehind && year !== undefined && !clauseOf(rate).includes(year)
}

/** 「基金预算收入完成130.2亿元，…其中出让收入完成125.6亿元，完成年度预算的96.0%」: what was carried out is no budget. */
function isOverDone({ rate, denominator }: Bound): boolean {
  const base = clauseOf(denominator).replace(/(?:公共(?:财政)?|基金|经营)预算/g, '')
  return (
    /(?:完成|为|占)(?:年度?|全年|年初|当年|调整后?)*(?:预算|计划|目标|任务)数?的?$/.test(clauseOf(rate)) &&
    /完成$/.test(base) &&
    !/预算|计划|目标|任务|安排|应/.test(base)
  )
}

/** 「财政资金3200万元（含省级800万元、区级2400万元），自筹2480万元，分别占56.34%和43.66%」: what is in brackets is no item. */
function isInBracket({ rate, numerator }: Bound): boolean {
  return numerator.depth > rate.depth
}

/** 「其中制盏匠人186人、服务人员126人，匠人占59.62%」: of the number that bears the share's own name. */
function isOfNamed({ rate, numerator, denominator, before }: Bound): boolean {
  const subject = /^([\p{Script=Han}]{2,6})占$/u.exec(clauseOf(rate).trim())?.[1]
  if (subject === undefined || numerator.label.includes(subject)) return false
  return before.some(
    (each) => each.label.includes(subject) && fitsRate({ figure: rate.figure }, { numerator: each, denominator }),
  )
}

/** 「尚未支出1428.22万元，预计9—12月支出1360万元，预计全年执行率98.40%」: what is left is no base of what was done. */
function isOverTheRest({ rate, denominator }: Bound): boolean {
  return /(?:执行|完成|支[出付])率/.test(clauseOf(rate)) && /尚未|还未|未支[出付]|结余|剩余/.test(clauseOf(denominator))
}

const doing = /进度|(?:执行|支[出付]|使用)率/
const spent = /(?:支出|支付|执行)(?:金额|资金|数|了|为)*$/
const given = /预算|安排|到位|下达|总投资|规模|计划|目标|任务|核定|指标|批复|应/
/** 「中央资金支出2.11亿元，进度98.60%，其余资金支出1.38亿元，进度93.24%」: of what was given, not of what else was spent. */
function isOverSpent({ rate, numerator, denominator }: Bound): boolean {
  const base = clauseOf(denominator)
  return (
    doing.test(clauseOf(rate)) &&
    !/占/.test(clauseOf(rate)) &&
    spent.test(clauseOf(numerator)) &&
    spent.test(base) &&
    !given.test(base)
  )
}

/** 「月收费分别为3600元、2450元、4800元，加权为3164元，收费覆盖成本的75.55%」: over what it names, and no price bears that name. */
function isOverAnother({ rate, denominator }: Bound): boolean {
  const base =
    /(?:覆盖|相当于|弥补|全部|所有)了?([\p{Script=Han}“”]{2,}?)的$/u.exec(clauseOf(rate).trim())?.[1] ??
    /[以按]([\p{Script=Han}]{2,8}?)(?:而?论|来看|来说)[，,][^，。；]*$/u.exec(rate.lead)?.[1]
  if (base === undefined) return false
  const said = `${denominator.lead}${denominator.label}${denominator.after}`
  return !Array.from(base.slice(1), (_, at) => base.slice(at, at + 2)).some((pair) => said.includes(pair))
}

/** 「预算750万元，其中补贴720万元，补贴执行率97.03%」: what was spent of the part the rate names, not the part of the whole. */
function isOfItsBudget({ rate, numerator, denominator }: Bound): boolean {
  const name = /^(?:实际)?([\p{Script=Han}]{2,8}?)(?:资金|经费)?(?:预算)?(?:执行|支[出付]|使用)率$/u.exec(
    clauseOf(rate).trim(),
  )?.[1]
  const part = clauseOf(numerator)
  return (
    name !== undefined &&
    part.includes(name) &&
    !denominator.label.includes(name) &&
    /其中/.test(numerator.lead) &&
    !/支[出付]|执行|使用|完成|拨付|实际|发放/.test(part)
  )
}

const shareOfNamed = /占([\p{Script=Han}“”]{2,12}?)的(?:比[例重])?(?:为|达)?$/u
/** 「甲乙合计A，占兑现总额的81%；丙B，占11%」: what the first share names is the base of the next, told here or not. */
function isOfNamedBefore({ rate, denominator, before }: Bound): boolean {
  if (clauseOf(rate).trim() !== '占') return false
  const at = before.findLastIndex((each) => shareOfNamed.test(clauseOf(each)))
  const named = shareOfNamed.exec(before[at] ? clauseOf(before[at]) : '')?.[1]
  if (named === undefined || denominator.label.includes(named.slice(-2))) return false
  // 「收入合计12560万元。甲6280万元，占资金总量的50%；乙1256万元，占18%」: what the first one was reckoned over.
  const [top, first] = before.slice(at - 1, at + 1)
  return !(top && first && fitsRate(first, { numerator: top, denominator }))
}

/** 「区级到位312万元，总体到位率96.11%，区级到位率65%」: what is told of all is not of one of the sources. */
function isOfOneSource({ rate, numerator }: Bound): boolean {
  return (
    /^(?:总体|整体|综合|合计|总)/.test(clauseOf(rate).trim()) &&
    /^(?:其中)?(?:中央|省级?|[市区县州旗镇]级|市县|乡镇|自筹|地方)/.test(clauseOf(numerator).trim())
  )
}

const untilTheEnd = /年末|年底|年终|全年|累计|截至/
const partOfYear = /[一二三四1-4]季度|[上下]半年|\d+月(?!末|底)|当月|本月|本季/
/** 「9月末累计支出2516.40万元；四季度预计支出1096.79万元，年末支出率预计98.86%」: not of what the one quarter adds. */
function isOfPartOfYear({ rate, numerator }: Bound): boolean {
  const clause = clauseOf(numerator)
  return (
    untilTheEnd.test(clauseOf(rate)) &&
    !/占/.test(clauseOf(rate)) &&
    partOfYear.test(clause) &&
    !partOfYear.test(clauseOf(rate)) &&
    !untilTheEnd.test(clause)
  )
}
