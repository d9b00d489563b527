import { useOfYear, useYear } from '../../shell/year.ts'
import type { YearPageProps } from '../../shell/year-pages.tsx'
import type { RoundView } from '#http/contracts/year.ts'
import { EntityChoice } from '../../parts/entities/entity-choice.tsx'
import { entityOf, useEntities } from '../../parts/entities/use-entities.ts'
import { PaymentPlan } from '../../parts/monitoring/payment-plan.tsx'
import { GoalProgress } from '../../parts/monitoring/goal-progress.tsx'
import { RoundChoice } from '../../parts/monitoring/round-choice.tsx'
import { VarianceCauses } from '../../parts/monitoring/variance-causes.tsx'
import { RoundReasons, reasonsAsked } from '../../parts/monitoring/round-reasons.tsx'
import { PageChecks } from '../../parts/evaluation/page-checks.tsx'
import { SpendingProgress } from '../../parts/monitoring/spending-progress.tsx'
import { ReadOnlyNote } from '../../parts/read-only-note.tsx'
import { type EntryLine, useEntries } from '../../saving/use-entries.ts'
import { words } from '../../words/monitoring.ts'
import { words as workWords } from '../../words/work.ts'

/** 绩效监控: on some days of the year, spending and goals beside the plan, what is expected, why and what is done. */
export function Monitoring({ item, query }: YearPageProps) {
  const { ledger } = useYear()
  const { lines, isLoading } = useEntries(ledger, 'monitoring')
  const rounds = lines.toSorted((one, other) => (untilOf(one) < untilOf(other) ? -1 : 1))
  const round = rounds.find((each) => untilOf(each) === query['round']) ?? rounds.at(-1)
  return (
    <>
      <h1>{words.title}</h1>
      <ReadOnlyNote />
      <PaymentPlan />
      <RoundChoice days={rounds.map(untilOf)} round={round} {...(item ? { item } : {})} />
      {isLoading && <p className="calm">{workWords.loading}</p>}
      {!isLoading && !round && <p>{words.none}</p>}
      {round && <Round key={untilOf(round)} round={round} {...(item ? { item } : {})} />}
    </>
  )
}

function untilOf({ entry }: EntryLine): string {
  return String(entry['until'])
}

function Round({ round, item }: { round: EntryLine; item?: string }) {
  const { ledger } = useYear()
  const entities = useEntities(ledger)
  const entity = entityOf(entities, item)
  const until = untilOf(round)
  const { data: progress, error } = useOfYear<RoundView>(`rounds/${until}`)
  return (
    <>
      {error && <p className="refused">{error.message}</p>}
      {progress && <SpendingProgress progress={progress} />}
      <h2>{words.goals}</h2>
      <EntityChoice page="monitoring" entities={entities} current={entity} query={{ round: until }} />
      <GoalProgress key={entity.item} {...{ round, entity, progress }} />
      <VarianceCauses key={`${entity.item}-causes`} {...{ round, entity, progress }} />
      <RoundReasons round={round} progress={progress} />
      <PageChecks pages={['monitoring']} more={reasonsAsked(round, progress).length > 0 ? [words.reasonsOpen] : []} />
    </>
  )
}
