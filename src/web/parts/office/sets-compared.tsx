import { useMemo } from 'react'
import type { LedgerStanding } from '#http/contracts/year.ts'
import { yearAddress } from '../../route.ts'
import { ledgerName } from '../../shell/year.ts'
import { ScoreAgainstExecution, type ScoredThing } from '../scores/score-against-execution.tsx'
import type { Brief } from './brief-of.ts'
import { ReadingSets } from './reading-sets.tsx'
import { useBriefs } from './use-briefs.ts'

/** The score of many sets against what each spent; they are read one after another, and shown as they come. */
export function SetsCompared({ sets }: { sets: readonly LedgerStanding[] }) {
  const { briefs, done } = useBriefs(sets)
  const bounds = briefs[0]?.brief.review
  const things = useMemo(() => briefs.map(({ set, brief }) => thingOf(set, brief)), [briefs])
  return (
    <section>
      <ReadingSets done={done} all={sets.length} />
      {bounds && <ScoreAgainstExecution things={things} bounds={bounds} />}
    </section>
  )
}

function thingOf(standing: LedgerStanding, brief: Brief): ScoredThing {
  const score = brief.forms.find(({ entity }) => entity === '')?.total
  return {
    name: standing.departmentName,
    address: yearAddress(ledgerName(standing), 'evaluation'),
    ...(score === undefined ? {} : { score }),
    ...(brief.rate === undefined ? {} : { rate: brief.rate }),
  }
}
