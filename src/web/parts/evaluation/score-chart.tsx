import { useMemo } from 'react'
import type { ScoredForms } from '#http/contracts/year.ts'
import type { ChartOption } from '../../charts/chart.tsx'
import { words as all } from '../../words/goals.ts'
import { Chart } from '../../charts/lazy-chart.tsx'

const words = all.evaluation

type Form = ScoredForms['forms'][number]

/** Points earned and lost, indicator by indicator: a picture of the table beside it. */
export function ScoreChart({ form }: { form: Form }) {
  const option = useMemo(() => optionOf(form), [form])
  const said = words.said(form.total ?? words.unscored, form.full, form.grade ?? '')
  return <Chart option={option} said={said} height={Math.max(160, form.indicators.length * 24 + 60)} />
}

function optionOf({ indicators }: Form): ChartOption {
  const shown = indicators.toReversed()
  const points = shown.map(({ points: earned }) => (earned === undefined ? null : Number(earned)))
  const lost = shown.map(({ points: earned, input }) =>
    earned === undefined ? null : Number(input.weight) - Number(earned),
  )
  return {
    grid: { left: 170, right: 24, top: 32, bottom: 28 },
    legend: { top: 0, itemGap: 24 },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'value' },
    yAxis: {
      type: 'category',
      data: shown.map(({ input }) => input.name),
      axisLabel: { width: 150, overflow: 'truncate' },
    },
    series: [
      { name: words.lost, type: 'bar', stack: 'points', data: points },
      { name: words.left, type: 'bar', stack: 'points', data: lost },
    ],
  }
}
