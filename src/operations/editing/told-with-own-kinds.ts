import { ownKinds } from '#storage/log/own-kinds.ts'
import type { Change } from '#storage/log/read-log.ts'
import type { Database } from '#storage/open-database.ts'
import { workKinds } from '../load-work-kinds.ts'
import { type ToldChange, toldInWords } from './told-in-words.ts'

/** Changes in words; kinds of records that departments made themselves are looked up, where any are spoken of. */
export async function toldWithOwnKinds(
  database: Database,
  division: string,
  changes: readonly Change[],
): Promise<ToldChange[]> {
  const known = new Set(workKinds().map(({ id }) => id))
  const spoken = new Set(changes.flatMap(kindsIn).filter((id) => !known.has(id)))
  return toldInWords(division, changes, spoken.size === 0 ? [] : await ownKinds(database, division, spoken))
}

/** Ids of the kinds a change speaks of: of a record, of what an indicator counts, of the counts a text binds. */
function kindsIn({ target, before, after }: Change): string[] {
  const [table] = target.split(':')
  return [before, after].flatMap((fields) => {
    if (!fields) return []
    if (table === 'work_records') return [String(fields['kind'])]
    if (table === 'indicators') return typeof fields['actual_kind'] === 'string' ? [fields['actual_kind']] : []
    if (table !== 'sections') return []
    return [...String(fields['text']).matchAll(/\{\{count:([^.{}]+)\./g)].map(([, kind = '']) => kind)
  })
}
