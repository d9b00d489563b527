import type { Fact } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'

/** A count of something done, its measure ('count:督查通报:期') taken apart. */
export type CountedFact = { readonly fact: Fact; readonly thing: string; readonly unit: string }

/** The counts among the facts, in order. */
export const countedFacts = onceFor((facts: readonly Fact[]): readonly CountedFact[] =>
  facts.flatMap((fact) => {
    if (!fact.measure.startsWith('count:')) return []
    const [, thing = '', unit = ''] = fact.measure.split(':')
    return [{ fact, thing, unit }]
  }),
)
