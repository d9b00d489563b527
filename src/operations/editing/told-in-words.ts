import { measuresById } from '#rules/facts/measures-by-id.ts'
import type { Change } from '#storage/log/read-log.ts'
import { knowledge } from '../load-knowledge.ts'

type Fields = Change['before']

/** Changes as people read them: measures by the names of data/measures.yaml instead of their ids. */
export function toldInWords(changes: readonly Change[]): Change[] {
  return changes.map((change) => ({ ...change, before: named(change.before), after: named(change.after) }))
}

function named(fields: Fields): Fields {
  const id = fields?.['actual_measure']
  if (typeof id !== 'string') return fields
  return { ...fields, actual_measure: measuresById(knowledge().measures).get(id)?.zh ?? id }
}
