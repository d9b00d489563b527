import { departmentNames } from '#storage/log/department-names.ts'
import { namedEntries } from '#storage/log/named-entries.ts'
import { ownKinds } from '#storage/log/own-kinds.ts'
import type { Change } from '#storage/log/read-log.ts'
import type { Database } from '#storage/open-database.ts'
import { workKinds } from '../load-work-kinds.ts'
import { namesInWords } from './names-in-words.ts'
import { type ToldChange, placeOf, toldInWords } from './told-in-words.ts'

/**
 * Changes in words; kinds of records that departments made themselves, and what departments, units, projects and
 * indicators are called, are looked up, where any are spoken of.
 */
export async function toldWithNames(
  database: Database,
  division: string,
  changes: readonly Change[],
): Promise<ToldChange[]> {
  const known = new Set(workKinds().map(({ id }) => id))
  const kinds = new Set(changes.flatMap(kindsIn).filter((id) => !known.has(id)))
  const ids = new Set(changes.flatMap(namesIn))
  const places = new Set(changes.map(({ target }) => placeOf(target)))
  const departments = new Set(changes.flatMap(departmentsIn))
  return toldInWords(
    division,
    changes,
    kinds.size === 0 ? [] : await ownKinds(database, division, kinds),
    ids.size === 0 ? [] : await namedEntries(database, division, { places, ids }),
    departments.size === 0 ? new Map() : await departmentNames(database, division, departments),
  )
}

/** Codes of the departments a change is of, or speaks of. */
function departmentsIn({ target, after }: Change): string[] {
  const [code = '', year] = placeOf(target).split('/')
  const spoken = after?.['department']
  return [...(year === undefined ? [] : [code]), ...(typeof spoken === 'string' ? [spoken] : [])]
}

/** Ids of the units, projects and indicators a change speaks of. */
function namesIn({ before, after }: Change): string[] {
  const ids: string[] = []
  for (const fields of [before, after])
    namesInWords(fields ?? {}, (_, id) => {
      ids.push(id)
      return undefined
    })
  return ids
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
