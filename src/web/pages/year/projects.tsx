import { useMemo } from 'react'
import type { ExecutionView } from '#http/contracts/year.ts'
import { EntryGrid } from '../../grid/entry-grid.tsx'
import { projectColumns } from '../../lists/columns.ts'
import { useListContext } from '../../lists/use-context.ts'
import { ProjectTable } from '../../parts/budget/execution-tables.tsx'
import { PageChecks } from '../../parts/evaluation/page-checks.tsx'
import { FilterNote } from '../../parts/filter-note.tsx'
import { OneProject } from '../../parts/projects/one-project.tsx'
import { ExpenditureRequests } from '../../parts/requests/expenditure-requests.tsx'
import { ReadOnlyNote } from '../../parts/read-only-note.tsx'
import type { YearPageProps } from '../../shell/year-pages.tsx'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/unit.ts'

const words = all.projects

/** 项目: their money and what does not fit, what is recorded of each; one of them with its lines, payments and score. */
export function Projects({ item, query }: YearPageProps) {
  const { ledger, canEdit, standing } = useYear()
  const { data } = useOfYear<ExecutionView>('execution')
  const context = useListContext(ledger)
  const columns = useMemo(() => projectColumns(context), [context])
  if (item) return <OneProject id={item} {...(data ? { execution: data } : {})} />
  return (
    <>
      <h1>{words.title}</h1>
      <ReadOnlyNote />
      {data && <ProjectTable execution={data} />}
      <h2>{words.list}</h2>
      <FilterNote page="projects" query={query} columns={columns} />
      <EntryGrid
        key={JSON.stringify(query)}
        ledger={ledger}
        list="projects"
        columns={columns}
        name={words.list}
        equals={query}
        isPart={Object.keys(query).length > 0}
        canEdit={canEdit}
        fresh={() => ({ organisation: standing.department, evaluated: true })}
      />
      <ExpenditureRequests />
      <PageChecks pages={['projects']} />
    </>
  )
}
