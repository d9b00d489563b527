import type { Claim } from '#domain/claim.ts'
import { subtractIntervals, meets } from '#domain/arithmetic.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { apartByWords } from './points-by-words.ts'
import { sinceYear } from './points-since-year.ts'
import { clauseOf } from './rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

const baseWords = /目标|上年|去年|上一年|20\d\d年|计划|预期|预算|平均|同期|年初/
const standards = /序时|进度|要求|控制|标准|上限|下限|红线|警戒|预警|水平|均值/
const comparing = /[与比较距于同和]/
const up = /高|提高|提升|增|升|超|多/
const down = /低|下降|降低|减|降|少|落后|回落|收窄|下滑|下跌/
/** 「年平均增长率0.57%」 is what the rate is called. */
const namedRate = /(?:增长|提高|上升|提升|升学|下降|降低|减少|减排|降耗)(?:率|速度|幅度?)|[增降升]幅|增速/g

/**
 * Two rates and how many points they lie apart: 「比上年95.5%提高0.7个百分点」「与目标70%相差1.1个百分点」
 * 「提高0.7个百分点（上年95.5%）」「甲92.17%；乙96.80%，二者相差4.63个百分点」.
 *
 * earlier   the mentions of the part before this sentence
 */
export function pointsApart(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  const own = earlier.filter(({ figure }) => figure.place.block === sentence.block)
  return sentence.mentions.flatMap((points, at) => {
    // 「前者较2022年的89.9%提高」 is of the first of two.
    if (points.figure.quantity.unit.kind !== 'points' || /[前后]者/.test(sentence.mentions[at - 1]?.lead ?? ''))
      return []
    // 「由14.2%降至8.6%，年均下降1.12个百分点」 is told of one year of several.
    if (/年均|年平均|每年|月均|季均/.test(clauseOf(points))) return []
    const bound = named(sentence.mentions, at) ?? bracketed(sentence.mentions, at) ?? risen(sentence.mentions, at)
    const before = sentence.mentions.slice(0, at)
    const found: Rates | undefined =
      bound ??
      fallenShort(sentence.mentions, at) ??
      sideBySide(sentence.mentions, at) ??
      inYears(sentence.mentions, at) ??
      outsideBrackets(before, points) ??
      apartByWords(points, [...own, ...before]) ??
      sinceYear(sentence, points, [...own, ...before])
    if (!found) return []
    const { current, base } = found
    const [minuend, subtrahend] = ordered(points, current, base)
    const certain = bound !== undefined || agree(points, minuend, subtrahend)
    // Two rates that no wording puts in order and that lie so far apart were taken in the wrong order.
    if (!certain && !found.firm && agree(points, subtrahend, minuend)) return []
    const claim: Claim = {
      rule: 'difference.points',
      form: { is: 'difference', result: termOf(points), minuend: termOf(minuend), subtrahend: termOf(subtrahend) },
      certain,
      ...(certain ? {} : { because: '相差的是哪两个比率按上下文判断' }),
      ...(found.firm && !certain ? { firm: true as const } : {}),
      quote: quoteOf(sentence, Math.min(current.start, base.start), Math.max(points.end, base.end)),
    }
    return [claim]
  })
}

/** 「优良率85.0%，比上年的83.3%（18个部门中15个）提高1.7个百分点」: what stands in brackets is passed over. */
function outsideBrackets(before: readonly Mention[], points: Mention): Rates | undefined {
  const outside = before.filter(({ depth }) => depth <= points.depth)
  if (outside.length === before.length || !/[）)]/.test(points.lead)) return undefined
  const bare = { ...points, lead: points.lead.replace(/^[^）)]*[）)]/, '') }
  return named([...outside, bare], outside.length)
}

/** `firm`: the words leave no other two. */
type Rates = { readonly current: Mention; readonly base: Mention; readonly firm?: true }

function agree(points: Mention, minuend: Mention, subtrahend: Mention): boolean {
  const [apart, more, less] = [points, minuend, subtrahend].map(({ figure }) =>
    intervalOf({ ...figure.quantity, looseness: 'exact' }),
  )
  return meets(apart!, subtractIntervals(more!, less!))
}

/**
 * The base stands right before the points, told to be one; the rate before it is the current one, if that is no base
 * itself: 「营养不良率5.37%，比2022年的5.94%下降0.57个百分点，比2021年的6.82%下降1.45个百分点」.
 */
function named(mentions: readonly Mention[], at: number): Rates | undefined {
  const base = mentions[at - 1]
  const current = mentions
    .slice(0, Math.max(0, at - 1))
    .findLast(
      (each) =>
        each.figure.quantity.unit.kind !== 'points' && !(isRate(each) && (isComparedWith(each) || isBound(each))),
    )
  if (!current || !base || !isRate(base) || !isRate(current)) return undefined
  if (!isComparedWith(base) || /[，,；;。]/.test(mentions[at]!.lead)) return undefined
  return /[；;。]/.test(base.lead) ? undefined : { current, base }
}

function isComparedWith(mention: Mention): boolean {
  const clause = clauseOf(mention)
  return baseWords.test(clause) && comparing.test(clause)
}

/** 「执行率61.0%，低于序时进度（66.7%）5.7个百分点，但比上年同期的57.4%高3.6个百分点」: what a rate is held against is not what is compared. */
function isBound({ lead }: Mention): boolean {
  return /(?:[低高]于|超过|超出|不及|落后|滞后)[^，；]{0,16}$/.test(lead) && standards.test(lead)
}

/** 「由2022年的6.8%下降到5.3%，下降1.5个百分点」: what it was, what it became, and by how much. */
function risen(mentions: readonly Mention[], at: number): Rates | undefined {
  const [base, current, points] = [mentions[at - 2], mentions[at - 1], mentions[at]!]
  if (!base || !current || !isRate(base) || !isRate(current) || /[；;。]/.test(points.lead + current.lead))
    return undefined
  const became =
    /(?:到|至|为)了?(?:20\d\d年[初末底]?的?)?$/.test(clauseOf(current)) && /[升降提减增高低]/.test(clauseOf(current))
  return became && /[由从]/.test(clauseOf(base)) && /^[，,]?\s*(?:共|累计)?[\p{Script=Han}]{1,4}了?$/u.test(points.lead)
    ? { current, base }
    : undefined
}

/** 「执行率54.68%，低于66.67%的序时进度11.99个百分点」「满意度88.6%，未达到90%的目标值，差1.4个百分点」. */
function fallenShort(mentions: readonly Mention[], at: number): Rates | undefined {
  const [current, base, points] = [mentions[at - 2], mentions[at - 1], mentions[at]!]
  if (!current || !base || !isRate(current) || !isShare(base) || /[；;。]/.test(points.lead + base.lead))
    return undefined
  if (!/(?:低于|高于|超过|超出|未达到?|未到|不及)[^，；]{0,8}$/.test(base.lead)) return undefined
  const isNamed = baseWords.test(`${base.lead}${points.lead}`) || standards.test(`${base.lead}${points.lead}`)
  return isNamed && /^的?[\p{Script=Han}]{0,8}[，,]?\s*(?:还|仍|相)?(?:差|低|高)?了?$/u.test(points.lead)
    ? { current, base }
    : undefined
}

/** 「最高的98.9%；最低的93.7%，两地相差5.2个百分点」: the two rates right before. */
function sideBySide(mentions: readonly Mention[], at: number): Rates | undefined {
  const [current, base, points] = [mentions[at - 2], mentions[at - 1], mentions[at]!]
  if (!current || !base || !isRate(base) || !isRate(current)) return undefined
  return /^[，,]\s*(?:[两二][\p{Script=Han}]{0,3})?(?:之间)?相差(?:了|约)?$/u.test(points.lead.trim())
    ? { current, base }
    : undefined
}

const ofYear =
  /(?:^|[，,；;。：:])\s*(?:而|其中|全[县市区]|我[县市区])?(20\d\d年度?|上年度?|去年|上一年度?)(?:同期)?[\p{Script=Han}“”]{0,16}$/u

/** 「2023年合格率为98.8%，2022年为96.3%，同比提高2.5个百分点」: the rates of two years that are named, one after the other. */
function inYears(mentions: readonly Mention[], at: number): Rates | undefined {
  const [one, two, points] = [mentions[at - 2], mentions[at - 1], mentions[at]!]
  if (!one || !two || !isRate(one) || !isRate(two) || one.depth !== points.depth || two.depth !== points.depth)
    return undefined
  if (
    !/^[，,]\s*(?:同比|较?比?(?:上年|去年|20\d\d年)|两年|一年)?(?:[提升降上下增减回][\p{Script=Han}])了?$/u.test(
      points.lead.trim(),
    )
  )
    return undefined
  const [first, second] = [one, two].map(({ lead }) => ofYear.exec(lead)?.[1]?.slice(0, 4))
  if (!second || !/^[，,、]/.test(two.lead.trim()) || first === second) return undefined
  const isEarlier = /^20/.test(second) ? first !== undefined && second < first : true
  if (!isEarlier && !(first !== undefined && (/^20/.test(first) ? first < second : true))) return undefined
  return isEarlier ? { current: one, base: two, firm: true } : { current: two, base: one, firm: true }
}

/** The base follows in a bracket. */
function bracketed(mentions: readonly Mention[], at: number): Rates | undefined {
  const [current, points, base] = [mentions[at - 1], mentions[at]!, mentions[at + 1]]
  if (!current || !base || !isRate(base) || !isRate(current) || /[；;。]/.test(points.lead)) return undefined
  const isBase = /^[（(]/.test(points.after.trim()) && baseWords.test(base.lead) && !/[，,；;。]/.test(base.lead)
  return isBase ? { current, base } : undefined
}

function isRate(mention: Mention): boolean {
  return isShare(mention) && mention.figure.quantity.looseness === 'exact'
}

/** 「低于66.67%」 is a bound, and the base all the same. */
function isShare({ figure }: Mention): boolean {
  return figure.quantity.unit.kind === 'share'
}

/** Which of the two the points are taken from: as the direction says, else the greater. */
function ordered(points: Mention, current: Mention, base: Mention): [Mention, Mention] {
  const own = clauseOf(points).replace(namedRate, '')
  // 「比2023年回落2.29个百分点（2023年增长3.99%）」: how the base itself changed says nothing.
  const said = down.test(own) && !up.test(own) ? own : clauseOf(base).replace(namedRate, '') + own
  const isApart = /差/.test(said)
  if (!isApart && up.test(said)) return [current, base]
  if (!isApart && down.test(said)) return [base, current]
  return baseValue(current.figure.quantity).lt(baseValue(base.figure.quantity)) ? [base, current] : [current, base]
}
