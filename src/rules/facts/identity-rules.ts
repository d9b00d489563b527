import type { Knowledge } from '#domain/knowledge.ts'
import type { Rule } from '../rule.ts'
import { scopesOf } from './fact-index.ts'
import { judgeIdentity } from './judge-identity.ts'
import { measuresById } from './measures-by-id.ts'

/** The identities of `data/identities`, each as a rule of its own. */
export function identityRules(knowledge: Knowledge): Rule[] {
  const measures = measuresById(knowledge.measures)
  return knowledge.identities.map((identity) => ({
    id: identity.id,
    title: identity.title,
    source: identity.source,
    judge: (reading) => judgeIdentity(identity, scopesOf(reading.facts), measures),
  }))
}
