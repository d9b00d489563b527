import {
  BarChart,
  type BarSeriesOption,
  HeatmapChart,
  type HeatmapSeriesOption,
  LineChart,
  type LineSeriesOption,
  ScatterChart,
  type ScatterSeriesOption,
  TreemapChart,
  type TreemapSeriesOption,
} from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
  VisualMapComponent,
  type VisualMapComponentOption,
} from 'echarts/components'
import { type ComposeOption, type ECharts, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useIsPrinting } from '../grid/use-printing.ts'
import { useMedia } from '../route.ts'
import { SaidWithWays, type Ways } from './said-with-ways.tsx'

use([
  BarChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  TreemapChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
  LabelLayout,
  SVGRenderer,
])

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | HeatmapSeriesOption
  | TreemapSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
>

/** Inks that stay apart for the colour-blind and in grey. */
const inks = { light: ['#1b4f9c', '#c98a1b', '#7a828e'], dark: ['#8db8ff', '#f3c56b', '#a5adb8'] }

/** What an upright A4 sheet has room for between its margins: a picture as wide as the screen would be cut off. */
const paperWidth = 660

/**
 * A picture of numbers that stand in a table beside it.
 *
 * said       the picture in a sentence, read out in its place
 * ways       where its numbers lead to, as they stand in the sentence one after another
 * onPick     what a click on a column, point or tile leads to: its place, and its name
 */
export function Chart({
  option,
  said,
  ways = [],
  height = 260,
  onPick,
}: {
  option: ChartOption
  said: string
  ways?: Ways
  height?: number
  onPick?: (index: number, name: string) => void
}) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(undefined)
  const isPrinting = useIsPrinting()
  // Paper is white.
  const isDark = useMedia('(prefers-color-scheme: dark)') && !isPrinting
  const isCalm = useMedia('(prefers-reduced-motion: reduce)')
  useEffect(() => {
    if (!place.current) return
    const drawn = init(place.current, isDark ? 'dark' : null, { renderer: 'svg', locale: 'ZH' })
    chart.current = drawn
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      drawn.dispose()
    }
  }, [isDark])
  useEffect(() => {
    chart.current?.resize(isPrinting ? { width: paperWidth } : { width: 'auto' })
    // The paper is laid out before the next frame would draw it.
    chart.current?.getZr().flush()
  }, [isPrinting, isDark])
  useEffect(() => {
    const whole = {
      backgroundColor: 'transparent',
      animation: false,
      color: isDark ? inks.dark : inks.light,
      // Named, for texts are measured apart from the page: 'inherit' is no font there.
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      aria: { enabled: true, label: { description: said }, decal: { show: true } },
      ...option,
    }
    chart.current?.setOption(whole, true)
  }, [option, said, isDark, isCalm])
  useEffect(() => {
    const drawn = chart.current
    if (!drawn || !onPick) return
    drawn.on('click', ({ dataIndex, name }) => onPick(dataIndex, name))
    return () => {
      drawn.off('click')
    }
  }, [onPick, isDark])
  return (
    <figure className="chart">
      <figcaption>
        <SaidWithWays said={said} ways={ways} />
      </figcaption>
      <div ref={place} style={{ height }} role="img" aria-label={said} />
    </figure>
  )
}
