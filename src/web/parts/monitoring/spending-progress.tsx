import { useMemo } from 'react'
import { asPercent, inWanYuan } from '#domain/amount-text.ts'
import type { ExecutionView, RoundView } from '#http/contracts/year.ts'
import { progressOption } from '../../charts/execution-charts.ts'
import { Chart } from '../../charts/lazy-chart.tsx'
import { goTo } from '../../route.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words } from '../../words/monitoring.ts'
import { monthOf, paymentsOf } from '../budget/payments-of.ts'
import { MonthTable } from '../budget/execution-tables.tsx'
import { Light } from './light.tsx'

/** Spending up to the day of a round beside the plan line, and what the year comes to if it goes on like this. */
export function SpendingProgress({ progress }: { progress: RoundView }) {
  const { ledger, standing } = useYear()
  const { data } = useOfYear<ExecutionView>('execution')
  const { until, spent, final, share, planned, forecast, warning } = progress
  const seen = useMemo(() => data && upTo(data, wholeMonths(until)), [data, until])
  const option = useMemo(() => seen && progressOption(seen), [seen])
  const said =
    share === undefined ? undefined : words.spendingSaid(inWanYuan(spent), asPercent(share), asPercent(planned))
  return (
    <>
      <h2>{words.spending}</h2>
      <p className="lead-line">
        {said ?? (standing.payments === 0 ? words.noPayments : words.noShare)(inWanYuan(final))}{' '}
        <Light warning={warning} /> <a href={paymentsOf(ledger, {})}>{words.payments}</a>
      </p>
      {forecast !== undefined && <p>{words.forecastSaid(inWanYuan(forecast), inWanYuan(final))}</p>}
      {said !== undefined && option && seen && (
        <>
          <Chart
            option={option}
            said={`${words.until(until)}${said}`}
            onPick={(index) => goTo(paymentsOf(ledger, { date: monthOf(standing.year, index + 1) }))}
          />
          <details className="numbers">
            <summary>{words.months}</summary>
            <MonthTable execution={seen} isHeaded={false} />
          </details>
        </>
      )}
    </>
  )
}

/** Months that were over on a day: 6 on 15 July, 7 on 31 July. */
function wholeMonths(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return date === last ? month : month - 1
}

/** Spending as it was known then: the plan for the whole year, what was spent up to a month. */
function upTo(execution: ExecutionView, last: number): ExecutionView {
  const months = execution.months.map(({ share, warning, ...month }) =>
    month.month > last ? month : { ...month, ...(share ? { share } : {}), ...(warning ? { warning } : {}) },
  )
  return { ...execution, months }
}
