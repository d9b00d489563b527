import { isMoved } from '../changes/compared-pairs.ts'
import type { Mention } from '../text/sentences.ts'
import { type Gap, gapOf, ownClause } from './gap-words.ts'
import { isDone, isPlanned } from './planned-and-done.ts'
import { type Sides, fits, measuresLike } from './sides.ts'

/** The amounts of its measure that are no items of a list and no rates of change, in the stretch that ；closes. */
export function spineOf(before: readonly Mention[], result: Mention): readonly Mention[] {
  const from = before.findLastIndex(({ lead }) => /[；;]/.test(lead))
  const own = (from < 0 ? before : before.slice(from)).filter(
    (each) => each.depth <= result.depth && measuresLike(each, result),
  )
  let isInList = false
  return own.filter((each) => {
    if (/其中|包括|包含|分别/.test(each.lead)) isInList = true
    else if (
      isInList &&
      /^[，,]/.test(each.lead.trim()) &&
      (isDone(each) || isPlanned(each)) &&
      !/^[，,]\s*[\p{Script=Han}]{0,2}其中/u.test(each.lead)
    )
      isInList = false
    return !isInList
  })
}

export function isGapItself(mention: Mention): boolean {
  const gap = gapOf(mention)
  return isMoved(mention) || (gap !== undefined && !gap.from && !isDone(mention) && !isPlanned(mention))
}

/** 「省级下达300万元，县级配套100万元，支出390万元，结余10万元」: what was to be may be told in several amounts. */
export function isOneOfSeveral(ahead: readonly Mention[], { plan }: Sides, result: Mention, gap: Gap): boolean {
  const others = ahead.filter((each) => !isGapItself(each))
  if (others.length === 0) return false
  const clause = ownClause(plan)
  return (
    !(gap.from || /合计|共计|总|调整后|全年|追加后|变更后|最终/.test(clause)) ||
    /配套|自筹|追加/.test(clause) ||
    /其他|另/.test(result.lead)
  )
}

/** Two other amounts told before it make it to the last digit. */
export function isExplained(ahead: readonly Mention[], { plan, done }: Sides, result: Mention): boolean {
  const all = [...ahead, plan, done]
  return all.some((one) =>
    all.some(
      (two) => one !== two && (ahead.includes(one) || ahead.includes(two)) && fits({ plan: one, done: two }, result),
    ),
  )
}

/** 「未完成3个，未开工2个」: what is left is told in several amounts. */
export function goesOn(mentions: readonly Mention[], at: number): boolean {
  const [result, next] = [mentions[at]!, mentions[at + 1]]
  if (!next || !measuresLike(next, result) || next.depth !== result.depth || /[；;。]/.test(next.lead)) return false
  const gap = gapOf(next)
  return (gap !== undefined && !gap.from) || /^[、和及]/.test(next.lead.trim())
}
