import { type Item, type PlacedItem, isWide } from './items.ts'

/**
 * A printed line: its items from left to right, and its number on the page from 1 (running heads are counted).
 *
 * column   the column of text it stands in, from 1, on a page set in several
 */
export type Line = {
  readonly page: number
  readonly number: number
  readonly items: readonly PlacedItem[]
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly base: number
  readonly size: number
  readonly column?: number
}

/** The printed lines of a page from top to bottom, every item knowing its line and column. */
export function linesOf(items: readonly Item[], page: number): Line[] {
  const rows: Item[][] = []
  for (const item of items.toSorted((a, b) => a.base - b.base || a.x0 - b.x0)) {
    const first = rows.at(-1)?.[0]
    if (first && item.base - first.base < 0.4 * Math.min(item.size, first.size)) rows.at(-1)!.push(item)
    else rows.push([item])
  }
  return rows.map((row, index) => {
    const sorted = row.toSorted((a, b) => a.x0 - b.x0)
    const { offsets } = joinedItems(sorted)
    return lineFrom(
      sorted.map((item, at) => ({ ...item, line: index + 1, column: offsets[at]! + 1 })),
      page,
    )
  })
}

/** The line these items make; they are sorted from left to right and there is at least one. */
export function lineFrom(items: readonly PlacedItem[], page: number): Line {
  const first = items[0]!
  return {
    page,
    number: first.line,
    items,
    text: joinedItems(items).text,
    x0: first.x0,
    x1: Math.max(...items.map((item) => item.x1)),
    base: first.base,
    size: Math.max(...items.map((item) => item.size)),
  }
}

/**
 * The items read as one line, and where each begins in it. Gaps decide: figures that do not touch are kept apart
 * by a space, while the thin gaps typesetting leaves beside Chinese characters are dropped.
 */
export function joinedItems(items: readonly Item[]): { text: string; offsets: number[] } {
  let text = ''
  const offsets: number[] = []
  let last: Item | undefined
  for (const item of items) {
    if (last) text += gapBetween(last, item)
    offsets.push(text.length)
    text += item.text
    last = item
  }
  return { text, offsets }
}

function gapBetween(left: Item, right: Item): string {
  const gap = (right.x0 - left.x1) / Math.min(left.size, right.size)
  if (gap < 0.15) return ''
  const besideWide = isWide(left.text.at(-1) ?? '') || isWide(right.text[0] ?? '')
  return besideWide && gap < 1.2 ? '' : ' '
}

/** The items of a line in clusters: wherever more than `gap` letter heights are left free, a new cluster begins. */
export function clustersOf(line: Line, gap = 1.5): PlacedItem[][] {
  const clusters: PlacedItem[][] = []
  for (const item of line.items) {
    const last = clusters.at(-1)?.at(-1)
    if (last && item.x0 - last.x1 <= gap * line.size) clusters.at(-1)!.push(item)
    else clusters.push([item])
  }
  return clusters
}
