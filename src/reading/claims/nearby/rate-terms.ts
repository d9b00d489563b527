import { roleOf } from '../text/mention-role.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { listWholes } from './list-wholes.ts'
import { type Spot, alike, before, behind, isTerm } from './number-line.ts'
import { areSiblings, isWhole, listedWith, scoreInList, scoreOfKin } from './rate-kin.ts'
import { isItem, scoreOfBottom } from './rate-bottoms.ts'
import { depthOver, hasOwnRate, isRated, scoreOfTop, unitKind } from './rate-tops.ts'
import { type Words, affinity, bears, isOfSameBase, subjectOf, wordsOf } from './rate-words.ts'

/** What a rate may be of: an amount, over another. `score`: how well the words bind both to it, see `strong`. */
export type RatePair = { readonly top: Spot; readonly bottom: Spot; readonly score: number }

/** From here on hardly another pair can be meant. */
export const strong = 4.5
/** The rate names its base, and this amount bears the name. */
export const veryStrong = 7
/** Here a slip has to tell, besides. */
export const likely = 3.8

/** Amounts before a rate in its sentence that it may be of, and those it may be measured against. */
const nearTops = 8
const farTops = 20
const nearBottoms = 60
const nearBlocks = 4
/** 「全年资金的70%，即2716.28万元」: the rate is told before what it makes. */
const makes = /^[，,（(]\s*(?:即|计|为|约|共计|合计|共|折合|金额)(?:为|约)?$|^[，,（(]\s*即[\p{Script=Han}]{1,6}$/u
const moneyRate = /(?:执行|支[付出]|到位)$/
const money = /(?:预算|资金|金额|支出|经费|收入|投资)$/

/** All pairs a rate may be of, those its words bind best first. `isKept`: those to look at, where not all are wanted. */
export function ratePairs(
  line: readonly Spot[],
  rate: Spot,
  isKept: (top: Spot, bottom: Spot) => boolean = () => true,
): RatePair[] {
  const words = wordsOf(rate)
  const tops = topsOf(line, rate)
  const bottoms = bottomsOf(line, rate, words)
  const wholes = listWholes(line)
  const values = new Set(bottoms.map(({ value }) => value))
  const isNamed = tops.some((top) => isNamedTop(top, words))
  return tops
    .flatMap((top, at) => {
      const isCounted = isNamed ? isNamedTop(top, words) : at === 0
      const listed = words.word === undefined ? listedWith(line, top) : undefined
      const hasRate = isNamed && isCounted ? isRated(line, top, rate) : hasOwnRate(line, top, rate)
      const own =
        scoreOfTop(top, isNamed ? 0 : at, rate, words) +
        (words.word || /率占|[，；)）](?:为|完成|达到|相当于)/.test(rate.mention.lead)
          ? scoreInList(line, top, rate, wholes)
          : 0) -
        (isNamed && !isCounted ? 4 : 0) -
        (hasRate ? 8 : 0)
      const scoreOf = (bottom: Spot) =>
        own +
        scoreOfBottom(bottom, top, rate, words) +
        (listed && isWhole(bottom, listed) ? 2 : 0) +
        scoreOfKin(bottom, top, wholes, isCounted) -
        (areSiblings(bottom, top, values, words) ? 3 : 0) -
        (isRated(line, bottom, rate) && isItem(bottom) ? 1.5 : 0) -
        (isOfSameBase(line, bottom, rate, words) ? 4 : 0)
      return bottoms
        .filter((each) => each !== top && isKept(top, each) && isMeasuredIn(each, top) && !isToldTwice(each, top))
        .map((bottom) => ({ top, bottom, score: scoreOf(bottom) }))
    })
    .toSorted((left, right) => right.score - left.score)
}

/** Whether an amount bears the name of what the rate says it counts. */
function isNamedTop(top: Spot, { subject }: Words): boolean {
  return subject !== undefined && bears(top, subject) > 0
}

/** The amounts that a rate may be measured against. */
function bottomsOf(line: readonly Spot[], rate: Spot, { base, word, name }: Words): Spot[] {
  const ofMoney = money.test(base) || moneyRate.test(name)
  return [
    ...before(line, rate, nearBottoms, nearBlocks),
    ...behind(line, rate),
    ...(base.length >= 2 ? farther(line, rate, base) : []),
  ].filter(
    (each) =>
      (isTerm(each) || isTaken(each)) &&
      each.value > 0 &&
      !(word === '得分' && isGot(each)) &&
      (!ofMoney || unitKind(each) === 'money'),
  )
}

/** 「9621.42万元（96,214,200.00元）」 is one amount told twice. */
function isToldTwice(one: Spot, two: Spot): boolean {
  if (one.value !== two.value) return false
  const [label, other] = [one, two].map(({ mention }) => mention.label)
  if (label === other && label!.length >= 4) return true
  if (Math.abs(one.at - two.at) > 1) return false
  return /^[（(]/.test((one.at > two.at ? one : two).mention.lead.trim())
}

/** 「月均供养1340人，其中集中供养214人」: what there was at a time, not what each got. */
function isTaken({ mention }: Spot): boolean {
  return (
    roleOf(mention) === 'each' &&
    /(?<![人户])[月年]均[^，、]{0,6}$/.test(mention.lead) &&
    mention.figure.quantity.looseness === 'exact'
  )
}

/** 「过程类得26.65分」: points got are no base of a 得分率. */
function isGot({ mention }: Spot): boolean {
  return /得分?$/.test(mention.lead)
}

/** What stands beyond that bears the name the rate gives its base. */
function farther(line: readonly Spot[], rate: Spot, named: string): Spot[] {
  return line.filter(
    (each) =>
      (rate.sentence.block - each.sentence.block > nearBlocks ||
        rate.at - each.at > nearBottoms ||
        each.sentence.block > rate.sentence.block) &&
      affinity(each, named) === 1 &&
      (named.length >= 3 || /总|合计|共|[全当本]年/.test(clauseOf(each.mention))),
  )
}

/** 「回收有效问卷712份，…满意的659人，满意度」: those asked are counted by what they filled in. */
function isMeasuredIn(bottom: Spot, top: Spot): boolean {
  const [under, over] = [bottom, top].map(({ mention }) => mention.figure.quantity.unit.name)
  // 「床位4380张，入住老人1986人」
  if (under === '张' && over === '人') return /床位?$/.test(bottom.mention.lead)
  return alike(bottom, top) || (under === '份' && /^[人名]$/.test(over!) && /问卷|样本/.test(bottom.mention.lead))
}

/** 「发放问卷200份、回收196份，满意度」: those asked are none who are pleased. */
function isAsked({ mention }: Spot, rate: Spot): boolean {
  return (
    /满意/.test(clauseOf(rate.mention)) && /(?:发放|发出|回收|收回)(?:有效)?(?:调查)?(?:问卷)?$/.test(clauseOf(mention))
  )
}

/** The amounts before the rate in its sentence, nearest first, the one it names in the sentence before, or what it makes. */
function topsOf(line: readonly Spot[], rate: Spot): Spot[] {
  const [next] = behind(line, rate)
  const isAmount = (each: Spot) => isTerm(each) && !/share|points|none|time/.test(unitKind(each))
  if (next && makes.test(next.mention.lead) && isAmount(next)) return [next]
  const subject = subjectOf(rate)
  const own = before(line, rate, nearTops, 0).filter(
    (each) => each.sentence === rate.sentence && (isAmount(each) || isTaken(each)) && !isAsked(each, rate),
  )
  const told = subject && before(line, rate, farTops, 2).find((each) => isAmount(each) && bears(each, subject) > 0)
  // 「为年度任务25万亩的101.80%」: what stands right before is what it is of.
  if (/^[）)]?的$/.test(rate.mention.lead.trim())) own.shift()
  // What a bracket adds stands behind what it is added to.
  const ranked = own.toSorted((one, two) => depthOver(one, rate) - depthOver(two, rate))
  return told && !own.includes(told) ? [told, ...ranked] : ranked
}
