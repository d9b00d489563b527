import type { SheetCell } from './xlsx-grid.ts'

type Row = readonly SheetCell[]

/**
 * The stretches of a sheet that belong together, each with one table at most. A new one begins at a title row after a
 * blank row, and where texts over the whole width, a table's title or whole sentences among them, stand before a head.
 */
export function sectionsOf(rows: readonly Row[]): Row[][] {
  const sections: Row[][] = []
  rows.forEach((row, index) => {
    if (index === 0 || opensAfterBlank(rows, index) || opensBeforeHead(rows, index)) sections.push([])
    sections.at(-1)!.push(row)
  })
  return sections
}

function opensAfterBlank(rows: readonly Row[], index: number): boolean {
  return isBlank(rows[index - 1]!) && isAlone(rows, index)
}

/** The first of the texts that stand alone above a head: a row of two texts or more without a number. */
function opensBeforeHead(rows: readonly Row[], index: number): boolean {
  if (!isAlone(rows, index) || isAlone(rows, index - 1)) return false
  let end = index + 1
  while (end < rows.length && isAlone(rows, end)) end++
  const head = rows[end]
  return (
    head !== undefined && isHead(head) && rows.slice(index, end).some((row) => endsWhatStoodAbove(soleText(row)!.text))
  )
}

/** A form goes on below a heading in it, but not below a table's title or a paragraph. */
function endsWhatStoodAbove(text: string): boolean {
  return (
    /^附?表\s*[\d一二三四五六七八九十]/.test(text) ||
    /表(?:[(（][^()（）]*[)）])?$/.test(text) ||
    (text.length >= 20 && text.endsWith('。'))
  )
}

function isHead(row: Row): boolean {
  const filled = row.filter(({ text }) => text !== '')
  return filled.length >= 2 && filled.every(({ text, isText }) => isText && !/^[-\d.,，%]+$/.test(text))
}

function isAlone(rows: readonly Row[], index: number): boolean {
  return soleText(rows[index]!) !== undefined && !reachesInto(rows, index)
}

/** Whether a merged cell from above runs through this row, so that it cannot be a title. */
function reachesInto(rows: readonly Row[], index: number): boolean {
  return rows.slice(Math.max(0, index - 50), index).some((row) => row.some((cell) => cell.row + cell.rowSpan > index))
}

/** Whether nothing stands in a row. */
export function isBlank(row: Row): boolean {
  return row.every(({ text, unread }) => text === '' && !unread)
}

/** The one text of a row that holds nothing else. */
export function soleText(row: Row): SheetCell | undefined {
  const filled = row.filter(({ text, unread }) => text !== '' || unread)
  return filled.length === 1 && filled[0]!.isText ? filled[0] : undefined
}
