import { Alert } from 'antd'
import { useMemo } from 'react'
import { asPercent, inWanYuan, sumOfYuan } from '#domain/amount-text.ts'
import type { ExecutionView } from '#http/contracts/year.ts'
import { progressOption, stepsOption, threePublicOption } from '../../charts/execution-charts.ts'
import { goTo } from '../../route.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words } from '../../words/budget.ts'
import { linesOf, monthOf, paymentsOf } from './payments-of.ts'
import { AccountTable, MonthTable, ProjectTable } from './execution-tables.tsx'
import { ThreePublicTable } from './three-public-table.tsx'
import { Chart } from '../../charts/lazy-chart.tsx'

/** Where the money stands: three pictures, each with its sentence and its numbers, then every sum with the way to its records. */
export function ExecutionOverview() {
  const { ledger, standing } = useYear()
  const { data, error } = useOfYear<ExecutionView>('execution')
  const options = useMemo(
    () => data && { progress: progressOption(data), steps: stepsOption(data), threePublic: threePublicOption(data) },
    [data],
  )
  if (error) return <Alert type="error" showIcon title={error.message} />
  if (!data || !options) return null
  const { total, months, threePublic } = data
  const last = months.findLast(({ share }) => share !== undefined)
  const sumOf = (amounts: readonly (string | undefined)[]) => inWanYuan(sumOfYuan(amounts))
  return (
    <>
      {standing.payments === 0 && <p className="calm">{words.noPayments}</p>}
      <div className="charts">
        {last && (
          <Chart
            option={options.progress}
            said={words.progressSaid(asPercent(last.share ?? '0'), asPercent(last.planned), last.month)}
            onPick={(_, index) => goTo(paymentsOf(ledger, { date: monthOf(standing.year, months[index]?.month ?? 1) }))}
          />
        )}
        <Chart
          option={options.steps}
          said={words.stepsSaid(inWanYuan(total.original), inWanYuan(total.final), inWanYuan(total.spent))}
          onPick={(_, index) => goTo(recordsOfStep(ledger, data.steps, index))}
        />
        {threePublic.length > 0 && (
          <Chart
            option={options.threePublic}
            said={words.threePublicSaid(
              sumOf(threePublic.map(({ actual }) => actual)),
              sumOf(threePublic.map(({ budget }) => budget)),
            )}
            onPick={(_, index) => goTo(paymentsOf(ledger, { economic: threePublic[index]?.economic.join(',') ?? '' }))}
          />
        )}
      </div>
      <ProjectTable execution={data} />
      <AccountTable execution={data} />
      <MonthTable execution={data} />
      <ThreePublicTable execution={data} />
    </>
  )
}

/** What a column from 年初预算 to 执行 is the sum of: the lines of a kind, all lines, all payments. */
function recordsOfStep(ledger: string, steps: ExecutionView['steps'], index: number): string {
  const kind = steps[index]?.kind
  if (kind !== undefined) return linesOf(ledger, { kind })
  return index === steps.length ? linesOf(ledger, {}) : paymentsOf(ledger, {})
}
