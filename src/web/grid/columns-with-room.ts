/**
 * The columns a table shows so that nobody scrolls sideways: where they don't fit, the last ones go first. Those in the
 * middle stay, so that a block without headings is pasted alike on every screen.
 *
 * room     pixels there are for them
 * widthOf  pixels one takes
 * stays    those that are shown however little room there is
 */
export function columnsWithRoom<T>(
  columns: readonly T[],
  room: number,
  widthOf: (column: T) => number,
  stays: (column: T) => boolean,
): readonly T[] {
  let over = columns.reduce((sum, column) => sum + widthOf(column), 0) - room
  const gone = new Set<T>()
  for (const column of columns.toReversed()) {
    if (over <= 0) break
    if (stays(column)) continue
    gone.add(column)
    over -= widthOf(column)
  }
  return columns.filter((column) => !gone.has(column))
}
