import { useMemo } from 'react'
import { asPercent } from '#domain/amount-text.ts'
import { rounded, shareOf } from '#domain/decimal-text.ts'
import type { ScoredForms } from '#http/contracts/year.ts'
import { yearAddress } from '../../route.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/entities.ts'
import { ScoreAgainstExecution, type ScoredThing } from '../scores/score-against-execution.tsx'
import type { Form } from './rows.ts'

/** The department and its projects: the score of each against what it spent. */
export function EntitiesCompared({ scores: { forms, review } }: { scores: ScoredForms }) {
  const { ledger } = useYear()
  const things = useMemo(() => forms.map((form) => thingOf(form, ledger)), [forms, ledger])
  return <ScoreAgainstExecution things={things} bounds={review} />
}

function thingOf({ inputs: { entity }, total, full, execution }: Form, ledger: string): ScoredThing {
  const share = total === undefined ? undefined : shareOf(total, full)
  return {
    name: entity || words.department,
    address: yearAddress(ledger, 'evaluation', entity ? { item: entity } : {}),
    ...(share === undefined ? {} : { score: ofHundred(share) }),
    ...(execution.rate === undefined ? {} : { rate: rounded(execution.rate) }),
  }
}

function ofHundred(share: string): string {
  return rounded(asPercent(share).replace('%', ''))
}
