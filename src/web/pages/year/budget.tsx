import { useMemo } from 'react'
import { EntryGrid } from '../../grid/entry-grid.tsx'
import { budgetColumns, paymentColumns } from '../../lists/columns.ts'
import { useListContext } from '../../lists/use-context.ts'
import { FilterNote, wholeOf } from '../../parts/filter-note.tsx'
import { ReadOnlyNote } from '../../parts/read-only-note.tsx'
import { Parts } from '../../parts/tabs.tsx'
import type { YearPageProps } from '../../shell/year-pages.tsx'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/budget.ts'
import { ExecutionOverview } from '../../parts/budget/execution-overview.tsx'
import { Tables } from '../../parts/budget/tables.tsx'

/** 预算与执行: the picture and sums, the lines granted, the payments, tables in and out. */
export function Budget({ item = 'overview', query }: YearPageProps) {
  return (
    <>
      <h1>{words.title}</h1>
      <Parts page="budget" name={words.title} current={item} items={words.parts} />
      {item === 'overview' && <ExecutionOverview />}
      {item === 'lines' && <Lines list="budgetLines" query={query} />}
      {item === 'payments' && <Lines list="payments" query={query} />}
      {item === 'import' && <Tables />}
    </>
  )
}

function Lines({ list, query }: { list: 'budgetLines' | 'payments'; query: YearPageProps['query'] }) {
  const { ledger, canEdit, standing } = useYear()
  const context = useListContext(ledger)
  const columns = useMemo(
    () => (list === 'payments' ? paymentColumns(context) : budgetColumns(context)),
    [context, list],
  )
  return (
    <>
      <ReadOnlyNote />
      <FilterNote page="budget" item={list === 'payments' ? 'payments' : 'lines'} query={query} columns={columns} />
      <EntryGrid
        key={JSON.stringify(query)}
        ledger={ledger}
        list={list}
        columns={columns}
        name={words.parts[list === 'payments' ? 'payments' : 'lines']}
        equals={query}
        isPart={Object.keys(query).length > 0}
        canEdit={canEdit}
        fresh={() => ({
          organisation: standing.department,
          source: 'general-public',
          nature: 'basic',
          ...wholeOf(query),
        })}
      />
    </>
  )
}
