import { gapBetween } from '#domain/arithmetic.ts'
import { addsUp, sumOf } from './adds-up.ts'
import type { Claim, Term } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { fittingList, isClosedSet } from './fitting-list.ts'
import { isFullMark } from '../rates/full-marks.ts'
import { roleOf } from '../text/mention-role.ts'
import { addsSome } from './named-sums.ts'
import {
  isAllOf,
  isAmongOthers,
  isByAccount,
  isLoose,
  isOfWholeList,
  isRateOf,
  mixedList,
  otherWhole,
  rollsForward,
  sharesAreAll,
} from './list-kinds.ts'
import { isDeducted, isNoPart, isSibling, isWithinPart } from './no-part.ts'
import { areLevels, exceeds, isOfNewOnes, isOutlined, namesMain, saysOpen, withoutRetired } from './open-lists.ts'
import { oneSlipAway, oneSmallSlipAway } from '../doubts/one-slip-away.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { isSlippedList } from './strict-fit.ts'
import { strictList } from './strict-lists.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const closing = /，由|分布|资金来源|分别|组成|构成|具体/
const newTopic =
  /(?:支出合计|支出总计|收入合计|收入总计|合计|总计|共计|结余|结转|执行率|完成率|年末|截至|同时|此外|另外|共支出|总支出|总收入|实际支出|已支出|剩余|在职|离退休|实有|上年|比|较|占|增|减)/

/** A list that exceeds a total by more than this is hardly a list of its parts. */
const mostExceeding = '0.1'

/** A list that lacks more of its total than this tells a part of it, whether it says 等 or not. */
const mostMissing = '0.15'

type Candidate = { readonly mention: Mention; readonly nested: boolean }

/**
 * The claim a total makes with the numbers behind it, from the mention `from` on: the list that adds up to it, else the
 * one it was meant to be, as certain as its wording makes it; none where what follows is hardly a list of its parts.
 *
 * word   what opened the list: 其中, 包括, a bracket …
 */
export function bindParts(sentence: Sentence, total: Mention, from: number, word: string): Claim | undefined {
  const strict = strictList(sentence, total, from)
  if (strict && addsUp(total, strict)) return claim(sentence, total, strict, 'equals', true)
  const serving = strict && withoutRetired(strict)
  if (serving && addsUp(total, serving)) return claim(sentence, total, serving, 'equals', true)
  const read = bindLoosely(sentence, total, from, word)
  return strict && !isTold(read) && !namesMain(sentence, total, strict, word) && isSlippedList(sentence, total, strict)
    ? claim(sentence, total, strict, 'equals', false, '改动一个数字正好相等，可能是笔误')
    : read
}

/** A list that is certainly meant and does not add up. */
function isTold(read: Claim | undefined): boolean {
  return (
    read?.certain === true &&
    read.form.is === 'sum' &&
    read.form.relation === 'equals' &&
    !addsUp(read.form.total, read.form.parts)
  )
}

function bindLoosely(sentence: Sentence, total: Mention, from: number, word: string): Claim | undefined {
  const candidates = candidatesFrom(sentence, total, from)
  const flat = candidates.filter((each) => !each.nested).map((each) => each.mention)
  if (areLevels(flat)) return undefined
  const all = candidates.map((each) => each.mention)
  const fitting = fittingList(total, flat, all)
  if (fitting) return claim(sentence, total, fitting, 'equals', true)
  const mixed = mixedList(sentence, total, flat)
  if (mixed) return claim(sentence, total, mixed, 'equals', true)
  const [first, ...others] = flat
  if (first && isAllOf(total, first, others))
    return bindParts(sentence, total, sentence.mentions.indexOf(first) + 1, word)
  // 「七年级624人、八年级598人…，平均班额50人」: a mean behind the list is none of its parts.
  const listed = flat.filter((each) => roleOf(each) === 'plain')
  if (listed.length < flat.length && listed.length >= 2 && oneSlipAway(total, listed))
    return claim(sentence, total, listed, 'equals', false, '改动一个数字正好相等，可能是笔误')
  const bySegments = segmentSum(sentence, total, from) ?? countedList(sentence, total, from)
  if (bySegments && (bySegments.certain || flat.length < 2)) return bySegments
  if (flat.length === 0) return undefined
  if (flat.length === 1)
    return isWithin(flat[0]!, word) && !isOfWholeList(sentence, total, flat[0]!)
      ? atMost(sentence, total, flat[0]!)
      : undefined
  const own = beforeNext(flat)
  if (rollsForward(total, own) || isRateOf(sentence, total, own)) return undefined
  const other = otherWhole(sentence, total, from, own)
  if (other) return claim(sentence, other, own, 'equals', true)
  if (word === '其中' && sharesAreAll(sentence, own))
    return claim(sentence, total, own, 'equals', false, '各项占比之和为100%，总数或各项可能有误')
  return unfitting(sentence, total, own, own === flat ? all : own, word)
}

/**
 * 「抽查28个县（全区111个县）」: a bracket alone doesn't make what is in it a part. 「内设机构6个，分别为：办公室、…；下属单位3个」:
 * nor does a list of names what stands behind it.
 */
function isWithin(part: Mention, word: string): boolean {
  return !/^[（(：:]$/.test(word) && !/[；;]/.test(part.lead) && part.figure.quantity.looseness === 'exact'
}

/** 「高中助学金3206人次320.6万元，学前资助4052人次202.6万元」: amounts with a count of another kind before each. */
function countedList(sentence: Sentence, total: Mention, from: number): Claim | undefined {
  const list = sentence.mentions
    .slice(from)
    .filter((each) => sameKind(each, total) && roleOf(each) === 'plain' && each.depth === total.depth)
  if (list.length < 3) return undefined
  if (addsUp(total, list)) return claim(sentence, total, list, 'equals', true)
  return oneSlipAway(total, list)
    ? claim(sentence, total, list, 'equals', false, '改动一个数字正好相等，可能是笔误')
    : undefined
}

/**
 * Parts that bring their own counts along, each behind a semicolon: 「公务接待费6.38万元，共接待58批次、462人次；公务用车
 * 运行维护费25.48万元，保有量9辆；…」. The first amount of each is the part.
 */
export function segmentSum(sentence: Sentence, total: Mention, from: number): Claim | undefined {
  const list: Mention[] = []
  // 「教职工320人（其中公办300人，专任教师280人；民办20人，专任教师16人）」: segments may stand in a bracket of their own.
  const depth = Math.max(total.depth, sentence.mentions[from]?.depth ?? 0)
  let isTaken = false
  for (const mention of sentence.mentions.slice(from)) {
    if (mention.depth < depth && depth > total.depth) break
    if (mention.depth > depth) continue
    if (/[；;]/.test(mention.lead)) isTaken = false
    if (isTaken || !sameKind(mention, total) || roleOf(mention) !== 'plain' || isFullMark(mention)) continue
    list.push(mention)
    isTaken = true
  }
  if (list.length < 2) return undefined
  if (addsUp(total, list)) return claim(sentence, total, list, 'equals', true)
  // A segment may hold two parts: 「购置及运行维护费5万元，公务接待费30万元」.
  const every = sentence.mentions
    .slice(from)
    .filter((each) => sameKind(each, total) && roleOf(each) === 'plain' && each.depth <= depth)
  if (addsUp(total, every)) return claim(sentence, total, every, 'equals', true)
  if (isClosedSet(list, total)) return claim(sentence, total, list, 'equals', false, '分项范围要请核对人确认')
  return oneSlipAway(total, list)
    ? claim(sentence, total, list, 'equals', false, '改动一个数字正好相等，可能是笔误')
    : undefined
}

/** 「甲支河18.3公里、乙支河12.4公里、丙沟7.9公里；铺设主管网96.5公里」: behind a heavier mark than parts the parts another thing is told. */
function beforeNext(list: Mention[]): Mention[] {
  const next = list.findIndex(({ lead }, at) => at >= 2 && /[；;]/.test(lead))
  const own = next < 0 ? list : list.slice(0, next)
  return next < 0 || own.slice(1).some(({ lead }) => !/^[、和及]/.test(lead.trim())) ? list : own
}

/** 「有效问卷496份；在有效问卷中，表示满意的471份」: what follows is of the part just told. */
const takesPartApart =
  /^[；;，]\s*加上?(?!强|快|大|密|班|工)|(?:^|[，；;、])\s*在?[^，；、]{2,14}中[，,]|[；;][^，；]{0,10}按[^，；]{1,8}(?:划分|分|看)[，,：:]/

/** Same-kind amounts behind the anchor, to the end of the sentence or of the bracket; nested ones marked. */
function candidatesFrom(sentence: Sentence, total: Mention, from: number): Candidate[] {
  const found: Candidate[] = []
  const depth = sentence.mentions[from]?.depth ?? 0
  let nested = false
  for (const mention of sentence.mentions.slice(from)) {
    if (mention.depth < depth) break
    const role = roleOf(mention)
    if (!sameKind(total, mention)) {
      if (role === 'plain' && found.length > 0) break
      if (role === 'plain' && !/^[\p{Script=Han}]{0,8}[：:]/u.test(mention.after) && mention.after !== '') break
      continue
    }
    if (role === 'risen') break
    if ((role !== 'plain' && role !== 'each') || isFullMark(mention) || isDeducted(mention)) continue
    if (found.some((each) => isWithinPart(mention, each.mention))) break
    if (found.length > 0 && (takesPartApart.test(mention.lead) || /^[^，；。]{0,3}(?:组成|构成)/.test(mention.lead)))
      break
    if (found.length === 0 && /[；;][^，；]{2,14}(?<!其)中[，,]/.test(mention.lead)) break
    if (found.length === 1 && /[；;]/.test(mention.lead) && isAmongOthers(sentence, total, found[0]!.mention)) break
    if (found.length === 1 && isSibling(total, mention, found[0]!.mention)) break
    if (found.length >= 1 && (addsSome(mention) || isNoPart(total, mention))) break
    if (found.length > 0) {
      if (mention.depth === depth && /[；;。）)]/.test(mention.lead)) nested = false
      if (mention.depth === depth && /其中|包括|含/.test(afterLast(mention.lead, '；;。）)'))) nested = true
      if (!nested && endsList(mention, found.length)) break
    }
    found.push({ mention, nested: nested || mention.depth > depth })
  }
  return found
}

function endsList(mention: Mention, count: number): boolean {
  const clause = afterLast(mention.lead, '，,；;')
  return count >= 2 && newTopic.test(clause) && !/^[、和及与]/.test(mention.lead.trim())
}

function unfitting(
  sentence: Sentence,
  total: Mention,
  flat: Mention[],
  all: Mention[],
  word: string,
): Claim | undefined {
  const gap = gapBetween(intervalOf(total.figure.quantity), sumOf(flat))
  const whole = baseValue(total.figure.quantity)
  const set = isClosedSet(flat, total)
  const isOpen = saysOpen(sentence, flat)
  const share = whole.eq(0) ? undefined : gap.div(whole.abs())
  // 「其中授予中小企业合同超过100万元，节支5万元以上」: what is told loosely adds up to nothing.
  if (flat.some(({ figure }) => figure.quantity.looseness !== 'exact'))
    return exceeds(total, flat) ? undefined : claim(sentence, total, flat, 'covers', true)
  const ambiguous = all.length !== flat.length
  const coded = isByAccount(flat)
  if (exceeds(total, flat)) {
    const slipped = oneSlipAway(total, flat) || (flat.length >= 3 && oneSmallSlipAway(total, flat))
    // What is listed may be of another thing, or counted twice over: a total it exceeds by far is not its own.
    const atOnce = isAtOnce(sentence, total, flat) && !outgrows(total, flat)
    if (!slipped && !set && !(atOnce && uniform(flat)) && (share === undefined || share.gt(mostExceeding)))
      return undefined
    const certain = !ambiguous && (set || (uniform(flat) && (slipped || atOnce)))
    return claim(sentence, total, flat, 'equals', certain, '所列各项之和大于总数，但分项的范围要请核对人确认')
  }
  if (set || coded || (closing.test(word) && !isOpen))
    return claim(sentence, total, flat, 'equals', !ambiguous, '分项范围要请核对人确认')
  if (isOpen || share === undefined || isOfNewOnes(flat) || (word === '其中' && isOutlined(sentence, total, flat)))
    return claim(sentence, total, flat, 'covers', true)
  if (oneSlipAway(total, flat)) return claim(sentence, total, flat, 'equals', false, '改动一个数字正好相等，可能是笔误')
  // 「保有量为13辆（局机关5辆、所属单位8辆）」: a bracket right behind takes its number apart.
  if (word === '（' && /^[（(]/.test(flat[0]!.lead) && uniform(flat) && oneSmallSlipAway(total, flat))
    return claim(sentence, total, flat, 'equals', false, '改动一个数字正好相等，可能是笔误')
  if (share.lte('0.02') && flat.length >= 3)
    return claim(sentence, total, flat, 'equals', !ambiguous, '分项范围要请核对人确认')
  if (word === '其中' && isLoose(total, flat)) return claim(sentence, total, flat, 'covers', true)
  // What was counted is often told in part only: 「42篇，其中省级采用3篇」.
  if (total.figure.quantity.unit.kind === 'count' && share.gt('0.1'))
    return claim(sentence, total, flat, 'covers', true)
  if (share.lte(mostMissing)) return claim(sentence, total, flat, 'equals', false, '所列各项可能没有列全')
  return claim(sentence, total, flat, 'covers', true)
}

/** 「A，其中甲…、乙…」: the list stands right behind its total, and no rate of a part parts it from the next. */
function isAtOnce(sentence: Sentence, total: Mention, list: readonly Mention[]): boolean {
  const [from, to] = [list[0]!, list.at(-1)!].map((each) => sentence.mentions.indexOf(each)) as [number, number]
  const ahead = sentence.mentions[from - 1] ?? total
  // 「提案31件（其中承办27件，协办4件），全部办结。其中，…」: told in a sentence before, it has a list of its own.
  if (!sentence.mentions.includes(total) && total.after.includes('其中')) return false
  return (
    /^(?:组成|构成)?[，,：:；;（(]?\s*(?:其中|包括|包含|分别为|分布|由)/.test(ahead.after) &&
    !sentence.mentions.slice(from, to).some((each) => roleOf(each) === 'ratio')
  )
}

/** A part that alone is more than the total is of another thing; of few people or things one digit may be wrong. */
function outgrows(total: Mention, list: readonly Mention[]): boolean {
  const whole = baseValue(total.figure.quantity)
  if (total.figure.quantity.unit.kind === 'count' && whole.lt(100)) return false
  return list.some(({ figure }) => baseValue(figure.quantity).gt(whole))
}

/** Parts that are listed alike: the same mark between each two, or codes, or one closing word. */
function uniform(list: readonly Mention[]): boolean {
  const marks = list.slice(1).map((each) => each.lead.trim()[0])
  const separated = marks.every((mark) => mark !== undefined && /[、，,；;和及]/.test(mark))
  return separated && list.slice(1).every((each) => (each.lead.match(/[，,；;。]/g) ?? []).length <= 1)
}

function claim(
  sentence: Sentence,
  total: Mention,
  parts: readonly Mention[],
  relation: 'equals' | 'covers',
  certain: boolean,
  because?: string,
): Claim {
  const terms: Term[] = parts.map(termOf)
  return {
    rule: 'sum.parts-of-whole',
    form: { is: 'sum', total: termOf(total), parts: terms, relation },
    certain,
    ...(because && !certain ? { because } : {}),
    quote: quoteOf(sentence, total.start, parts.at(-1)!.end),
  }
}

function atMost(sentence: Sentence, total: Mention, part: Mention): Claim {
  return {
    rule: 'sum.part-within-whole',
    form: { is: 'at-most', lesser: termOf(part), greater: termOf(total) },
    certain: true,
    quote: quoteOf(sentence, total.start, part.end),
  }
}
