import { useMemo } from 'react'
import type { WorkKind } from '#domain/ledger/work-ledger.ts'
import { EntryGrid } from '../../grid/entry-grid.tsx'
import { type Context, workValueColumn } from '../../lists/columns.ts'
import { useListContext } from '../../lists/use-context.ts'
import type { Column } from '../../grid/column.ts'
import { KindCounts } from '../../parts/records/kind-counts.tsx'
import { RecordFiles } from '../../parts/records/record-files.tsx'
import { KindEditor } from '../../parts/records/kind-editor.tsx'
import { PageChecks } from '../../parts/evaluation/page-checks.tsx'
import { FilterNote } from '../../parts/filter-note.tsx'
import { ReadOnlyNote } from '../../parts/read-only-note.tsx'
import { yearAddress } from '../../route.ts'
import { useEntries } from '../../saving/use-entries.ts'
import type { YearPageProps } from '../../shell/year-pages.tsx'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/unit.ts'

const words = all.records
const fresh = 'new'

/** 业务台账: the kinds of records, the records of one of them, and the numbers drawn from them. */
export function Records({ item, query }: YearPageProps) {
  const { ledger, canEdit } = useYear()
  const { lines, isLoading } = useEntries(ledger, 'workKinds')
  const kinds = lines.map(({ entry }) => entry as unknown as WorkKind)
  const kind = kinds.find(({ id }) => id === item) ?? (item === fresh ? undefined : kinds[0])
  return (
    <>
      <h1>{words.title}</h1>
      <ReadOnlyNote />
      <nav className="choices" aria-label={words.kinds}>
        {kinds.map(({ id, name }) => (
          <a
            key={id}
            href={yearAddress(ledger, 'records', { item: id })}
            aria-current={id === kind?.id ? 'page' : undefined}
          >
            {name}
          </a>
        ))}
        {canEdit && (
          <a href={yearAddress(ledger, 'records', { item: fresh })} aria-current={item === fresh ? 'page' : undefined}>
            {words.add}
          </a>
        )}
      </nav>
      {!isLoading && kinds.length === 0 && <p className="calm">{words.none}</p>}
      {item === fresh && canEdit && <KindEditor key={fresh} />}
      {kind && <KindCounts kind={kind} />}
      {kind && <KindRecords key={kind.id + JSON.stringify(query)} kind={kind} query={query} />}
      {kind && canEdit && (
        <details>
          <summary>{words.edit}</summary>
          <KindEditor key={kind.id} kind={kind} />
        </details>
      )}
      <PageChecks pages={['records']} />
    </>
  )
}

function KindRecords({ kind, query }: { kind: WorkKind; query: YearPageProps['query'] }) {
  const { ledger, canEdit, standing } = useYear()
  const context = useListContext(ledger)
  const columns = useMemo(() => columnsOf(kind, context), [kind, context])
  return (
    <>
      <FilterNote page="records" item={kind.id} query={query} columns={columns} />
      <EntryGrid
        ledger={ledger}
        list="workRecords"
        columns={columns}
        name={kind.name}
        equals={{ ...query, kind: kind.id }}
        isPart={Object.keys(query).length > 0}
        canEdit={canEdit}
        fresh={() => ({
          id: crypto.randomUUID().slice(0, 8),
          kind: kind.id,
          organisation: standing.department,
          values: {},
        })}
        isOwn={(entry) => entry['kind'] === kind.id}
        beside={(line) => (line ? <RecordFiles line={line} /> : <p className="calm">{words.chooseRow}</p>)}
      />
    </>
  )
}

function columnsOf({ fields }: WorkKind, { organisations }: Context): readonly Column[] {
  return [
    { field: 'date', title: words.date, kind: 'date', required: true, width: 120 },
    ...fields.map(workValueColumn),
    {
      field: 'organisation',
      title: words.organisation,
      kind: 'choice',
      choices: organisations,
      required: true,
      width: 140,
    },
    { field: 'quantity', title: words.quantity, kind: 'count', width: 130 },
    { field: 'id', title: words.id, kind: 'text', required: true, isFixed: true, width: 120 },
  ]
}
