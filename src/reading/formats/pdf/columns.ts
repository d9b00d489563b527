import type { PlacedItem } from './items.ts'
import { type Line, clustersOf, lineFrom } from './lines.ts'

/** Fewer lines on either side are a signature or a short table, not a column of text. */
const fewestLines = 5
/** Text columns are at least this many characters wide, and most of their lines run full. */
const fewestCharacters = 8

type Sides = { readonly left: readonly PlacedItem[]; readonly right: readonly PlacedItem[] }

/**
 * The lines of a page, or of a stretch of it, in the order they are read: where text is set in two columns, all of the
 * left one before the right one. Lines of a column know which: their margins are its own.
 */
export function inReadingOrder(lines: readonly Line[]): Line[] {
  const gutter = gutterOf(lines)
  if (gutter === undefined) return [...lines]
  const result: Line[] = []
  for (let at = 0; at < lines.length;) {
    let end = at
    while (end < lines.length && sidesOf(lines[end]!, gutter)) end++
    const run = lines.slice(at, end)
    result.push(...(areColumns(run, gutter) ? columnsOf(run, gutter) : run))
    if (end < lines.length) result.push(lines[end]!)
    at = end + 1
  }
  return result
}

/** Where the free strip between two columns ends on the right: the right column's first edge. */
function gutterOf(lines: readonly Line[]): number | undefined {
  const starts = lines.flatMap((line) => {
    const [left, right, more] = clustersOf(line, 1.2)
    return left && right && !more ? [right[0]!.x0] : []
  })
  if (starts.length < fewestLines) return undefined
  const byPlace = Map.groupBy(starts, (start) => Math.round(start / 6))
  const [most] = [...byPlace.values()].toSorted((left, right) => right.length - left.length)
  return most && most.length * 2 >= starts.length ? Math.min(...most) : undefined
}

/** The items on either side of a gutter; nothing where one crosses it. */
function sidesOf(line: Line, gutter: number): Sides | undefined {
  const edge = gutter - line.size * 0.8
  if (line.items.some((item) => item.x0 < edge && item.x1 > edge)) return undefined
  return { left: line.items.filter((item) => item.x1 <= edge), right: line.items.filter((item) => item.x0 > edge) }
}

/** Both sides hold running text: full lines of words, one piece each. A table's columns are narrower or hold figures. */
function areColumns(run: readonly Line[], gutter: number): boolean {
  const sides = run.flatMap((line) => sidesOf(line, gutter) ?? [])
  return [sides.map(({ left }) => left), sides.map(({ right }) => right)].every((side) => {
    const lines = side.filter((items) => items.length > 0).map((items) => lineFrom(items, 0))
    const furthest = Math.max(...lines.map(({ x1 }) => x1))
    const full = lines.filter((line) => line.x1 > furthest - line.size * 1.6)
    const wide = full.filter((line) => line.x1 - line.x0 >= fewestCharacters * line.size)
    const single = lines.filter((line) => clustersOf(line, 1.2).length === 1)
    const words = lines.filter((line) => /\p{Script=Han}{4}/u.test(line.text))
    return (
      lines.length >= fewestLines &&
      wide.length * 2 >= lines.length &&
      single.length * 10 >= lines.length * 9 &&
      words.length * 10 >= lines.length * 7
    )
  })
}

function columnsOf(run: readonly Line[], gutter: number): Line[] {
  const side = (name: keyof Sides, column: number) =>
    run.flatMap((line) => {
      const items = sidesOf(line, gutter)?.[name] ?? []
      return items.length > 0 ? [{ ...lineFrom(items, line.page), column }] : []
    })
  return [...side('left', 1), ...side('right', 2)]
}
