import { useMemo, useState } from 'react'
import type { ScoredForms } from '#http/contracts/year.ts'
import { EntityChoice } from '../../parts/entities/entity-choice.tsx'
import { type Entity, useEntities, useEntityEntries, useEntityOf } from '../../parts/entities/use-entities.ts'
import { FromLastYear } from '../../parts/indicators/from-last-year.tsx'
import { GoalTexts } from '../../parts/indicators/goal-texts.tsx'
import { IndicatorLibrary } from '../../parts/indicators/indicator-library.tsx'
import { IndicatorSide } from '../../parts/indicators/indicator-side.tsx'
import { IndicatorTree } from '../../parts/indicators/indicator-tree.tsx'
import { indicatorEdits } from '../../parts/indicators/edit-indicators.ts'
import { treeOf } from '../../parts/indicators/tree.ts'
import { ReadOnlyNote } from '../../parts/read-only-note.tsx'
import type { YearPageProps } from '../../shell/year-pages.tsx'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words } from '../../words/indicators.ts'
import { words as workWords } from '../../words/work.ts'

/** 目标与指标: what is to be reached, and the indicators under their headings with weights that add up. */
export function Indicators({ item, query }: YearPageProps) {
  const { ledger } = useYear()
  const entities = useEntities(ledger)
  const entity = useEntityOf(ledger, entities, item, query['indicator'] ?? '')
  const { data: scores, error } = useOfYear<ScoredForms>('evaluation')
  return (
    <>
      <h1>{words.title}</h1>
      {entity && <EntityChoice page="indicators" entities={entities} current={entity} />}
      <ReadOnlyNote />
      {error && <p className="refused">{error.message}</p>}
      {(!scores || !entity) && !error && <p className="calm">{workWords.loading}</p>}
      {scores && entity && (
        <OfEntity
          key={entity.item + query['indicator']}
          entity={entity}
          scores={scores}
          first={query['indicator'] ?? ''}
        />
      )}
    </>
  )
}

function OfEntity({ entity, scores, first }: { entity: Entity; scores: ScoredForms; first: string }) {
  const { ledger, canEdit } = useYear()
  const lines = useEntityEntries(ledger, 'indicators', entity)
  const [chosen, setChosen] = useState(first)
  const { pack } = scores
  const tree = useMemo(() => treeOf(lines, pack.variants), [lines, pack])
  const edits = useMemo(() => indicatorEdits(ledger, entity, tree), [ledger, entity, tree])
  const form = scores.forms.find(({ inputs }) => inputs.entity === entity.name)
  return (
    <>
      <GoalTexts entity={entity} />
      {canEdit && (
        <div className="tools">
          <IndicatorLibrary key={entity.item} scope={entity.scope} />
          <FromLastYear />
        </div>
      )}
      <div className="form-and-checks">
        <IndicatorTree {...{ tree, edits, chosen }} execution={pack.execution.weight} onChoose={setChosen} />
        <IndicatorSide {...{ tree, edits, chosen, lines }} faults={form?.faults ?? []} onChoose={setChosen} />
      </div>
    </>
  )
}
