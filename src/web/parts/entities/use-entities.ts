import { useMemo } from 'react'
import type { Scope } from '#domain/ledger/goal.ts'
import type { PlainEntry } from '#http/contracts/year.ts'
import { type EntryLine, useEntries } from '../../saving/use-entries.ts'
import { words } from '../../words/entities.ts'

/** What goals, indicators and forms are of: the department ('' as its name in an address), or a project. */
export type Entity = { readonly item: string; readonly title: string; readonly scope: Scope; readonly name: string }

const department: Entity = { item: '', title: words.department, scope: 'department', name: '' }

/** The department and every project that is evaluated. */
export function useEntities(ledger: string): readonly Entity[] {
  const { lines } = useEntries(ledger, 'projects')
  return useMemo(
    () => [
      department,
      ...lines
        .filter(({ entry, isNew }) => entry['evaluated'] === true && !isNew)
        .map(({ entry }): Entity => {
          const name = String(entry['name'])
          return { item: name, title: name, name, scope: { project: String(entry['id']) } }
        }),
    ],
    [lines],
  )
}

/** The entity an address names, by a project's name or id; the department where it names none. */
export function entityOf(entities: readonly Entity[], item: string | undefined): Entity {
  const named = item ?? ''
  return entities.find((each) => each.item === named || isOfProject(each, named)) ?? department
}

function isOfProject({ scope }: Entity, project: string): boolean {
  return scope !== 'department' && scope.project === project
}

/**
 * The entity an address is about: the one it names, else the one of the indicator it asks for. Undefined until that is
 * known.
 */
export function useEntityOf(
  ledger: string,
  entities: readonly Entity[],
  item: string | undefined,
  indicator: string,
): Entity | undefined {
  const isAsked = item === undefined && indicator !== ''
  // Where no indicator is asked for, what useEntities has read already.
  const wish = isAsked ? { equals: { id: indicator } } : {}
  const { lines, isLoading } = useEntries(ledger, isAsked ? 'indicators' : 'projects', wish)
  if (!isAsked) return entityOf(entities, item)
  if (isLoading) return undefined
  const scope = lines.find(({ entry }) => entry['id'] === indicator)?.entry['scope'] as Scope | undefined
  if (scope === undefined || scope === 'department') return department
  return entities.find((each) => isOfProject(each, scope.project))
}

/** An entity's scope as keys of entries spell it. */
export function scopeText({ scope }: Entity): string {
  return scope === 'department' ? scope : `project:${scope.project}`
}

/** The goals or indicators of an entity, what is being added to it among them. */
export function useEntityEntries(ledger: string, list: 'goals' | 'indicators', entity: Entity): readonly EntryLine[] {
  const equals = { scope: scopeText(entity) }
  const { lines } = useEntries(ledger, list, { equals })
  return useMemo(() => lines.filter(({ entry }) => isOfEntity(entry, entity)), [lines, entity])
}

/** Whether an entry of a list with a scope is of an entity. */
function isOfEntity(entry: PlainEntry, { scope }: Entity): boolean {
  const own = entry['scope'] as Scope | undefined
  if (own === undefined || own === 'department' || scope === 'department') return own === scope
  return own.project === scope.project
}
