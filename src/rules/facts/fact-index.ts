import type { Fact, Phase } from '#domain/fact.ts'

/** Facts by scope (entity and year), measure and phase; facts of equal value stand once, the surest first. */
export type FactIndex = {
  scopes(): readonly string[]
  find(scope: string, measure: string, phase: Phase | 'any'): readonly Fact[]
}

const anyPhase: readonly Phase[] = ['actual', 'none', 'final', 'original', 'adjustment']

const indexes = new WeakMap<readonly Fact[], FactIndex>()

/** Indexes the facts of a reading, once for all identities. Measures without phases are found under any phase. */
export function indexFacts(facts: readonly Fact[]): FactIndex {
  const known = indexes.get(facts) ?? buildIndex(facts)
  indexes.set(facts, known)
  return known
}

function buildIndex(facts: readonly Fact[]): FactIndex {
  const groups = new Map<string, Fact[]>()
  const scopes = new Set<string>()
  for (const fact of facts) {
    if (fact.measure.startsWith('count:')) continue
    const scope = `${fact.entity}|${fact.year ?? ''}`
    scopes.add(scope)
    add(groups, `${scope}|${fact.measure}|${fact.phase}`, fact)
  }
  return {
    scopes: () => [...scopes],
    find: (scope, measure, phase) =>
      phase === 'any'
        ? anyPhase.flatMap((each) => groups.get(`${scope}|${measure}|${each}`) ?? [])
        : (groups.get(`${scope}|${measure}|${phase}`) ??
          (isPhaseless(measure) ? groups.get(`${scope}|${measure}|none`) : undefined) ??
          []),
  }
}

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
  group.sort((left, right) => Number(right.certain) - Number(left.certain))
  groups.set(key, group)
}
