import { Alert } from 'antd'
import { useMemo } from 'react'
import { inWanYuan, sumOfYuan } from '#domain/amount-text.ts'
import { compared } from '#domain/decimal-text.ts'
import type { ExecutionView } from '#http/contracts/year.ts'
import { stepsOption, threePublicOption } from '../../charts/execution-charts.ts'
import { NoPicture } from '../../charts/no-picture.tsx'
import { goTo, yearAddress } from '../../route.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words } from '../../words/budget.ts'
import { words as unitWords } from '../../words/unit.ts'
import { linesOf, paymentsOf, waysToBudget } from './payments-of.ts'
import { AccountsPicture } from './accounts-picture.tsx'
import { ProgressPicture } from './progress-picture.tsx'
import { AccountTable, MonthTable, ProjectTable } from './execution-tables.tsx'
import { ThreePublicTable } from './three-public-table.tsx'
import { Chart } from '../../charts/lazy-chart.tsx'

/** Where the money stands: pictures, each with its sentence and its numbers, then every sum with the way to its records. */
export function ExecutionOverview() {
  const { ledger, standing } = useYear()
  const { data, error } = useOfYear<ExecutionView>('execution')
  const options = useMemo(() => data && { steps: stepsOption(data), threePublic: threePublicOption(data) }, [data])
  if (error) return <Alert type="error" showIcon title={error.message} />
  if (!data || !options) return null
  const { total, steps, threePublic } = data
  const isPaid = compared(total.spent, '0') !== 0
  const isThreePublicKnown = threePublic.some((each) =>
    [each.prior, each.budget, each.actual].some((amount) => amount !== undefined && compared(amount, '0') !== 0),
  )
  const threePublicCodes = threePublic.flatMap(({ economic }) => economic).join(',')
  const sumOf = (amounts: readonly (string | undefined)[]) => inWanYuan(sumOfYuan(amounts))
  return (
    <>
      {standing.payments === 0 && <p className="calm">{words.noPayments}</p>}
      <div className="charts">
        <ProgressPicture execution={data} />
        {steps.length > 0 || isPaid ? (
          <Chart
            option={options.steps}
            said={words.stepsSaid(inWanYuan(total.original), inWanYuan(total.final), inWanYuan(total.spent))}
            ways={[
              [inWanYuan(total.original), linesOf(ledger, { kind: 'original' })],
              [inWanYuan(total.final), linesOf(ledger, {})],
              [inWanYuan(total.spent), paymentsOf(ledger, {})],
            ]}
            onPick={(index) => goTo(recordsOfStep(ledger, steps, index))}
          />
        ) : (
          <NoPicture title={words.steps} missing={words.noSteps} ways={waysToBudget(ledger)} />
        )}
        {threePublic.length > 0 && !isThreePublicKnown && (
          <NoPicture
            title={words.threePublic}
            missing={words.noThreePublic}
            ways={[{ name: unitWords.unit.parts.base, address: yearAddress(ledger, 'unit', { item: 'base' }) }]}
          />
        )}
        {isThreePublicKnown && (
          <Chart
            option={options.threePublic}
            said={words.threePublicSaid(
              sumOf(threePublic.map(({ actual }) => actual)),
              sumOf(threePublic.map(({ budget }) => budget)),
            )}
            ways={[
              [sumOf(threePublic.map(({ actual }) => actual)), paymentsOf(ledger, { economic: threePublicCodes })],
              [sumOf(threePublic.map(({ budget }) => budget)), yearAddress(ledger, 'unit', { item: 'base' })],
            ]}
            onPick={(index) => goTo(paymentsOf(ledger, { economic: threePublic[index]?.economic.join(',') ?? '' }))}
          />
        )}
        <AccountsPicture execution={data} />
      </div>
      <ProjectTable execution={data} />
      <AccountTable execution={data} />
      <MonthTable execution={data} />
      {isThreePublicKnown && <ThreePublicTable execution={data} />}
    </>
  )
}

/** What a column from 年初预算 to 执行 is the sum of: the lines of a kind, all lines, all payments. */
function recordsOfStep(ledger: string, steps: ExecutionView['steps'], index: number): string {
  const kind = steps[index]?.kind
  if (kind !== undefined) return linesOf(ledger, { kind })
  return index === steps.length ? linesOf(ledger, {}) : paymentsOf(ledger, {})
}
