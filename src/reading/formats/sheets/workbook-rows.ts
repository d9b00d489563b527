import { type CellObject, type DenseWorkSheet, type Range, SSF, type WorkBook, read } from '@e965/xlsx'
import { zipSync } from 'fflate'
import { problemOf } from '#domain/problem.ts'
import { type RawCell, type RawRow, type RawRows, RowsRefused, type SheetValue } from './raw-rows.ts'
import { UnsafeArchive } from '../archives/unsafe-archive.ts'
import { unzip } from '../archives/unzip.ts'
import { isUnsafeArchive } from './xlsx-archive.ts'

const mostRows = 200_000
const mostColumns = 500
const mostSheets = 60
const batch = 1000

/**
 * The rows of every sheet of a workbook (xlsx, xls, ods), a thousand at a time; cells of a merged area repeat its value.
 * A sheet is read to its 200,000th row. Throws RowsRefused.
 */
export function* workbookRows(name: string, bytes: Uint8Array): Generator<RawRows> {
  const book = openBook(name, bytes)
  const isEpoch1904 = book.Workbook?.WBProps?.date1904 === true
  for (const [index, title] of book.SheetNames.slice(0, mostSheets).entries()) {
    const sheet = book.Sheets[title] as DenseWorkSheet | undefined
    const data = sheet?.['!data']
    if (!sheet || !data) continue
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0
    const merges = coveredCells(sheet['!merges'] ?? [])
    const rowAt = (at: number): RawRow => ({
      row: at + 1,
      cells: rowCells(data, at, merges, isEpoch1904),
      ...(isHidden || sheet['!rows']?.[at]?.hidden ? { hidden: true } : {}),
    })
    const end = Math.min(data.length, mostRows)
    for (let from = 0; from < end; from += batch) {
      const rows = Array.from({ length: Math.min(batch, end - from) }, (_, offset) => rowAt(from + offset))
      yield { sheet: title, rows, ...(data.length > mostRows ? { cut: mostRows } : {}) }
    }
  }
}

function openBook(name: string, bytes: Uint8Array): WorkBook {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const refused = (code: 'archive-unsafe' | 'file-encrypted' | 'file-unreadable', detail?: string) =>
    new RowsRefused(problemOf(code, name, true, detail))
  try {
    if (isZip && isUnsafeArchive(bytes)) throw refused('archive-unsafe', '解压后超过 256 MB，请另存为 csv')
    // The workbook library's own inflater never ends on some damaged streams: it gets the entries stored.
    const stored = isZip ? zipSync(unzip(bytes, isPart), { level: 0 }) : bytes
    return read(stored, {
      type: 'array',
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellHTML: false,
      sheetRows: mostRows + 1,
    })
  } catch (error) {
    if (error instanceof RowsRefused) throw error
    if (error instanceof UnsafeArchive) throw refused('archive-unsafe', error.message)
    const reason = error instanceof Error ? error.message : ''
    throw refused(/password|encrypt/i.test(reason) ? 'file-encrypted' : 'file-unreadable')
  }
}

function isPart(name: string): boolean {
  return !name.endsWith('/') && !/\/(?:media|drawings|charts|embeddings)\//.test(name)
}

type Covered = { readonly from: readonly [row: number, column: number]; readonly way: 'across' | 'down' }

/** Where merged areas repeat the value of their first cell. Areas of absurd size are cut at the sheet's bounds. */
function coveredCells(merges: readonly Range[]): ReadonlyMap<number, Covered> {
  const covered = new Map<number, Covered>()
  for (const { s, e } of merges) {
    const last = { r: Math.min(e.r, mostRows), c: Math.min(e.c, mostColumns) }
    for (let row = s.r; row <= last.r && covered.size < 1_000_000; row++) {
      for (let column = s.c; column <= last.c; column++) {
        if (row === s.r && column === s.c) continue
        covered.set(row * mostColumns + column, { from: [s.r, s.c], way: row === s.r ? 'across' : 'down' })
      }
    }
  }
  return covered
}

function rowCells(
  data: DenseWorkSheet['!data'],
  at: number,
  merges: ReadonlyMap<number, Covered>,
  isEpoch1904: boolean,
): RawCell[] {
  const own = data[at] ?? []
  let width = Math.min(own.length, mostColumns)
  if (merges.size > 0) while (width < mostColumns && merges.has(at * mostColumns + width)) width++
  const cells: RawCell[] = []
  for (let column = 0; column < width; column++) {
    const cover = merges.get(at * mostColumns + column)
    const cell = cover ? data[cover.from[0]]?.[cover.from[1]] : own[column]
    const value = valueOf(cell, isEpoch1904)
    cells.push(cover ? { ...(typeof value === 'string' ? { text: value } : value), covered: cover.way } : value)
  }
  return cells
}

function valueOf(cell: CellObject | null | undefined, isEpoch1904: boolean): RawCell {
  if (!cell) return ''
  const isFormula = cell.f !== undefined
  const text = (cell.w ?? (cell.v === undefined ? '' : String(cell.v))).replaceAll(/\r\n?/g, '\n').trim()
  if (cell.t === 'e') return { text, fault: 'error' }
  // A formula saved without its result is given the value 0 by the library, marked as a blank.
  if (cell.t === 'z' || (isFormula && cell.v === undefined)) return isFormula ? { text: '', fault: 'unread' } : ''
  if (cell.t === 's' || cell.t === 'b' || typeof cell.v !== 'number') return isFormula ? { text, formula: true } : text
  return { ...numberOf(cell, cell.v, text, isEpoch1904), ...(isFormula ? { formula: true } : {}) }
}

function numberOf(cell: CellObject, value: number, text: string, isEpoch1904: boolean): SheetValue {
  const number = Number(value.toPrecision(15)).toString()
  if (!cell.z || !SSF.is_date(String(cell.z))) return { text, number }
  const day = SSF.parse_date_code(value, { date1904: isEpoch1904 }) as { y: number; m: number; d: number } | null
  if (!day || day.y < 1900 || day.m === 0) return { text, number }
  return { text, number, date: `${day.y}-${String(day.m).padStart(2, '0')}-${String(day.d).padStart(2, '0')}` }
}
