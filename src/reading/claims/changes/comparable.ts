import { afterLast } from '#domain/clauses.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

/**
 * What a comparison may be of, likeliest first: the one it names, else the amount right before it, then others before it.
 *
 * group   base, amount and rate of the comparison
 * plain   the amounts before it
 */
export function comparable(nearest: Mention, group: readonly Mention[], plain: readonly Mention[]): Mention[] {
  const named = namedBy(group[0]!, plain, nearest)
  if (named) return [named]
  // 「由B增加到A」 names what it compares.
  if (roleOf(nearest) === 'risen') return [nearest]
  return [
    nearest,
    ...plain.filter((each) => each !== nearest && each.start < group[0]!.start && sameKind(each, nearest)),
  ]
}

/** 「受理投诉2315件，按时办结2274件；受理量较上年2748件减少433件」: what is compared is named. */
function namedBy({ lead }: Mention, plain: readonly Mention[], nearest: Mention): Mention | undefined {
  const subject = /^([\p{Script=Han}]{2,6}?)(?:数?量|总?数|总?额|人数|件数)?[比较]/u.exec(
    afterLast(lead, '，,；;。').trim(),
  )?.[1]
  if (subject === undefined || nearest.label.includes(subject)) return undefined
  return plain.findLast((each) => sameKind(each, nearest) && each.label.includes(subject))
}
