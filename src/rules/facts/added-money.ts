import { type Fact, factKey } from '#domain/fact.ts'
import type { Reading } from '#domain/reading.ts'
import { factsOf } from './facts-by-measure.ts'

const total = 'fund.total'

/**
 * A project that was granted nothing before the year and all its money during it: its goal form asks for that money, though
 * its cell is read as 年初预算. Such facts as what they are: the year's total as 全年预算; its sources too where the form of
 * the year prints that nothing was carried over, which they may hold; else none.
 */
export function withAddedMoney(reading: Reading, facts: readonly Fact[]): readonly Fact[] {
  if (facts.every(isGranted)) return facts
  return facts.flatMap((fact) => {
    if (isGranted(fact) || !isFundedLater(reading, fact)) return [fact]
    return fact.measure === total || isNothingCarried(reading, fact) ? [{ ...fact, phase: 'final' as const }] : []
  })
}

/** What a goal form asks for is never certain. */
function isGranted({ phase, certain, measure }: Fact): boolean {
  return phase !== 'original' || certain || !measure.startsWith('fund.')
}

function isFundedLater(reading: Reading, fact: Fact): boolean {
  return (
    isZero(likeIt(reading, fact, total, 'original')) &&
    likeIt(reading, fact, total, 'final').some(({ figure }) => figure.quantity.value.gt(0))
  )
}

function isNothingCarried(reading: Reading, fact: Fact): boolean {
  return isZero(likeIt(reading, fact, 'fund.carry-over', 'final'))
}

/** Facts of the same year and project that are certain. */
function likeIt(reading: Reading, fact: Fact, measure: string, phase: Fact['phase']): readonly Fact[] {
  const key = factKey({ ...fact, measure, phase })
  return factsOf(reading, measure).filter((each) => each.certain && factKey(each) === key)
}

function isZero(facts: readonly Fact[]): boolean {
  return facts.length > 0 && facts.every(({ figure }) => figure.quantity.value.eq(0))
}
