import { useMemo } from 'react'
import { EntryGrid } from '../../grid/entry-grid.tsx'
import { buildingColumns, organisationColumns, paperColumns, staffColumns, taskColumns } from '../../lists/columns.ts'
import { useListContext } from '../../lists/use-context.ts'
import { PageChecks } from '../../parts/evaluation/page-checks.tsx'
import { FilterNote } from '../../parts/filter-note.tsx'
import { ReadOnlyNote } from '../../parts/read-only-note.tsx'
import { Parts } from '../../parts/tabs.tsx'
import { BaseData } from '../../parts/unit/base-data.tsx'
import { TasksNote } from '../../parts/unit/tasks-note.tsx'
import { UnitTree } from '../../parts/unit/unit-tree.tsx'
import type { YearPageProps } from '../../shell/year-pages.tsx'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/unit.ts'

const words = all.unit

/** 单位: the department and its units, their staff, the base-data table, buildings and the papers reports cite. */
export function Unit({ item = 'units', query }: YearPageProps) {
  return (
    <>
      <h1>{words.title}</h1>
      <Parts page="unit" name={words.title} current={item} items={words.parts} />
      <ReadOnlyNote />
      {item === 'units' && <UnitTree />}
      {item === 'base' ? <BaseData /> : <Lists item={item} query={query} />}
      <PageChecks pages={['unit']} />
    </>
  )
}

function Lists({ item, query }: { item: string; query: YearPageProps['query'] }) {
  const { ledger, canEdit, standing } = useYear()
  const context = useListContext(ledger)
  const lists = useMemo(
    () => ({
      units: { list: 'organisations', columns: organisationColumns(context) } as const,
      staff: { list: 'staffing', columns: staffColumns(context) } as const,
      buildings: { list: 'buildings', columns: buildingColumns } as const,
      tasks: { list: 'tasks', columns: taskColumns } as const,
      papers: { list: 'papers', columns: paperColumns } as const,
    }),
    [context],
  )
  const part = (Object.keys(lists) as (keyof typeof lists)[]).find((each) => each === item) ?? 'units'
  const { list, columns } = lists[part]
  const [only, ...otherUnits] = context.organisations
  const fresh = {
    organisations: { parent: standing.department },
    staffing: { quotas: [], ...(only && otherUnits.length === 0 ? { organisation: only.value } : {}) },
    buildings: {},
    tasks: {},
    papers: {},
  }
  return (
    <>
      {part === 'tasks' && <TasksNote projects={context.projects} />}
      <FilterNote page="unit" item={part} query={query} columns={columns} />
      <EntryGrid
        key={part + JSON.stringify(query)}
        ledger={ledger}
        list={list}
        columns={columns}
        name={words.parts[part]}
        canEdit={canEdit}
        equals={query}
        isPart={Object.keys(query).length > 0}
        fresh={() => fresh[list]}
      />
    </>
  )
}
