import { type Fact, factKey } from '#domain/fact.ts'
import type { Reading } from '#domain/reading.ts'
import { factsOf } from './facts-by-measure.ts'

const total = 'fund.total'

/**
 * A project that was granted nothing before the year and all its money during it: its goal form asks for that money, though
 * its cell is read as 年初预算. Such facts as what they are: the year's total as 全年预算; of its sources, which may be
 * what was carried over, none.
 */
export function withAddedMoney(reading: Reading, facts: readonly Fact[]): readonly Fact[] {
  if (facts.every(isGranted)) return facts
  return facts.flatMap((fact) => {
    if (isGranted(fact) || !isFundedLater(reading, fact)) return [fact]
    return fact.measure === total ? [{ ...fact, phase: 'final' as const }] : []
  })
}

/** What a goal form asks for is never certain. */
function isGranted({ phase, certain, measure }: Fact): boolean {
  return phase !== 'original' || certain || !measure.startsWith('fund.')
}

function isFundedLater(reading: Reading, fact: Fact): boolean {
  const granted = (phase: Fact['phase']) => {
    const key = factKey({ ...fact, measure: total, phase })
    return factsOf(reading, total).filter((each) => each.certain && factKey(each) === key)
  }
  const original = granted('original')
  return (
    original.length > 0 &&
    original.every(({ figure }) => figure.quantity.value.eq(0)) &&
    granted('final').some(({ figure }) => figure.quantity.value.gt(0))
  )
}
