import { useState } from 'react'
import type { ScoredForms } from '#http/contracts/year.ts'
import { EntityChoice } from '../../parts/entities/entity-choice.tsx'
import { type Entity, useEntities, useEntityEntries, useEntityOf } from '../../parts/entities/use-entities.ts'
import { CompletionPicture } from '../../parts/evaluation/completion-picture.tsx'
import { EntitiesCompared } from '../../parts/evaluation/entities-compared.tsx'
import { OfficialForm } from '../../parts/evaluation/official-form.tsx'
import { formRows } from '../../parts/evaluation/rows.ts'
import { ScoreSide } from '../../parts/evaluation/score-side.tsx'
import { ReadOnlyNote } from '../../parts/read-only-note.tsx'
import { yearAddress } from '../../route.ts'
import type { YearPageProps } from '../../shell/year-pages.tsx'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words } from '../../words/evaluation.ts'
import { words as workWords } from '../../words/work.ts'

/** 绩效自评: the form as it is printed, filled from the ledger; beside it the score, what is wrong, and why. */
export function EvaluationPage({ item, query }: YearPageProps) {
  const { ledger } = useYear()
  const indicator = query['indicator'] ?? ''
  const entities = useEntities(ledger)
  const entity = useEntityOf(ledger, entities, item, indicator)
  const { data: scores, error } = useOfYear<ScoredForms>('evaluation')
  return (
    <>
      <h1>{words.title}</h1>
      {entity && <EntityChoice page="evaluation" entities={entities} current={entity} />}
      <ReadOnlyNote />
      {error && <p className="refused">{error.message}</p>}
      {(!scores || !entity) && !error && <p className="calm">{workWords.loading}</p>}
      {scores && entity && <OfEntity key={entity.item + indicator} {...{ entity, scores }} first={indicator} />}
    </>
  )
}

function OfEntity({ entity, scores, first }: { entity: Entity; scores: ScoredForms; first: string }) {
  const { ledger } = useYear()
  const lines = useEntityEntries(ledger, 'indicators', entity)
  const [chosen, setChosen] = useState(first)
  const form = scores.forms.find(({ inputs }) => inputs.entity === entity.name)
  if (!form)
    return (
      <p>
        {words.none}
        <a href={yearAddress(ledger, 'indicators', entity.item ? { item: entity.item } : {})}>{words.toIndicators}</a>
      </p>
    )
  const rows = formRows(form, lines, scores.pack)
  return (
    <>
      <div className="form-and-checks">
        <OfficialForm {...{ form, rows, entity, chosen }} pack={scores.pack} onChoose={setChosen} />
        <ScoreSide {...{ form, rows, chosen }} pack={scores.pack} onChoose={setChosen} />
      </div>
      <CompletionPicture form={form} onChoose={setChosen} />
      <EntitiesCompared scores={scores} />
    </>
  )
}
