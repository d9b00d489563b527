import type { ScoredForms } from '#http/contracts/year.ts'
import { EntryGrid } from '../../grid/entry-grid.tsx'
import { indicatorColumns } from '../../lists/indicator-columns.ts'
import { Entities } from '../../parts/entities.tsx'
import { GoalBox } from '../../parts/evaluation/goal-box.tsx'
import { PageChecks } from '../../parts/evaluation/page-checks.tsx'
import { useEntityNames, useScopeOf } from '../../parts/evaluation/scope.ts'
import { FromLastYear } from '../../parts/indicators/from-last-year.tsx'
import { IndicatorLibrary } from '../../parts/indicators/indicator-library.tsx'
import { WeightTree } from '../../parts/indicators/weight-tree.tsx'
import { ReadOnlyNote } from '../../parts/read-only-note.tsx'
import type { YearPageProps } from '../../shell/year-pages.tsx'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/goals.ts'

const words = all.indicators

/** 目标与指标: what the year is to reach, the indicators that measure it, their weights summed as they are typed. */
export function Indicators({ item = '' }: YearPageProps) {
  const { ledger, canEdit } = useYear()
  const entities = useEntityNames()
  const entity = entities.includes(item) ? item : ''
  const scope = useScopeOf(entity)
  const { data } = useOfYear<ScoredForms>('evaluation')
  if (!scope) return null
  const form = data?.forms.find(({ inputs }) => inputs.entity === entity)
  const filed = scope === 'department' ? 'department' : `project:${scope.project}`
  return (
    <>
      <h1>{words.title}</h1>
      <ReadOnlyNote />
      <Entities page="indicators" entities={entities} current={entity} />
      <GoalBox key={filed} entity={entity} fields={['planned']} />
      <WeightTree filed={filed} {...(form ? { form } : {})} />
      <h2>{words.list}</h2>
      {canEdit && (
        <div className="tools">
          <IndicatorLibrary key={filed} scope={scope} />
          <FromLastYear />
        </div>
      )}
      <EntryGrid
        key={filed}
        ledger={ledger}
        list="indicators"
        columns={indicatorColumns}
        name={words.list}
        equals={{ scope: filed }}
        canEdit={canEdit}
        fresh={() => ({ id: crypto.randomUUID().slice(0, 8), scope, sign: '≥', unit: '' })}
        isOwn={({ scope: of }) => JSON.stringify(of) === JSON.stringify(scope)}
      />
      <PageChecks pages={['indicators']} />
    </>
  )
}
