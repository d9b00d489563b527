import type { Fact, Phase } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'

/** Facts by scope (entity and year), measure and phase; facts of equal value stand once, the surest first. */
export type FactIndex = {
  scopes(): readonly string[]
  /** Whether a scope states a measure in any phase. */
  states(scope: string, measure: string): boolean
  find(scope: string, measure: string, phase: Phase | 'any'): readonly Fact[]
}

const anyPhase: readonly Phase[] = ['actual', 'none', 'final', 'original', 'adjustment']

/** Indexes the facts of a reading, once for all identities. Measures without phases are found under any phase. */
export const indexFacts = onceFor((facts: readonly Fact[]): FactIndex => {
  const groups = new Map<string, Fact[]>()
  const scopes = new Map<string, Set<string>>()
  for (const fact of facts) {
    if (fact.measure.startsWith('count:')) continue
    const scope = `${fact.entity}|${fact.year ?? ''}`
    const stated = scopes.get(scope) ?? new Set()
    scopes.set(scope, stated.add(fact.measure))
    add(groups, `${scope}|${fact.measure}|${fact.phase}`, fact)
  }
  return {
    scopes: () => [...scopes.keys()],
    states: (scope, measure) => scopes.get(scope)?.has(measure) ?? false,
    find: (scope, measure, phase) =>
      phase === 'any'
        ? anyPhase.flatMap((each) => groups.get(`${scope}|${measure}|${each}`) ?? [])
        : (groups.get(`${scope}|${measure}|${phase}`) ??
          (isPhaseless(measure) ? groups.get(`${scope}|${measure}|none`) : undefined) ??
          []),
  }
})

/** Staff, scores and rates are stated without a phase. */
function isPhaseless(measure: string): boolean {
  return /^(?:staff|score|execution|projects)\./.test(measure)
}

function add(groups: Map<string, Fact[]>, key: string, fact: Fact): void {
  const group = groups.get(key) ?? []
  const same = group.findIndex(
    (each) => each.figure.printed === fact.figure.printed && each.figure.unit === fact.figure.unit,
  )
  if (same < 0) group.push(fact)
  else if (fact.certain && !group[same]!.certain) group[same] = fact
  if (group.length > 1) group.sort((left, right) => Number(right.certain) - Number(left.certain))
  groups.set(key, group)
}
