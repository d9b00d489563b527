import type { Line } from '../grids/body.ts'
import type { Column } from '../grids/columns.ts'
import { nestedRows } from '../grids/nested-rows.ts'

/** A line and the lines it may gather. */
export type Gathering = { readonly whole: Line; readonly parts: readonly Line[] }
/** A way to take the table: for each gathering line, what it gathers. */
export type Hypothesis = readonly Gathering[]

/** The ways total rows gather rows in published tables; the first fits the plain list with its 合计 below or above. */
export function waysToGather(lines: readonly Line[], wholes: readonly Line[]): Hypothesis[] {
  const top = (some: readonly Line[]) => topLevel(some.filter((line) => !line.total))
  const previous = (at: number) => lines.slice(0, at).findLastIndex((line) => line.total !== undefined)
  const next = (at: number) => {
    const found = lines.findIndex((line, index) => index > at && line.total !== undefined)
    return found < 0 ? lines.length : found
  }
  const each = (gather: (at: number) => Line[]) =>
    wholes.map((whole) => ({ whole, parts: gather(lines.indexOf(whole)) }))
  const above = each((at) => top(lines.slice(previous(at) + 1, at)))
  const below = each((at) => top(lines.slice(at + 1, next(at))))
  const subsAbove = each((at) => [
    ...lines.slice(0, at).filter((line) => line.total === 'sub'),
    ...top(lines.slice(previous(at) + 1, at)),
  ])
  const subsBelow = each((at) => lines.slice(at + 1).filter((line) => line.total === 'sub'))
  const withPrevious = each((at) =>
    previous(at) < 0 ? [] : [lines[previous(at)]!, ...lines.slice(previous(at) + 1, at)],
  )
  const unnumberedToo = each((at) =>
    lines
      .slice(previous(at) + 1, at)
      .filter((line) => !line.subset && (line.depth === 0 || line.depth === leastDepth(lines))),
  )
  const everything = each((at) => top(lines.slice(0, at)))
  const everythingBelow = each((at) => top(lines.slice(at + 1)))
  return [above, below, subsAbove, subsBelow, withPrevious, unnumberedToo, everything, everythingBelow]
}

/** For each column the rows a lone total gathers where others are nested in them without a sign of it. */
export function nestedWays(columns: readonly Column[], lines: readonly Line[], wholes: readonly Line[]): Hypothesis[] {
  const [whole, ...further] = wholes
  if (!whole || further.length > 0) return []
  const at = lines.indexOf(whole)
  const sides = [lines.slice(0, at), lines.slice(at + 1)].map((side) =>
    side.filter((line) => !line.subset && !line.total),
  )
  return columns.flatMap((column) =>
    sides.flatMap((side) => {
      const total = whole.figure(column)
      const sets =
        total &&
        nestedRows(
          total,
          side.map((line) => line.figure(column)),
        )
      return sets ? [sets.map((set) => ({ whole, parts: set.map((row) => side[row]!) }))] : []
    }),
  )
}

function leastDepth(lines: readonly Line[]): number {
  return Math.min(...lines.filter((line) => line.depth > 0).map((line) => line.depth))
}

/** The outermost lines: those of the least numbering, or with the shortest codes on their branch; never 「其中」. */
function topLevel(lines: readonly Line[]): Line[] {
  const open = lines.filter((line) => !line.subset)
  const codes = new Set(open.flatMap((line) => line.code ?? []))
  if (codes.size > 0)
    return open.filter(
      (line) =>
        !line.code ||
        (!(codes.has(line.code.slice(0, 3)) && line.code.length > 3) &&
          !(codes.has(line.code.slice(0, 5)) && line.code.length > 5)),
    )
  const depth = leastDepth(open)
  return Number.isFinite(depth) ? open.filter((line) => line.depth === depth) : open
}
