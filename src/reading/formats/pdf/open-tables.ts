import type { Cell } from '#domain/document.ts'
import { cellText } from './cell-text.ts'
import { type Band, type Cluster, bandsOf, clusterOf, meets, partedAtGutters } from './gutters.ts'
import type { PlacedItem } from './items.ts'
import { type Line, clustersOf } from './lines.ts'
import type { FoundTable } from './ruled-tables.ts'

type Row = { readonly line: Line; readonly clusters: readonly Cluster[] }

/** Replaces runs of lines that stand in columns by tables, where no rulings were drawn. The rest stays as it is. */
export function withOpenTables(lines: readonly Line[]): (Line | FoundTable)[] {
  const rows = lines.map((line) => ({ line, clusters: clustersOf(line, 1).map(clusterOf) }))
  const widest = lines.reduce((most, line) => Math.max(most, line.x1 - line.x0), 0)
  const result: (Line | FoundTable)[] = []
  for (let at = 0; at < rows.length;) {
    const end = endOfRun(rows, at, widest)
    const table = end > at ? openTable(rows.slice(at, end)) : undefined
    if (table) result.push(table)
    else result.push(...lines.slice(at, Math.max(end, at + 1)))
    at = Math.max(end, at + 1)
  }
  return result
}

/** The end of the run of columned lines that begins at `from`; `from` itself when none does. */
function endOfRun(rows: readonly Row[], from: number, widest: number): number {
  let end = from
  for (let at = from; at < rows.length; at++) {
    const row = rows[at]!
    if (at > from && row.line.base - rows[at - 1]!.line.base > 4 * row.line.size) break
    if (row.clusters.length >= 2) end = at + 1
    else if (at === from || at - end >= 2 || row.line.x1 - row.line.x0 > 0.7 * widest || isCaption(rows, at)) break
  }
  while (end > from && hangsOn(rows[end - 1]!, rows[end])) end++
  const run = rows.slice(from, end)
  const strong = run.filter((row) => row.clusters.length >= 3).length
  const enough = strong >= 2 || run.filter((row) => row.clusters.length === 2).length >= 3
  return enough ? end : from
}

/** A lone line with room above and below that stands over several columns is the title of the next table. */
function isCaption(rows: readonly Row[], at: number): boolean {
  const [above, row, below] = [rows[at - 1], rows[at]!, rows[at + 1]]
  if (!above || row.line.base - above.line.base < 1.2 * row.line.size) return false
  if (below && below.line.base - row.line.base < 1.2 * row.line.size) return false
  return above.clusters.filter((cluster) => meets(cluster, row.clusters[0]!)).length !== 1
}

function openTable(found: readonly Row[]): FoundTable | undefined {
  const bands = bandsOf(found.map(({ clusters }) => clusters))
  if (bands.length < 2) return undefined
  const run = found.map(({ line, clusters }) => ({
    line,
    clusters: clusters.flatMap((cluster) => partedAtGutters(cluster, bands, line.size)),
  }))
  const groups = groupedRows(run)
  const rows = groups.map((group, row) => cellsOf(group, bands, row))
  const aligned = groups.filter((group) => group[0]!.clusters.length >= Math.min(3, bands.length)).length
  if (aligned < 2) return undefined
  const [first, last] = [run[0]!.line, run.at(-1)!.line]
  const xs = [...bands.map(({ x0 }) => x0), bands.at(-1)!.x1]
  return { page: first.page, line: first.number, xs, top: first.base - first.size, bottom: last.base, rows }
}

/** Lines of one table row together: a short line that stands half a line off a fuller one wraps one of its cells. */
function groupedRows(run: readonly Row[]): Row[][] {
  const groups: Row[][] = []
  const wraps: Row[] = []
  const most = Math.max(...run.map(({ clusters }) => clusters.length))
  for (const row of run) {
    if (row.clusters.length * 2 <= most) wraps.push(row)
    else groups.push([row])
  }
  for (const wrap of wraps) {
    const distance = (group: Row[]) => Math.min(...group.map(({ line }) => Math.abs(line.base - wrap.line.base)))
    const near = groups.reduce<Row[] | undefined>(
      (best, group) => (best && distance(best) <= distance(group) ? best : group),
      undefined,
    )
    if (near && distance(near) < wrap.line.size) near.push(wrap)
    else groups.push([wrap])
  }
  return groups.sort((a, b) => a[0]!.line.base - b[0]!.line.base)
}

function cellsOf(group: readonly Row[], bands: readonly Band[], row: number): Cell[] {
  const held = bands.map((): PlacedItem[] => [])
  const spans = bands.map(() => 1)
  const unsure = new Set<number>()
  for (const { clusters } of group) {
    for (const cluster of clusters) {
      const met = bands.flatMap((band, index) => (meets(band, cluster) ? [index] : []))
      const column = met[0] ?? nearest(bands, cluster)
      const there = held[column]!
      const together = there.some((item) => cluster.items.some((other) => other.base === item.base))
      const figures = hasFigure(cluster.items) && (met.length > 1 || hasFigure(there))
      if (met.length === 0 || together || figures) {
        unsure.add(column)
        for (const index of met) unsure.add(index)
      } else spans[column] = Math.max(spans[column]!, met.length)
      there.push(...cluster.items)
    }
  }
  const cells: Cell[] = []
  for (let column = 0; column < bands.length; column += spans[column]!) {
    const band = bands[column]!
    const width = (bands[column + spans[column]!]?.x0 ?? band.x1) - band.x0
    const page = group[0]!.line.page
    const { text, lines } = cellText(held[column]!, page, width)
    const locus = { page, line: lines[0]?.[2] ?? group[0]!.line.number }
    const cell = { row, column, rowSpan: 1, columnSpan: spans[column]!, text, locus, ...(lines[0] ? { lines } : {}) }
    cells.push(unsure.has(column) ? { ...cell, unread: true } : cell)
  }
  return cells
}

function hasFigure(items: readonly PlacedItem[]): boolean {
  return items.some(({ text }) => /\d/.test(text))
}

function nearest(bands: readonly Band[], cluster: Cluster): number {
  const middle = (cluster.x0 + cluster.x1) / 2
  const distance = (band: Band) => Math.abs((band.x0 + band.x1) / 2 - middle)
  return bands.reduce((best, band, index) => (distance(band) < distance(bands[best]!) ? index : best), 0)
}

/** Whether a line stands so close below another that it must wrap one of its cells. */
function hangsOn(above: Row, below: Row | undefined): boolean {
  return below !== undefined && below.line.base - above.line.base < below.line.size
}
