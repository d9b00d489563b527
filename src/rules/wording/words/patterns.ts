import { onceFor } from '#domain/once-for.ts'
import { type Line, matchesIn, wholeOf } from '../paragraphs.ts'
import type { Evidence } from '#domain/finding.ts'

/** An entry of data/wording.yaml that is found by a regular expression. */
type Entry = { readonly pattern: string; readonly cue?: string }

const compiled = onceFor(({ pattern, cue }: Entry) => ({
  cue: cue === undefined ? undefined : new RegExp(cue, 'u'),
  anywhere: new RegExp(pattern, 'um'),
  every: new RegExp(pattern, 'gu'),
}))

/**
 * Every place an entry's pattern matches in the lines. Nearly all patterns occur nowhere: each is sought once in the
 * whole text before line by line, and a slow one only where its cue stands.
 */
export function placesMatching(lines: readonly Line[], entry: Entry): Evidence[] {
  const { cue, anywhere, every } = compiled(entry)
  const whole = wholeOf(lines)
  return (cue?.test(whole) ?? true) && anywhere.test(whole) ? matchesIn(lines, every) : []
}
