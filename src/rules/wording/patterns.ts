import { onceFor } from '#domain/once-for.ts'
import { type Line, matchesIn, wholeOf } from './paragraphs.ts'
import type { Evidence } from '#domain/finding.ts'

/** An entry of data/wording.yaml that is found by a regular expression. */
type Entry = { readonly pattern: string }

const compiled = onceFor(({ pattern }: Entry) => ({
  anywhere: new RegExp(pattern, 'um'),
  every: new RegExp(pattern, 'gu'),
}))

/**
 * Every place an entry's pattern matches in the lines. Nearly all patterns occur nowhere: each is sought once in the
 * whole text before line by line.
 */
export function placesMatching(lines: readonly Line[], entry: Entry): Evidence[] {
  const { anywhere, every } = compiled(entry)
  return anywhere.test(wholeOf(lines)) ? matchesIn(lines, every) : []
}
