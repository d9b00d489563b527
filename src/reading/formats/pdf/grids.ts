import type { PlacedItem } from './items.ts'
import type { Ruling } from './rulings.ts'

/** A ruled table: where its columns and rows begin and end, and its cells. Points from the top left of the page. */
export type Grid = {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly GridCell[]
}

/** A cell of a ruled table; `whole` is false when its walls do not close to a rectangle. */
export type GridCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly whole: boolean
}

const touch = 3.2
const mostLines = 150
const mostGrids = 60

/** The ruled tables of a page: rulings that touch each other and make at least two cells. */
export function gridsOf(rulings: readonly Ruling[]): Grid[] {
  const grids = touching(rulings).flatMap((group) => {
    const grid = gridOf(group)
    return grid && grid.cells.length > 1 ? [grid] : []
  })
  return grids.length > mostGrids ? [] : grids
}

/** Where a grid reaches: left, top, right, bottom. */
export function reachOf(grid: Grid): [left: number, top: number, right: number, bottom: number] {
  return [grid.xs[0]!, grid.ys[0]!, grid.xs.at(-1)!, grid.ys.at(-1)!]
}

/** Whether the middle of an item lies within a grid. */
export function holds(grid: Grid, item: PlacedItem): boolean {
  const [left, top, right, bottom] = reachOf(grid)
  const [x, y] = middleOf(item)
  return x > left && x < right && y > top && y < bottom
}

/** The middle of an item's letters. */
export function middleOf(item: PlacedItem): [x: number, y: number] {
  return [(item.x0 + item.x1) / 2, item.base - item.size * 0.35]
}

function touching(rulings: readonly Ruling[]): Ruling[][] {
  const parent = rulings.map((_, index) => index)
  const across = rulings.flatMap((ruling, index) => (ruling.across ? [index] : []))
  const down = rulings.flatMap((ruling, index) => (ruling.across ? [] : [index]))
  for (const i of across)
    for (const j of down) if (meet(rulings[i]!, rulings[j]!)) parent[rootOf(parent, i)] = rootOf(parent, j)
  const groups = new Map<number, Ruling[]>()
  rulings.forEach((ruling, index) => {
    const root = rootOf(parent, index)
    groups.set(root, [...(groups.get(root) ?? []), ruling])
  })
  return [...groups.values()]
}

function meet(h: Ruling, v: Ruling): boolean {
  return v.at > h.from - touch && v.at < h.to + touch && h.at > v.from - touch && h.at < v.to + touch
}

function rootOf(parent: number[], index: number): number {
  let root = index
  while (parent[root] !== root) root = parent[root]!
  parent[index] = root
  return root
}

function gridOf(group: readonly Ruling[]): Grid | undefined {
  const across = group.filter((ruling) => ruling.across)
  const down = group.filter((ruling) => !ruling.across)
  if (across.length < 2 || down.length === 0) return undefined
  const xs = places([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])], down)
  const ys = places([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])], across)
  if (xs.length < 2 || ys.length < 2 || xs.length > mostLines || ys.length > mostLines) return undefined
  return { xs, ys, cells: cellsOf(xs, ys, across, down) }
}

/** Where lines stand, and the outermost ends of the lines that cross them when a side is left open. */
function places(all: readonly number[], lines: readonly Ruling[]): number[] {
  const own = [...new Set(lines.map(({ at }) => at))].sort((a, b) => a - b)
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const open = 8
  if (own[0]! - low > open) own.unshift(low)
  if (high - own.at(-1)! > open) own.push(high)
  return own.filter((at, index) => index === 0 || at - own[index - 1]! > 3)
}

function cellsOf(xs: readonly number[], ys: readonly number[], across: Ruling[], down: Ruling[]): GridCell[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const parent = Array.from({ length: rows * columns }, (_, index) => index)
  const join = (a: number, b: number) => {
    parent[rootOf(parent, b)] = rootOf(parent, a)
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column
      if (column + 1 < columns && !isWall(down, xs[column + 1]!, ys[row]!, ys[row + 1]!)) join(here, here + 1)
      if (row + 1 < rows && !isWall(across, ys[row + 1]!, xs[column]!, xs[column + 1]!)) join(here, here + columns)
    }
  }
  const groups = new Map<number, number[]>()
  for (let index = 0; index < parent.length; index++) {
    const root = rootOf(parent, index)
    const members = groups.get(root)
    if (members) members.push(index)
    else groups.set(root, [index])
  }
  return [...groups.values()].flatMap((members) => mergedCell(members, columns))
}

function isWall(lines: readonly Ruling[], at: number, from: number, to: number): boolean {
  const quarter = (to - from) / 4
  const covers = (point: number) =>
    lines.some((line) => Math.abs(line.at - at) < touch && line.from - touch < point && line.to + touch > point)
  return covers(from + quarter) && covers(to - quarter)
}

function mergedCell(members: readonly number[], columns: number): GridCell[] {
  const rows = members.map((index) => Math.floor(index / columns))
  const cols = members.map((index) => index % columns)
  const [row, column] = [Math.min(...rows), Math.min(...cols)]
  const [rowSpan, columnSpan] = [Math.max(...rows) - row + 1, Math.max(...cols) - column + 1]
  if (rowSpan * columnSpan === members.length) return [{ row, column, rowSpan, columnSpan, whole: true }]
  return members.map((_, i) => ({ row: rows[i]!, column: cols[i]!, rowSpan: 1, columnSpan: 1, whole: false }))
}
