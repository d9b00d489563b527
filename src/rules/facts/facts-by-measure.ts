import type { Fact } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'
import type { Reading } from '#domain/reading.ts'

/** The facts of a measure, in order: many rules each look for one measure among all that a file states. */
export function factsOf(reading: Reading, measure: string): readonly Fact[] {
  return byMeasure(reading.facts).get(measure) ?? none
}

const none: readonly Fact[] = []

const byMeasure = onceFor((facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> =>
  Map.groupBy(facts, ({ measure }) => measure),
)
