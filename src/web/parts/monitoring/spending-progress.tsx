import { useMemo } from 'react'
import { asPercent, inWanYuan } from '#domain/amount-text.ts'
import type { ExecutionView, RoundView } from '#http/contracts/year.ts'
import { progressOption } from '../../charts/execution-charts.ts'
import { Chart } from '../../charts/lazy-chart.tsx'
import { SaidWithWays } from '../../charts/said-with-ways.tsx'
import { goTo } from '../../route.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words } from '../../words/monitoring.ts'
import { datesUpTo, linesOf, monthOf, paymentsOf, wholeMonths } from '../budget/payments-of.ts'
import { MonthTable } from '../budget/execution-tables.tsx'
import { Light } from './light.tsx'

/** Spending up to the day of a round beside the plan line, and what the year comes to if it goes on like this. */
export function SpendingProgress({ progress }: { progress: RoundView }) {
  const { ledger, standing } = useYear()
  const { data } = useOfYear<ExecutionView>('execution')
  const { until, spent, final, share, planned, plannedBy, paymentRate, forecast, warning } = progress
  const seen = useMemo(() => data && upTo(data, wholeMonths(until)), [data, until])
  const option = useMemo(() => seen && progressOption(seen), [seen])
  const said =
    share === undefined
      ? undefined
      : words.spendingSaid(inWanYuan(spent), asPercent(share), asPercent(planned), plannedBy)
  const unsaid = standing.payments === 0 ? words.noPayments : words.noShare
  const wayToFinal = [inWanYuan(final), linesOf(ledger, {})] as const
  const wayToSpent = paymentsOf(ledger, { date: datesUpTo(until) })
  const ways = [
    [inWanYuan(spent), wayToSpent],
    [asPercent(share ?? '0'), wayToSpent],
  ] as const
  return (
    <>
      <h2>{words.spending}</h2>
      <p className="lead-line">
        {said === undefined ? (
          <SaidWithWays said={unsaid(inWanYuan(final))} ways={[wayToFinal]} />
        ) : (
          <SaidWithWays said={said} ways={ways} />
        )}
        {plannedBy === 'own' && paymentRate !== undefined && `，${words.paymentRateSaid(asPercent(paymentRate))}`}{' '}
        <Light warning={warning} /> <a href={paymentsOf(ledger, {})}>{words.payments}</a>
      </p>
      {forecast !== undefined && (
        <p>
          <SaidWithWays
            said={words.forecastSaid(inWanYuan(forecast), inWanYuan(final))}
            ways={[[inWanYuan(forecast), wayToSpent], wayToFinal]}
          />
        </p>
      )}
      {said !== undefined && option && seen && (
        <>
          <Chart
            option={option}
            said={`${words.until(until)}${said}`}
            ways={ways}
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

/** Spending as it was known then: the plan for the whole year, what was spent up to a month. */
function upTo(execution: ExecutionView, last: number): ExecutionView {
  const months = execution.months.map(({ share, warning, ...month }) =>
    month.month > last ? month : { ...month, ...(share ? { share } : {}), ...(warning ? { warning } : {}) },
  )
  return { ...execution, months }
}
