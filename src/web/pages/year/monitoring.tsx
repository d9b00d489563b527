import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { asPercent } from '#domain/amount-text.ts'
import type { ExecutionView } from '#http/contracts/year.ts'
import { progressOption } from '../../charts/execution-charts.ts'
import { MonitoringRound } from '../../parts/monitoring/monitoring-round.tsx'
import { PageChecks } from '../../parts/evaluation/page-checks.tsx'
import { ReadOnlyNote } from '../../parts/read-only-note.tsx'
import { noteAddition } from '../../saving/pending.ts'
import { useEntries } from '../../saving/use-entries.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as budgetWords } from '../../words/budget.ts'
import { words as all } from '../../words/goals.ts'
import { Chart } from '../../charts/lazy-chart.tsx'

const words = all.monitoring

/** 绩效监控: spending against the plan, and round by round what each indicator had reached and whether it will be met. */
export function Monitoring() {
  const { ledger } = useYear()
  const { data } = useOfYear<ExecutionView>('execution')
  const { lines, isLoading } = useEntries(ledger, 'monitoring')
  const option = useMemo(() => data && progressOption(data), [data])
  const last = data?.months.findLast(({ share }) => share !== undefined)
  return (
    <>
      <h1>{words.title}</h1>
      <ReadOnlyNote />
      {option && last && (
        <Chart
          option={option}
          said={budgetWords.progressSaid(asPercent(last.share ?? '0'), asPercent(last.planned), last.month)}
        />
      )}
      <AddRound />
      {!isLoading && lines.length === 0 && <p className="calm">{words.empty}</p>}
      {lines.map((line) => (
        <MonitoringRound key={line.id} line={line} months={data?.months ?? []} />
      ))}
      <PageChecks pages={['monitoring']} />
    </>
  )
}

function AddRound() {
  const { ledger, canEdit, standing } = useYear()
  const [until, setUntil] = useState(`${standing.year}-06-30`)
  if (!canEdit) return null
  return (
    <form
      className="tools"
      onSubmit={(event) => {
        event.preventDefault()
        noteAddition({ ledger, list: 'monitoring', set: { until: until.trim(), values: [] } }, true)
      }}
    >
      <label>
        {words.until}{' '}
        <Input
          style={{ width: 140 }}
          value={until}
          placeholder={words.untilHint}
          onChange={({ target }) => setUntil(target.value)}
        />
      </label>
      <Button htmlType="submit">{words.add}</Button>
    </form>
  )
}
