import type { ReviewBounds } from '#domain/year/score-and-execution.ts'
import { words } from '../words/scores.ts'
import type { ChartOption } from './chart.tsx'

/** A point of the picture: `score` of a hundred, `rate` in %. */
export type ScorePoint = {
  readonly name: string
  readonly score: number
  readonly rate: number
  readonly standsOut: boolean
}

const room = 5

/** 得分 over 执行率; the corner of high scores and little spending is marked off, and what lies there is named. */
export function scoreOption(points: readonly ScorePoint[], bounds: ReviewBounds): ChartOption {
  const { left, right, bottom, top } = edgesOf(points, bounds)
  const corner: readonly [number, number] = [bounds.execution, bounds.score]
  const percent = { formatter: '{value}%' }
  return {
    grid: { left: 8, right: 24, top: 40, bottom: 24, containLabel: true },
    legend: { top: 0, itemGap: 24, data: [words.standsOut, words.usual] },
    tooltip: { trigger: 'item' },
    xAxis: {
      type: 'value',
      name: words.rate,
      nameLocation: 'middle',
      nameGap: 26,
      min: left,
      max: right,
      axisLabel: percent,
    },
    yAxis: { type: 'value', name: words.score, min: bottom, max: top },
    series: [
      { ...dots(points, true), name: words.standsOut },
      { ...dots(points, false), name: words.usual },
      line(corner, [bounds.execution, top]),
      line([left, bounds.score], corner),
    ],
  }
}

/** What the axes span: every point, and the corner with some room. */
function edgesOf(points: readonly ScorePoint[], bounds: ReviewBounds) {
  const rates = points.map(({ rate }) => rate)
  const scores = points.map(({ score }) => score)
  const down = (number: number) => Math.max(0, Math.floor((number - room) / 10) * 10)
  return {
    left: down(Math.min(...rates, bounds.execution)),
    right: Math.ceil((Math.max(...rates, 100) + room) / 10) * 10,
    bottom: down(Math.min(...scores, bounds.score)),
    top: Math.max(...scores, 100),
  }
}

function line(from: readonly [number, number], to: readonly [number, number]) {
  const lineStyle = { type: 'dashed' as const, width: 1, color: '#8a919c' }
  return { type: 'line' as const, symbol: 'none', silent: true, lineStyle, data: [[...from], [...to]] }
}

function dots(points: readonly ScorePoint[], standsOut: boolean) {
  const shown = points.filter((each) => each.standsOut === standsOut)
  return {
    type: 'scatter' as const,
    symbol: standsOut ? 'diamond' : 'circle',
    symbolSize: standsOut ? 14 : 10,
    itemStyle: { color: standsOut ? '#c0392b' : '#5b7fb8', opacity: 0.85 },
    label: {
      textBorderWidth: 0,
      show: standsOut,
      position: 'right' as const,
      formatter: '{b}',
      width: 160,
      overflow: 'truncate' as const,
    },
    labelLayout: { hideOverlap: true },
    tooltip: { formatter: ({ data }: { data: unknown }) => textOf(data) },
    data: shown.map(({ name, score, rate }) => ({ name, value: [rate, score] })),
  }
}

function textOf(data: unknown): string {
  const { name, value } = data as { name: string; value: readonly [number, number] }
  return `${name}：${words.score} ${value[1]}，${words.rate} ${value[0]}%`
}
