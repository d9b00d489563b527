import { Button } from 'antd'
import { asPercent } from '#domain/amount-text.ts'
import type { ExecutionView } from '#http/contracts/year.ts'
import { TypedField } from '../../saving/typed-field.tsx'
import { remove } from '../../saving/undo.ts'
import { dropPending } from '../../saving/pending.ts'
import { type EntryLine, useEntries } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words as budgetWords } from '../../words/budget.ts'
import { words as all } from '../../words/goals.ts'
import { ListTable } from '../list-table.tsx'
import { RoundRow } from './round-row.tsx'

const words = all.monitoring

/** One round: spending by that day against the plan, every indicator's value and outlook, causes and measures. */
export function MonitoringRound({ line, months }: { line: EntryLine; months: ExecutionView['months'] }) {
  const { ledger, canEdit } = useYear()
  const { lines: indicators } = useEntries(ledger, 'indicators')
  const { lines: projects } = useEntries(ledger, 'projects')
  const list = 'monitoring' as const
  const entityOf = (scope: unknown) => {
    const id = (scope as { project?: string } | undefined)?.project
    return String(projects.find(({ entry }) => entry['id'] === id)?.entry['name'] ?? all.whole)
  }
  const until = String(line.entry['until'] ?? '')
  const takeAway = () => (line.isNew ? dropPending(line.id) : remove({ ledger, list, key: line.key }, line.stored))
  return (
    <section aria-label={words.round(until)} className="round">
      <h2>
        {words.round(until)}{' '}
        {canEdit && (
          <Button size="small" onClick={takeAway}>
            {words.remove}
          </Button>
        )}
      </h2>
      {line.pending?.state === 'refused' && <p className="refused">{line.pending.message}</p>}
      <Spending until={until} months={months} />
      {!line.isNew && (
        <>
          <ListTable name={words.goals} columns={words.columns} look="plain">
            {indicators.map(({ id, entry }) => (
              <RoundRow key={id} line={line} indicator={entry} entity={entityOf(entry['scope'])} />
            ))}
          </ListTable>
          <div className="goals">
            <div>
              <h3>{words.causes}</h3>
              <TypedField
                list={list}
                line={line}
                field="causes"
                label={words.causes}
                hint={words.causesHint}
                rows={3}
              />
            </div>
            <div>
              <h3>{words.measures}</h3>
              <TypedField list={list} line={line} field="measures" label={words.measures} rows={3} />
            </div>
          </div>
        </>
      )}
    </section>
  )
}

function Spending({ until, months }: { until: string; months: ExecutionView['months'] }) {
  const month = months.find((each) => each.month === Number(until.slice(5, 7)))
  if (!month) return null
  if (month.share === undefined) return <p className="calm">{words.unknown}</p>
  return (
    <p>
      {words.spent(asPercent(month.share), asPercent(month.planned))}{' '}
      {month.warning && <span className={`light ${month.warning}`}>{budgetWords.warnings[month.warning]}</span>}
    </p>
  )
}
