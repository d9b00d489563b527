import type { Measure } from '#domain/knowledge.ts'
import { onceFor } from '#domain/once-for.ts'

/** The measures of data/measures.yaml by their id. */
export const measuresById = onceFor(
  (measures: readonly Measure[]): ReadonlyMap<string, Measure> =>
    new Map(measures.map((measure) => [measure.id, measure])),
)
