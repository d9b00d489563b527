import { baseValue } from '#domain/quantity.ts'
import { oneSlipAway, oneSmallSlipAway } from '../doubts/one-slip-away.ts'
import { isListed } from '../text/list-lead.ts'
import type { Mention } from '../text/sentences.ts'
import { type Gap, gapOf, ownClause } from './gap-words.ts'
import { type Sides, areLike, fits, isExact, isNextClause, measuresLike } from './sides.ts'
import { isGapItself, spineOf } from './spine.ts'
import { sided } from './told-by-role.ts'

/** What lies between is told before one of the two, or both. */
export function toldBehind(mentions: readonly Mention[], result: Mention, at: number, gap: Gap): Sides | undefined {
  const next = mentions[at + 1]
  if (!next || !measuresLike(next, result) || !isExact(next)) return undefined
  return next.depth === result.depth + 1
    ? inBracket(mentions, result, at, gap)
    : (bothBehind(mentions, result, at, gap) ??
        planBehind(mentions[at - 1], next, result, gap) ??
        inBetween(mentions, result, at))
}

/** 「结余32.4万元（预算320万元，支出287.6万元）」. */
function inBracket(mentions: readonly Mention[], result: Mention, at: number, gap: Gap): Sides | undefined {
  const [one, two, more] = mentions.slice(at + 1)
  const isAtOnce = /^\s*(?:[（(][^（()）]{0,3}[）)])?[（(]/.test(result.after)
  if (!one || !two || !isAtOnce || !isWithin(two, one, result) || !isExact(two) || isListed(two.lead)) return undefined
  return more && isWithin(more, one, result) ? undefined : sided(one, two, gap)
}

function isWithin(each: Mention, { depth }: Mention, result: Mention): boolean {
  return each.depth === depth && measuresLike(each, result)
}

/** 「审计核减28.5万元，送审价506.3万元，审定价477.8万元」: nothing of their measure stands before. */
function bothBehind(mentions: readonly Mention[], result: Mention, at: number, gap: Gap): Sides | undefined {
  const [one, two, more] = mentions.slice(at + 1)
  if (!one || !two || !areLike([one, two], result) || spineOf(mentions.slice(0, at), result).length > 0)
    return undefined
  if (![one, two].every(isNextClause) || isGapItself(one) || isGapItself(two)) return undefined
  if (more && measuresLike(more, result) && gapOf(more)) return undefined
  const pair = sided(one, two, gap)
  return pair && (gap.from || isReviewed(pair, result) || isNearly(pair, result)) ? pair : undefined
}

/** 「决算58.4万元，超出预算3.4万元，预算数为55万元」. */
function planBehind(last: Mention | undefined, next: Mention, result: Mention, { from }: Gap): Sides | undefined {
  if (!from || !last || !areLike([last], result) || !isNextClause(result)) return undefined
  const isSaid = /^[，,（(]\s*[\p{Script=Han}]{0,10}(?:数|值|额|量|为|是)$/u.test(
    next.lead.trim().replace(/^[）)]/, ''),
  )
  return isSaid && from.test(ownClause(next)) && !from.test(ownClause(last)) ? { plan: next, done: last } : undefined
}

const takenOff = /请假|缺[席勤考]|弃[权考]|退[出学]|放弃|减免|剔除|作废|无效|流失|死亡|[核审]减|未[到参领缴开完实]/
const leftOver = /^(?:最终|最后|全年)?(?:实[际到有收发参付考]|有效|审定|核定|现[有存])/

/** 「应到600人，请假12人，实到588人」: what is taken off stands between what there was to be and what came of it. */
function inBetween(mentions: readonly Mention[], result: Mention, at: number): Sides | undefined {
  const [last, next, more] = [mentions[at - 1], mentions[at + 1], mentions[at + 2]]
  if (!last || !next || !areLike([last, next], result) || ![result, next].every(isNextClause)) return undefined
  if (!takenOff.test(ownClause(result)) || !leftOver.test(ownClause(next))) return undefined
  if (/^[，,]?[^，,]*[，,]/.test(next.lead.slice(1)) || !/应|送审|报审|申请|共|发放|计划|收回/.test(ownClause(last)))
    return undefined
  // 「请假12人，缺席5人，实到」: more than one is taken off.
  const isAnother = (each: Mention | undefined) => each && measuresLike(each, result) && takenOff.test(ownClause(each))
  return isAnother(last) || isAnother(more) ? undefined : { plan: last, done: next, firm: true }
}

/** What was sent in, what a review left of it, and what it took off. */
function isReviewed({ plan, done }: Sides, { lead }: Mention): boolean {
  return /[核审]减/.test(lead) && /送审|报审|申[报请]/.test(ownClause(plan)) && /审定|核定|批复/.test(ownClause(done))
}

/** Whether one slip in one of the three tells that they were meant. */
function isNearly({ plan, done }: Sides, result: Mention): boolean {
  const [more, less] = [plan, done].toSorted((one, two) =>
    baseValue(two.figure.quantity).cmp(baseValue(one.figure.quantity)),
  )
  return fits({ plan, done }, result) || oneSlipAway(more!, [less!, result]) || oneSmallSlipAway(more!, [less!, result])
}
