import { useQueries } from '@tanstack/react-query'
import type { LedgerStanding } from '#http/contracts/year.ts'
import { yearAddress } from '../../route.ts'
import { ledgerName } from '../../shell/year.ts'
import { words } from '../../words/scores.ts'
import { ScoreAgainstExecution, type ScoredThing } from '../scores/score-against-execution.tsx'
import { type Brief, briefOf } from './brief-of.ts'

/** The score of many sets against what each spent; they are read one after another, and shown as they come. */
export function SetsCompared({ sets }: { sets: readonly LedgerStanding[] }) {
  const { bounds, things, done } = useQueries({
    queries: sets.map((each) => briefOf(ledgerName(each))),
    combine: (answers) => {
      const briefs = answers.map(({ data }) => data)
      return {
        bounds: briefs.find((brief) => brief !== undefined)?.review,
        things: sets.flatMap((each, index) => thingOf(each, briefs[index]) ?? []),
        done: answers.filter(({ isPending }) => !isPending).length,
      }
    },
  })
  return (
    <section>
      {done < sets.length && (
        <p className="calm" role="status">
          {words.reading(done, sets.length)}
        </p>
      )}
      {bounds && <ScoreAgainstExecution things={things} bounds={bounds} />}
    </section>
  )
}

function thingOf(standing: LedgerStanding, brief: Brief | undefined): ScoredThing | undefined {
  if (!brief) return undefined
  const score = brief.forms.find(({ entity }) => entity === '')?.total
  return {
    name: standing.departmentName,
    address: yearAddress(ledgerName(standing), 'evaluation'),
    ...(score === undefined ? {} : { score }),
    ...(brief.rate === undefined ? {} : { rate: brief.rate }),
  }
}
