import type { Claim } from '#domain/claim.ts'
import { addIntervals, fitsRatio } from '#domain/arithmetic.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { isSlippedRate } from '#domain/slipped-rate.ts'
import { addsUp } from '../sums/adds-up.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind, termOf } from '../text/terms.ts'
import { type Pair, clauseOf, fitsRate, isAmount, isDenied, ratesRead, ratio } from './rate-pairs.ts'

/** A rate by its word, with what stands before it, or a share. */
const rateName =
  /^[，,、（(]?\s*(?:其?所?占|([\p{Script=Han}]{0,8}?)([\p{Script=Han}]{2}))(?:率|度|比例|比重|比)(?:[也均都仅只]?[为达是](?:到)?|[：:])*$|^[，,、（(]?\s*其?所?占$/u
const ofOthers =
  /目标|要求|上年|去年|同期|年均|序时|预期|平均|综合(?!利用)|增长|下降|提高|增幅|降幅|利率|税率|汇率|环比|同比|[与较由从]|比(?![例重为达是]|$)|漏损|超过|低于|高于|不少于/
/** What was to be done, or all there is; and what was done of it. */
const due = /总|应|共|全[县市区镇乡村校院省]|计划|目标|任务|预算|面积|登记|核定|设计/
const done = /实|完成|已|只|仅|收到|收回|合格|达标/
/** How many times as much as what the amounts make a rate may be, and still be a slip. */
const farthest = '1.6'
/** Who does what a rate's word says, told by another word. */
const kin: readonly (readonly [RegExp, RegExp])[] = [
  [
    /完成|执行|支[出付]|使用|拨付|兑付|发放|实现|进度/,
    /实际|完成|支[出付]|执行|使用|拨付|兑付|发放|组织|实施|惠及|只|已/,
  ],
  [/到位/, /到位|收到|下达|实际|拨付/],
  [/收缴|入库|征收|缴纳/, /实[收缴]|入库|收[缴到]|征/],
  [/覆盖|惠及|受益/, /覆盖|享受|参[加保]|建成|实际|发放|承保|惠及|受益|纳入|开通|接入/],
  [/回收/, /收回|回收|收到/],
  [/优良|优秀|合格|达标/, /优|合格|达标|良/],
  [/结案|办结|结/, /结/],
  [/出勤|到会|出席|参会|参训/, /到|出席|参|实/],
  [/就业|上岗/, /就业|上岗|录用/],
  [/[成存]活/, /活/],
  [/差错|错误|不合格|损坏|故障|问题|异常/, /错|问题|不合格|损|故障|异常|发现|不全|不符|超标|漏/],
  [/及时|按时|按期|准时|准点/, /及时|按[时期]|准[时点]|如期/],
  [/龄化/, /老年|周?岁/],
]

/**
 * Rates whose two amounts stand right before them, the only ones of their kind in the segment, whatever they make:
 * 「应发放3250人，实际发放3185人，发放率98%」「共有断面16个，其中优良14个，优良比例87.5%」. Read last, of rates nothing else was read of.
 *
 * told   the claims of these sentences
 */
export function plainRates(told: readonly Claim[], sentences: readonly Sentence[]): Claim[] {
  const read = ratesRead(told)
  return sentences.flatMap((sentence) =>
    sentence.mentions.flatMap((rate, at) => {
      if (read.has(rate.figure.id) || !isPlain(rate)) return []
      const here = sentence.mentions.slice(0, at)
      const pair = pairBefore(here, rate)
      if (!pair || isOutOfReach(rate, pair) || isExplained(rate, pair, here)) return []
      return [ratio(sentence, rate, pair, 'rate.of-two-counts', fitsRate(rate, pair))]
    }),
  )
}

/** A rate told by its word alone, of this year and of nothing wanted. `words`: those that have to be its name. */
export function isPlain(rate: Mention, words = rate.lead): boolean {
  const { quantity } = rate.figure
  const role = roleOf(rate)
  return (
    quantity.unit.kind === 'share' &&
    quantity.looseness === 'exact' &&
    quantity.value.gt(0) &&
    (role === 'ratio' || role === 'share' || role === 'other-rate') &&
    rateName.test(words.trim()) &&
    !ofOthers.test(clauseOf(rate)) &&
    !/^\s*(?:以上|以内|左右|的)/.test(rate.after)
  )
}

function pairBefore(here: readonly Mention[], rate: Mention): Pair | undefined {
  const segment = here.slice(
    Math.max(
      0,
      here.findLastIndex(({ lead }) => /[；;]/.test(lead)),
    ),
  )
  const amounts = withoutParts(
    segment.filter((each) => each.depth === rate.depth && each.figure.quantity.unit.kind !== 'none'),
  )
  const last = amounts.at(-1)
  if (!last || !isAmount(last)) return undefined
  const alike = amounts.filter((each) => sameKind(each, last))
  const [first] = alike
  if (alike.length !== 2 || !first || !isAmount(first) || alike.some(isAside)) return undefined
  // Another number between the two may be what the second is of.
  if (amounts.indexOf(last) - amounts.indexOf(first) > 1) return undefined
  const pair = inOrder(first, last, rate)
  return pair && isOfThese(rate, pair.numerator) && mayBeBase(rate, pair, here) ? pair : undefined
}

const acts = /支[出付]|执行|完成|使用|拨付|兑付|发放|实现|进度/
const changes = /追加|调[增减整]|追减|核[增减]/
/**
 * Whether a rate of doing may be of this amount: not of what was done in all (「支出10530万元，其中中央资金支出8196万元，执行率」), nor of
 * a budget that was changed, nor of what stands beside it in a list; and points got are of no other points got.
 */
export function mayBeBase(rate: Mention, { numerator, denominator }: Pair, here: readonly Mention[]): boolean {
  const [clause, base] = [clauseOf(rate), clauseOf(denominator)]
  // 不捕率 is of those who were and those who were not.
  if (/[不未非][\p{Script=Han}]{0,3}率/u.test(clause) || isOfBoth(rate, { numerator, denominator }, here)) return false
  if (/得分率/.test(clause)) return /满分|分值/.test(base)
  if (/^\s*、/.test(numerator.lead) && here[here.indexOf(numerator) - 1] === denominator) return false
  if (!acts.test(clause)) return true
  if (acts.test(base) && !/计划|目标|任务|应|预算/.test(base)) return false
  return !here.some(
    (each) => each !== numerator && each !== denominator && sameKind(each, numerator) && changes.test(clauseOf(each)),
  )
}

/** 「结案440件（调解211件，撤诉97件，调撤率70%）」: of the two together. */
function isOfBoth(rate: Mention, { numerator, denominator }: Pair, here: readonly Mention[]): boolean {
  const both = addIntervals([numerator, denominator].map(({ figure }) => intervalOf(figure.quantity)))
  return here.some(
    (each) =>
      each !== numerator &&
      each !== denominator &&
      sameKind(each, numerator) &&
      fitsRatio(rate.figure.quantity, both, intervalOf(each.figure.quantity)),
  )
}

/** Nobody slips so far, but by one slip of the pen. */
export function isOutOfReach(rate: Mention, { numerator, denominator }: Pair): boolean {
  const [told, top, bottom] = [rate, numerator, denominator].map(({ figure }) => baseValue(figure.quantity))
  if (bottom!.lte(0)) return true
  const [less, more] = [top!, bottom!.times(told!)].toSorted((left, right) => left.cmp(right))
  if (more!.lte(less!.times(farthest))) return false
  return !isSlippedRate({ rate: termOf(rate), numerator: termOf(numerator), denominator: termOf(denominator) })
}

/** What was done over what was to be, as the words tell; else the smaller one over the larger, for a rate below a hundred. */
function inOrder(first: Mention, last: Mention, rate: Mention): Pair | undefined {
  const [before, behind] = [clauseOf(first), clauseOf(last)]
  const straight = { numerator: last, denominator: first }
  const turned = { numerator: first, denominator: last }
  if (due.test(before) && done.test(behind)) return straight
  const isBelow = baseValue(last.figure.quantity).lte(baseValue(first.figure.quantity))
  if (due.test(behind) && !due.test(before)) return last.figure.quantity.unit.name === '份' ? undefined : turned
  return isBelow === rate.figure.quantity.value.lte(100) ? straight : undefined
}

/** 「实际惠及2548户，其中种植类1430户、养殖类1118户，完成率」: the rate is of the whole list. */
export function withoutParts(amounts: readonly Mention[]): readonly Mention[] {
  for (let from = amounts.length - 2; from > 0; from--) {
    const parts = amounts.slice(from)
    const whole = amounts[from - 1]!
    if (parts.every((each) => sameKind(each, whole)) && addsUp(whole, parts)) return amounts.slice(0, from)
  }
  return amounts
}

/** Loose, not done, or of another year. */
export function isAside(mention: Mention): boolean {
  return (
    mention.figure.quantity.looseness !== 'exact' || isDenied(mention) || /上年|去年|同期|以前年度/.test(mention.lead)
  )
}

/** Whether the rate's word, or its subject, is said of what it counts, or it says nothing of it: 占比. */
export function isOfThese(rate: Mention, numerator: Mention): boolean {
  const [, subject = '', word] = rateName.exec(rate.lead.trim()) ?? []
  if (word === undefined) return true
  const clause = `${clauseOf(numerator)}${/^[\p{Script=Han}]{0,4}/u.exec(numerator.after)?.[0] ?? ''}`
  return (
    (subject.length >= 4 && clause.includes(subject)) ||
    kin.some(([of, by]) => of.test(word) && by.test(clause)) ||
    [...word].some((sign) => clause.includes(sign))
  )
}

/** Whether other amounts before it give the rate, to a place that chance hardly meets. */
export function isExplained(rate: Mention, pair: Pair, here: readonly Mention[]): boolean {
  if (fitsRate(rate, pair) || rate.figure.quantity.decimals === 0) return false
  const amounts = here.filter(isAmount)
  return amounts.some((numerator) =>
    amounts.some(
      (denominator) =>
        numerator !== denominator && sameKind(numerator, denominator) && fitsRate(rate, { numerator, denominator }),
    ),
  )
}
