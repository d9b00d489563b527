import type { Fact, Phase } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'

/** The facts of one scope, an entity and a year; facts of equal value stand once, the surest first. */
export type Scope = {
  /** Whether the scope states a measure in any phase. */
  states(measure: string): boolean
  find(measure: string, phase: Phase | 'any'): readonly Fact[]
}

type ByPhase = Map<Phase, Fact[]>

const anyPhase: readonly Phase[] = ['actual', 'none', 'final', 'original', 'adjustment']
const none: readonly Fact[] = []

/** The scopes of a reading's facts, once for all identities. Measures without phases are found under any phase. */
export const scopesOf = onceFor((facts: readonly Fact[]): readonly Scope[] => {
  const scopes = new Map<string, Map<string, ByPhase>>()
  for (const fact of facts) {
    if (fact.measure.startsWith('count:')) continue
    const stated = entryOf(scopes, `${fact.entity}|${fact.year ?? ''}`, newMeasures)
    add(entryOf(entryOf(stated, fact.measure, newPhases), fact.phase, newGroup), fact)
  }
  return [...scopes.values()].map((stated) => ({
    states: (measure) => stated.has(measure),
    find(measure, phase) {
      const byPhase = stated.get(measure)
      if (!byPhase) return none
      if (phase === 'any') return anyPhase.flatMap((each) => byPhase.get(each) ?? [])
      return byPhase.get(phase) ?? (isPhaseless(measure) ? byPhase.get('none') : undefined) ?? none
    },
  }))
})

const newMeasures = () => new Map<string, ByPhase>()
const newPhases = (): ByPhase => new Map()
const newGroup = (): Fact[] => []

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, fresh: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = fresh()
  map.set(key, value)
  return value
}

/** Staff, scores and rates are stated without a phase. */
function isPhaseless(measure: string): boolean {
  return /^(?:staff|score|execution|projects)\./.test(measure)
}

function add(group: Fact[], fact: Fact): void {
  const same = group.findIndex(
    (each) => each.figure.printed === fact.figure.printed && each.figure.unit === fact.figure.unit,
  )
  if (same < 0) group.push(fact)
  else if (fact.certain && !group[same]!.certain) group[same] = fact
  if (group.length > 1) group.sort((left, right) => Number(right.certain) - Number(left.certain))
}
