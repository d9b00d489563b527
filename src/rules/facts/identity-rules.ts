import type { Knowledge } from '#domain/knowledge.ts'
import type { Rule } from '../rule.ts'
import { indexFacts } from './fact-index.ts'
import { judgeIdentity } from './judge-identity.ts'

/** The identities of `data/identities`, each as a rule of its own. */
export function identityRules(knowledge: Knowledge): Rule[] {
  const measures = new Map(knowledge.measures.map((measure) => [measure.id, measure]))
  return knowledge.identities.map((identity) => ({
    id: identity.id,
    title: identity.title,
    source: identity.source,
    judge: (reading) => judgeIdentity(identity, indexFacts(reading.facts), measures),
  }))
}
