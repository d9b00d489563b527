/** A table has as many columns as this at most, and a head and two rows at least. */
const widest = 12
const fewestRows = 3
/** How many cells have to be of the kind that most of their column are. */
const alike = 0.9

const number = /^[-—–−]?[\d,，]+(?:\.\d+)?(?:%|％|[万亿]?元|[\p{Script=Han}]{1,2})?$/u
const nothing = /^(?:[-—–/]*|无)$/
const total = /^(?:总\s*计|合\s*计|总\s*分|总得分|自评得分)$/

/**
 * Cells of a table saved without a mark between its rows, in rows: the one width at which the first row has only words,
 * and each column the same kind of thing; a 合计 at the end may have fewer cells. As they are, in one row, where no width
 * fits, or more than one.
 *
 * textOf   what a cell says
 */
export function rowsOfUnbroken<Cell>(cells: readonly Cell[], textOf: (cell: Cell) => string): Cell[][] {
  const texts = cells.map((cell) => textOf(cell).trim())
  const last = texts.findLastIndex((text) => total.test(text))
  const foldings = Array.from({ length: widest - 1 }, (_, index) => index + 2).flatMap((width) =>
    [texts.length, last]
      .filter((end) => end >= width * fewestRows && end % width === 0 && texts.length - end <= width)
      .slice(0, 1)
      .filter((end) => fits(texts.slice(0, end), width))
      .map((end) => ({ width, end })),
  )
  const [folding, ...others] = foldings
  if (!folding || others.length > 0) return [[...cells]]
  const { width, end } = folding
  const rows = Array.from({ length: end / width }, (_, row) => cells.slice(row * width, (row + 1) * width))
  return end < cells.length ? [...rows, cells.slice(end)] : rows
}

function fits(texts: readonly string[], width: number): boolean {
  const head = texts.slice(0, width)
  if (head.slice(1).some((text) => text === '' || number.test(text)) || number.test(head[0]!)) return false
  const body = texts.slice(width)
  const columns = head.map((_, column) => body.filter((text, at) => at % width === column && !nothing.test(text)))
  const numeric = columns.map((column) => column.filter((text) => number.test(text)).length)
  const own = columns.reduce((sum, column, at) => sum + Math.max(numeric[at]!, column.length - numeric[at]!), 0)
  const told = columns.reduce((sum, column) => sum + column.length, 0)
  const isNumbers = columns.map((column, at) => column.length > 0 && numeric[at]! * 2 > column.length)
  return own >= told * alike && isNumbers.includes(true) && !isNumbers[0]
}
