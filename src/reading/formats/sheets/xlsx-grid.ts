import type { CellObject, DenseWorkSheet, Range } from '@e965/xlsx'
import type { TypedOver } from '#domain/document.ts'

/** A cell of a sheet as displayed; row and column count from 0 in the sheet. */
export type SheetCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly isText: boolean
  readonly unread: boolean
  readonly hidden: boolean
  readonly typedOver?: TypedOver
}

const mostColumns = 1000

/** The rows of a sheet down to the last row and across to the last column that hold anything; merged cells stand once, blank rows hold none. */
export function sheetRows(sheet: DenseWorkSheet, mostRows: number, isHidden: boolean): SheetCell[][] {
  const data = sheet['!data'].slice(0, mostRows)
  const height = data.findLastIndex((row) => row?.some(isFilled)) + 1
  let width = 0
  for (const row of data) width = Math.max(width, (row ?? []).findLastIndex(isFilled) + 1)
  width = Math.min(width, mostColumns)
  const merges = mergesByPlace(sheet['!merges'] ?? [], height, width)
  return Array.from({ length: height }, (_, row) => {
    const cells: SheetCell[] = []
    if (!data[row]?.some(isFilled)) return cells
    for (let column = 0; column < width; column++) {
      const merge = merges.get(row * mostColumns + column)
      if (merge === 'covered') continue
      const hidden = isHidden || !!sheet['!rows']?.[row]?.hidden || !!sheet['!cols']?.[column]?.hidden
      cells.push({ row, column, ...spansOf(merge), ...shown(data[row]?.[column]), hidden })
    }
    return cells
  })
}

function isFilled(cell: CellObject | undefined): boolean {
  return cell !== undefined && cell !== null && (shown(cell).text !== '' || cell.f !== undefined)
}

function spansOf(merge: Range | undefined): { rowSpan: number; columnSpan: number } {
  return merge
    ? { rowSpan: merge.e.r - merge.s.r + 1, columnSpan: merge.e.c - merge.s.c + 1 }
    : { rowSpan: 1, columnSpan: 1 }
}

/** Every place a merged range takes: its top left holds the range, cut to the filled sheet; the others are covered. */
function mergesByPlace(ranges: readonly Range[], height: number, width: number): Map<number, Range | 'covered'> {
  const places = new Map<number, Range | 'covered'>()
  for (const { s, e } of ranges) {
    if (s.r >= height || s.c >= width) continue
    const end = { r: Math.min(e.r, height - 1), c: Math.min(e.c, width - 1) }
    for (let row = s.r; row <= end.r; row++) {
      for (let column = s.c; column <= end.c; column++) places.set(row * mostColumns + column, 'covered')
    }
    places.set(s.r * mostColumns + s.c, { s, e: end })
  }
  return places
}

/** What a cell shows: its number in its own format. A formula saved without its value shows nothing and is unread. */
function shown(cell: CellObject | null | undefined): { text: string; isText: boolean; unread: boolean } {
  if (!cell || cell.t === 'z') return { text: '', isText: false, unread: cell?.f !== undefined }
  const raw = cell.w ?? (cell.v === undefined ? '' : String(cell.v))
  const text = raw.replaceAll(/\r\n?/g, '\n').trim()
  return { text, isText: cell.t === 's', unread: cell.f !== undefined && text === '' && cell.t !== 's' }
}
