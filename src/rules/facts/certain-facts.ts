import type { Fact, Phase } from '#domain/fact.ts'
import type { Reading } from '#domain/reading.ts'
import { factsOf } from './facts-by-measure.ts'

/** The certain facts of a measure and phase for the year of their own part, one for each value that is stated. */
export function certainFacts(reading: Reading, measure: string, phase: Phase): Fact[] {
  const facts = factsOf(reading, measure).filter(
    (fact) =>
      fact.phase === phase &&
      fact.certain &&
      fact.entity === '' &&
      fact.year === reading.parts[fact.figure.place.part]?.year,
  )
  return [...new Map(facts.map((fact) => [`${fact.figure.printed}${fact.figure.unit}`, fact])).values()]
}
