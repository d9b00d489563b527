import type { Figure } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'
import type { Reading } from '#domain/reading.ts'

const byBlock = onceFor(({ figures }: Reading): ReadonlyMap<number, readonly Figure[]> =>
  Map.groupBy(figures, ({ place }) => place.block),
)
const none: readonly Figure[] = []

/** The numbers of a paragraph or a table, as they were read. */
export function figuresOf(reading: Reading, block: number): readonly Figure[] {
  return byBlock(reading).get(block) ?? none
}
