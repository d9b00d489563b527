import type { Mention, Sentence } from '../text/sentences.ts'
import { gapIn, gapOf, isComparedGap, ownClause } from './gap-words.ts'
import { isPlanned } from './planned-and-done.ts'
import { type Sides, areLike, isExact, isNextClause, measuresLike } from './sides.ts'

type Row = {
  readonly before: Mention
  readonly last: Mention
  readonly result: Mention
  readonly mentions: readonly Mention[]
}

/** The two right before it, where its own words or theirs name both sides, whatever they are of. */
export function besides({ mentions }: Sentence, result: Mention, at: number): Sides | undefined {
  const [before, last] = [mentions[at - 2], mentions[at - 1]]
  if (!before || !last || ![before, last].every((each) => measuresLike(each, result) && isExact(each))) return undefined
  const row = { before, last, result, mentions: mentions.slice(0, at) }
  if (last.depth === result.depth + 1) return overBracket(row)
  if (last.depth !== result.depth || last.depth !== before.depth) return undefined
  return comparedWith(row) ?? (/[；;。]/.test(result.lead) ? undefined : (apart(row) ?? byName(row) ?? fromTo(row)))
}

/** 「中标价1498.6万元，低于控制价（1560万元）61.4万元」. */
function overBracket({ before, last, result }: Row): Sides | undefined {
  const from = gapIn(last.lead)?.from
  return from && before.depth === result.depth && /^[）)]\s*(?:的)?[\p{Script=Han}]{0,4}$/u.test(result.lead)
    ? { plan: last, done: before }
    : undefined
}

const comparison = /(?:^|[，,；;])[^，；]{0,8}(?:较|比|与|同|距|超)[^，；]{0,16}$/

/** 「与年度目标380家次相比多服务55家次」「超出核定编制12辆2辆」. */
function comparedWith({ before, last, result, mentions }: Row): Sides | undefined {
  if (result.lead === '' && gapIn(last.lead)?.from) return { plan: last, done: before }
  const isNamed = comparison.test(last.lead) && isPlanned(last) && !/上年|去年|上一年|上一?期|同期/.test(last.lead)
  return isNamed && isComparedGap(result) ? { plan: last, done: nowBefore(mentions, result) ?? before } : undefined
}

/** What stood before the first of several comparisons: 「服务435家次，与目标380家次相比多55家次，与上年402家次相比多33家次」. */
function nowBefore(mentions: readonly Mention[], result: Mention): Mention | undefined {
  return mentions
    .slice(0, -1)
    .findLast(
      (each) =>
        measuresLike(each, result) &&
        !isComparedGap(each) &&
        !/^[，,；;]?\s*(?:较|比|与|同)/.test(each.lead.trim()) &&
        !gapOf(each),
    )
}

const differs =
  /^[，,]\s*(?:[两二][\p{Script=Han}]{0,3}|[^，；。\d]{0,6}[与和][^，；。\d]{1,6})?(?:之间)?(?:相差|差距|差额|差值|悬殊|分差)(?:[了达为]|达到)?$/u

/** 「城镇居民38260元，农村居民17845元，两者相差20415元」: the only two there are. */
function apart({ before, last, result, mentions }: Row): Sides | undefined {
  if (!differs.test(result.lead.trim()) || (/[；;。]/.test(last.lead) && !/[两二]/.test(result.lead))) return undefined
  const further = mentions.at(-3)
  const isListed = further !== undefined && measuresLike(further, result) && !/[；;。]/.test(before.lead)
  return isListed ? undefined : { plan: last, done: before }
}

const one =
  /^[，,]\s*([\p{Script=Han}]{2,10}?)[比较]([\p{Script=Han}]{2,10}?)(?:净|实际)?(?:[多少高低]出?|增加|减少|增长|上升|下降|提高|降低)(?:了|达|为)*$/u

/** 「上半年3.6亿元，下半年5.25亿元，下半年比上半年多1.65亿元」. */
function byName({ before, last, result }: Row): Sides | undefined {
  const [, now, base] = one.exec(result.lead.trim()) ?? []
  if (now === undefined || base === undefined) return undefined
  if (before.lead.includes(base) && last.lead.includes(now)) return { plan: before, done: last }
  return before.lead.includes(now) && last.lead.includes(base) ? { plan: last, done: before } : undefined
}

const start = /(?:年初|期初|上年末|上年底)[^，；]{0,10}$/
const end = /^(?:年末|期末|年底|目前|本年末|本期末)[^，；]{0,10}$/
const was = /(?:^|[^理])(?:由|从)|(?:改造|实施|整治|治理|改革|推行|调整|优化|压缩)前/
const became = /(?:[至到为成]了?|后)[^，；]{0,6}$/

/** 「由90个工作日减至68个工作日，压缩22个工作日」「年初286万元，年末241万元，减少45万元」. */
function fromTo({ before, last, result }: Row): Sides | undefined {
  const [one, two] = [ownClause(before), ownClause(last)]
  const isFromTo = (start.test(one) && end.test(two)) || (was.test(one) && became.test(two))
  return isFromTo && gapOf(result) && isNextClause(result) && !/[；;。]/.test(last.lead)
    ? { plan: before, done: last }
    : undefined
}

/** 「优良率86.3%，同比提高2.1个百分点，上年同期为84.2%」: what it was stands behind. */
export function sinceLastYear(mentions: readonly Mention[], result: Mention, at: number): Sides | undefined {
  const [last, next] = [mentions[at - 1], mentions[at + 1]]
  if (!last || !next || !areLike([last, next], result) || !isNextClause(result)) return undefined
  return risenSince.test(ownClause(result)) && /^[，,]\s*(?:上年|去年)(?:同期|度)?(?:为|是)$/.test(next.lead.trim())
    ? { plan: next, done: last }
    : undefined
}
const risenSince = /^(?:同比|[比较](?:上年|去年)(?:同期)?)(?:提高|上升|增加|下降|降低|减少|提升|回落|多|少)了?$/
