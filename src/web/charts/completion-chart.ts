import type { Evaluation } from '#domain/evaluation.ts'
import type { Plain } from '#domain/plain.ts'
import { words } from '../words/evaluation.ts'
import type { ChartOption } from './chart.tsx'

type Scored = Plain<Evaluation>['indicators'][number]
const nameWidth = 116
const plainly = { decal: { symbol: 'none' } } as const

/** Bullets: a pale bar as long as the weight, the points earned inside it, a mark where all points would be. */
export function completionOption({ indicators }: Plain<Evaluation>): ChartOption {
  const shown = indicators.toReversed()
  const names = shown.map(({ input }) => input.name)
  return {
    grid: { left: nameWidth + 12, right: 76, top: 36, bottom: 28 },
    legend: { top: 0, itemGap: 24, data: [words.chartWeight, words.chartScore] },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', name: words.points },
    // The points lie on an axis of their own, so that they stand in the middle of the weights and not beside them.
    yAxis: [
      { type: 'category', data: names, axisLabel: { width: nameWidth, overflow: 'truncate' } },
      { type: 'category', data: names, show: false },
    ],
    series: [weights(shown), scores(shown), marks(shown)],
  }
}

function weights(shown: readonly Scored[]) {
  return {
    name: words.chartWeight,
    type: 'bar' as const,
    barWidth: 20,
    z: 1,
    itemStyle: { ...plainly, color: '#9aa3af', opacity: 0.4 },
    data: shown.map(({ input }) => Number(input.weight)),
  }
}

function scores(shown: readonly Scored[]) {
  return {
    name: words.chartScore,
    type: 'bar' as const,
    barWidth: 10,
    yAxisIndex: 1,
    z: 2,
    itemStyle: plainly,
    data: shown.map(({ points }) => (points === undefined ? null : Number(points))),
  }
}

function marks(shown: readonly Scored[]) {
  return {
    name: words.chartMark,
    type: 'line' as const,
    z: 3,
    symbol: 'rect',
    symbolSize: [3, 24],
    lineStyle: { opacity: 0 },
    itemStyle: { color: '#b3161b' },
    tooltip: { show: false },
    label: {
      show: true,
      position: 'right' as const,
      formatter: ({ dataIndex }: { dataIndex: number }) => scoreText(shown[dataIndex]),
    },
    data: shown.map(({ input }, index) => [Number(input.weight), index]),
  }
}

function scoreText(scored: Scored | undefined): string {
  return scored ? `${scored.points ?? words.unscored} / ${scored.input.weight}` : ''
}
