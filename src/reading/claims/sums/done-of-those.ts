import type { Claim } from '#domain/claim.ts'

/** Words that say when or how much, not what. */
const when = /^(?:已经?|实际|共|累计|全年|其中|均|全部|分别|有)+/

/**
 * Whether the last part of a list is told by the very word of the total: 「收集问题88个，已解决85个；其中热线转办46个，解决45个」.
 * It is how many of those before it were done, and they are no parts of one whole.
 */
export function isDoneOfThose({ form }: Claim): boolean {
  if (form.is !== 'sum' || form.parts.length !== 2) return false
  // 「收回386份，其中有效380份，满意361份」: each is of the one before.
  if (/有效/.test(form.parts[0]!.name) && /满意/.test(form.parts[1]!.name)) return true
  const done = form.parts[1]!.name.replace(when, '')
  return done.length >= 2 && !form.parts[0]!.name.endsWith(done) && form.total.name.endsWith(done)
}
