import type { ChartOption } from './chart.tsx'

/** Counts over two names: a row for each of `rows`, a column for each of `columns`. */
export type FindingsGrid = {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly {
    readonly row: number
    readonly column: number
    readonly count: number
    readonly said: string
  }[]
}

/** A department's name of fifteen characters, on a phone of eleven; there a heading is broken after three, so that seven fit. */
const nameWidth = { wide: 180, narrow: 132 }
const headWidth = 40
const shades = ['#fdf0d9', '#c0392b']

/** Findings by department and kind: the darker, the more; the number stands in each cell. `isNarrow`: on a phone. */
export function findingsOption({ rows, columns, cells }: FindingsGrid, name: string, isNarrow: boolean): ChartOption {
  const most = Math.max(1, ...cells.map(({ count }) => count))
  const width = isNarrow ? nameWidth.narrow : nameWidth.wide
  return {
    grid: { left: width + 12, right: 16, top: 40, bottom: 48 },
    tooltip: { trigger: 'item', formatter: (point: unknown) => saidOf(point) },
    xAxis: {
      type: 'category',
      data: [...columns],
      position: 'top',
      axisLabel: { interval: 0, lineHeight: 14, ...(isNarrow ? { width: headWidth, overflow: 'break' } : {}) },
    },
    yAxis: {
      type: 'category',
      data: [...rows],
      inverse: true,
      axisLabel: { interval: 0, width, overflow: 'truncate' },
    },
    visualMap: {
      min: 0,
      max: most,
      calculable: false,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      text: [name],
      inRange: { color: shades },
    },
    series: [
      {
        type: 'heatmap',
        label: { show: true, formatter: ({ value }: { value: unknown }) => String((value as number[])[2]) },
        itemStyle: { borderWidth: 1, borderColor: '#ffffff', decal: { symbol: 'none' } },
        data: cells.map((cell) => cellOf(cell, `${rows[cell.row]}，${columns[cell.column]}`, most)),
      },
    ],
  }
}

function cellOf({ row, column, count, said }: FindingsGrid['cells'][number], name: string, most: number) {
  const color = count * 2 > most ? '#ffffff' : '#1f2430'
  return { name: `${name}：${said}`, value: [column, row, count], label: { color } }
}

function saidOf(point: unknown): string {
  return (point as { name: string }).name
}
