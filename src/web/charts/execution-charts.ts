import { inWanYuan } from '#domain/amount-text.ts'
import type { ExecutionView } from '#http/contracts/year.ts'
import { words } from '../words/budget.ts'
import type { ChartOption } from './chart.tsx'

/** Pictures only: the numbers themselves are shown in the tables, exact. */
const wan = (yuan: string | undefined) => (yuan === undefined ? null : Number(yuan) / 10_000)
const grid = { left: 8, right: 16, top: 40, bottom: 8, containLabel: true }

/** 实际进度 against the plan, in % of 全年预算, month by month. */
export function progressOption({ months, plannedBy }: ExecutionView): ChartOption {
  return {
    grid,
    legend: { top: 0, itemGap: 24 },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => `${Number(value).toFixed(2)}%` },
    xAxis: { type: 'category', data: months.map(({ month }) => words.month(month)) },
    yAxis: { type: 'value', axisLabel: { formatter: '{value}%' } },
    series: [
      {
        name: words.actualProgress,
        type: 'line',
        data: months.map(({ share }) => (share === undefined ? null : Number(share) * 100)),
        symbolSize: 7,
      },
      {
        name: words.plannedProgress(plannedBy),
        type: 'line',
        lineStyle: { type: 'dashed' },
        data: months.map(({ planned }) => Number(planned) * 100),
        symbol: 'none',
      },
    ],
  }
}

/** 年初 → 追加 → … → 全年预算 → 执行, in 万元; every column stands on the one before. */
export function stepsOption({ total, steps }: ExecutionView): ChartOption {
  const bars: { name: string; from: number; to: number }[] = []
  let at = 0
  for (const { kind, amount } of steps) {
    const to = at + Number(amount)
    bars.push({ name: words.kinds[kind as keyof typeof words.kinds] ?? kind, from: at, to })
    at = to
  }
  bars.push(
    { name: words.final, from: 0, to: Number(total.final) },
    { name: words.spent, from: 0, to: Number(total.spent) },
  )
  return {
    grid,
    tooltip: { trigger: 'axis', formatter: (points: unknown) => stepText(bars, points) },
    xAxis: { type: 'category', data: bars.map(({ name }) => name) },
    yAxis: { type: 'value', name: words.wanYuan },
    series: [
      {
        type: 'bar',
        stack: 'steps',
        silent: true,
        itemStyle: { color: 'transparent', decal: { symbol: 'none' } },
        data: bars.map(({ from, to }) => Math.min(from, to) / 10_000),
      },
      {
        type: 'bar',
        stack: 'steps',
        label: {
          show: true,
          position: 'top',
          textBorderWidth: 0,
          formatter: ({ dataIndex }) => textOf(bars[dataIndex]),
        },
        data: bars.map(({ from, to }) => Math.abs(to - from) / 10_000),
      },
    ],
  }
}

function textOf(bar: { from: number; to: number } | undefined): string {
  return bar ? inWanYuan(String(bar.to - bar.from)) : ''
}

function stepText(bars: readonly { name: string; from: number; to: number }[], points: unknown): string {
  const [{ dataIndex = 0 } = {}] = points as { dataIndex?: number }[]
  return `${bars[dataIndex]?.name ?? ''}：${textOf(bars[dataIndex])} ${words.wanYuan}`
}

/** 三公: 上年决算, 本年预算, 本年决算 of each kind, in 万元. */
export function threePublicOption({ threePublic }: ExecutionView): ChartOption {
  return {
    grid,
    // Beside the unit over the axis, on a phone too.
    legend: { top: 0, right: 12, itemGap: 12 },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => (value === null ? '' : `${Number(value).toFixed(2)} ${words.wanYuan}`),
    },
    xAxis: {
      type: 'category',
      data: threePublic.map(({ name }) => name),
      axisLabel: { interval: 0, width: 110, overflow: 'break' },
    },
    yAxis: { type: 'value', name: words.wanYuan },
    series: [
      { name: words.prior, type: 'bar', data: threePublic.map(({ prior }) => wan(prior)) },
      { name: words.budget, type: 'bar', data: threePublic.map(({ budget }) => wan(budget)) },
      { name: words.actual, type: 'bar', data: threePublic.map(({ actual }) => wan(actual)) },
    ],
  }
}
