import { useMemo } from 'react'
import { asPercent } from '#domain/amount-text.ts'
import { compared } from '#domain/decimal-text.ts'
import type { ExecutionView } from '#http/contracts/year.ts'
import { progressOption } from '../../charts/execution-charts.ts'
import { Chart } from '../../charts/lazy-chart.tsx'
import { NoPicture } from '../../charts/no-picture.tsx'
import { goTo } from '../../route.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/budget.ts'
import { monthOf, monthsUpTo, paymentsOf, waysToBudget } from './payments-of.ts'

/** 支出进度 beside the plan, month by month; without a budget or a payment, what is missing. A point leads to its payments. */
export function ProgressPicture({ execution, isHeaded }: { execution: ExecutionView; isHeaded?: boolean }) {
  const { ledger, standing } = useYear()
  const option = useMemo(() => progressOption(execution), [execution])
  const { months, total, plannedBy } = execution
  const last = months.findLast(({ share }) => share !== undefined)
  if (!last || standing.payments === 0) {
    const hasBudget = compared(total.final, '0') !== 0
    return (
      <NoPicture
        title={words.progress}
        isHeaded={isHeaded}
        missing={hasBudget ? words.progressWithoutPayments : words.progressWithoutBudget}
        ways={hasBudget ? [{ name: words.parts.payments, address: paymentsOf(ledger, {}) }] : waysToBudget(ledger)}
      />
    )
  }
  return (
    <Chart
      option={option}
      said={words.progressSaid(asPercent(last.share ?? '0'), asPercent(last.planned), plannedBy, last.month)}
      ways={[[asPercent(last.share ?? '0'), paymentsOf(ledger, { date: monthsUpTo(standing.year, last.month) })]]}
      onPick={(index) => goTo(paymentsOf(ledger, { date: monthOf(standing.year, months[index]?.month ?? 1) }))}
    />
  )
}
