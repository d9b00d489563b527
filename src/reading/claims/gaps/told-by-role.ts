import { isListed } from '../text/list-lead.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { type Gap, ownClause } from './gap-words.ts'
import { isDone, isPlanned } from './planned-and-done.ts'
import { type Sides, areLike, fits, isNextClause } from './sides.ts'
import { goesOn, isExplained, isGapItself, isOneOfSeveral, spineOf } from './spine.ts'

/** Both stand right before it. */
export function told(sentence: Sentence, result: Mention, at: number, gap: Gap): Sides | undefined {
  const spine = spineOf(sentence.mentions.slice(0, at), result)
  const [one, two] = spine.slice(-2)
  if (!one || !two || !areLike([one, two], result) || !isNextClause(result) || isGapItself(one) || isGapItself(two))
    return undefined
  if (
    /[；;。]/.test(two.lead) ||
    clausesIn(two.lead) > 2 ||
    isListed(two.lead) ||
    clausesIn(withoutVerdict(result.lead)) > 1
  )
    return undefined
  const pair = sided(one, two, gap)
  if (!pair) return undefined
  const ahead = spine.slice(0, -2)
  const isFit = fits(pair, result)
  return isFit ||
    (!isOneOfSeveral(ahead, pair, result, gap) && !isExplained(ahead, pair, result) && !goesOn(sentence.mentions, at))
    ? pair
    : undefined
}

/** Which of two is the plan: the one the gap names, else the one so called. */
export function sided(one: Mention, two: Mention, { from }: Gap): Sides | undefined {
  if (from) {
    const [first, second] = [one, two].map((each) => from.test(ownClause(each)))
    if (first && !(second && !isDone(two))) return { plan: one, done: two }
    return second && (isDone(one) || !isPlanned(one) || !first) ? { plan: two, done: one } : undefined
  }
  const isTold = isPlanned(one) && isDone(two)
  // People and things that were there, and those that were dealt with.
  const isCounted = one.figure.quantity.unit.kind === 'count' && (isPlanned(one) || isDone(two)) && !isDone(one)
  if (isTold || isCounted) return { plan: one, done: two }
  return isDone(one) && isPlanned(two) ? { plan: two, done: one } : undefined
}

/** 「，未达目标，相差」: that it fell short may be said before by how much. */
function withoutVerdict(lead: string): string {
  return lead.replace(/^[，,]\s*(?:未|没有|尚未|低于|高于|超过|超额|距|与)[^，,；;。\d]{2,12}(?=[，,])/, '')
}

function clausesIn(lead: string): number {
  return (lead.match(/[，,]/g) ?? []).length
}
