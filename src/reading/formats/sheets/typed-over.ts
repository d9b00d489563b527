import { type CellObject, type DenseWorkSheet, type WorkBook, utils } from '@e965/xlsx'
import { Big } from 'big.js'
import type { TypedOver } from '#domain/document.ts'
import { copiedTo, takenApart } from './formula-refs.ts'
import { formulaValue } from './formula-value.ts'
import type { SheetCell } from './xlsx-grid.ts'

type Rows = readonly (readonly SheetCell[])[]
type Sheet = { readonly name: string; readonly data: DenseWorkSheet['!data']; readonly book: WorkBook }

/**
 * The rows of a sheet with its numbers marked that were typed where a formula belongs: of a workbook of ours, those whose
 * formula a name still tells; of any other, those between or beside cells that hold one and the same formula.
 */
export function withTypedOver(name: string, rows: SheetCell[][], book: WorkBook): SheetCell[][] {
  const found = typedOverIn(name, rows, book)
  if (found.size === 0) return rows
  return rows.map((row) =>
    row.map((cell) => {
      const typedOver = found.get(cell)
      return typedOver ? { ...cell, typedOver } : cell
    }),
  )
}

function typedOverIn(name: string, rows: Rows, book: WorkBook): ReadonlyMap<SheetCell, TypedOver> {
  const sheet: Sheet = { name, data: (book.Sheets[name] as DenseWorkSheet)['!data'], book }
  const formulas = formulasByCell(book)
  if (!formulas && !sheet.data.some((row) => row?.some((cell) => cell?.f !== undefined))) return new Map()
  const found = new Map<SheetCell, TypedOver>()
  const columns = Map.groupBy(rows.flat(), ({ column }) => column)
  const places = new Map([...columns.values()].flatMap((cells) => cells.map((cell, at) => [cell, at] as const)))
  for (const row of rows)
    for (const [at, cell] of row.entries()) {
      const own = rawOf(sheet, cell)
      if (!isNumber(own)) continue
      const formula = formulas
        ? formulas.get(`${name}!${addressOf(cell)}`)
        : (formulaAlong(sheet, row, at) ?? formulaAlong(sheet, columns.get(cell.column)!, places.get(cell)!))
      if (formula !== undefined)
        found.set(cell, { formula: asSeenFrom(name, formula), ...comesTo(formula, sheet, own) })
    }
  return found
}

/** Formulas that names of a workbook of ours keep, by the cell they belong in; undefined for a workbook of others. */
function formulasByCell(book: WorkBook): ReadonlyMap<string, string> | undefined {
  const names = book.Workbook?.Names ?? []
  const cells = new Map(names.flatMap(({ Name, Ref }) => (/^fact_/.test(Name) ? [[Name.slice(5), Ref] as const] : [])))
  if (cells.size === 0) return undefined
  const kept = names.flatMap(({ Name, Ref }) => {
    const [ref] = /^live_/.test(Name) ? takenApart(cells.get(Name.slice(5)) ?? '').refs : []
    return ref ? [[`${ref.sheet}!${ref.from.replaceAll('$', '')}`, Ref] as const] : []
  })
  return new Map(kept)
}

/**
 * The formula two cells on either side have, or the two next to it on one side where the other has no number, as it
 * would be here; none of them may reckon with the cell itself.
 */
function formulaAlong(sheet: Sheet, line: readonly SheetCell[], at: number): string | undefined {
  const here = line[at]!
  const asHere = (cell: SheetCell | undefined): string | undefined => {
    const formula = cell && rawOf(sheet, cell)?.f
    if (!cell || formula === undefined || namesCell(formula, here)) return undefined
    return copiedTo(formula, here.row - cell.row, here.column - cell.column)
  }
  const isSame = (one: SheetCell | undefined, other: SheetCell | undefined) => {
    const formula = asHere(one)
    return formula !== undefined && formula === asHere(other) && !formula.includes('#REF!') ? formula : undefined
  }
  const [before, after] = [line[at - 1], line[at + 1]]
  const isOpen = (cell: SheetCell | undefined) => !cell || !isNumber(rawOf(sheet, cell))
  return (
    isSame(before, after) ??
    (isOpen(after) ? isSame(before, line[at - 2]) : undefined) ??
    (isOpen(before) ? isSame(after, line[at + 2]) : undefined)
  )
}

function namesCell(formula: string, { row, column }: SheetCell): boolean {
  return takenApart(formula).refs.some(({ from, to }) => {
    const { s, e } = utils.decode_range(`${from}:${to}`.replaceAll('$', ''))
    return s.r <= row && row <= e.r && s.c <= column && column <= e.c
  })
}

/** As one would write it into a cell of the sheet: references to the sheet itself without its name, none with $. */
function asSeenFrom(name: string, formula: string): string {
  const own = [`'${name.replaceAll("'", "''")}'!`, `${name}!`]
  return own.reduce((text, prefix) => text.replaceAll(prefix, ''), formula).replaceAll('$', '')
}

/** What the formula comes to, printed like the number that stands there. */
function comesTo(formula: string, { book, name }: Sheet, own: CellObject): { readonly gives?: string } {
  const value = formulaValue(formula, book, name)
  const [, places = '', percent = ''] = plainNumber.exec(shownText(own)) ?? []
  if (!value) return {}
  return { gives: value.times(percent ? 100 : 1).toFixed(places.length, Big.roundHalfUp) + percent }
}

function rawOf({ data }: Sheet, { row, column }: SheetCell): CellObject | undefined {
  return data[row]?.[column] ?? undefined
}

const plainNumber = /^-?[\d,]+(?:\.(\d+))?(%?)$/

/** A number that no formula makes; a date is none. */
function isNumber(cell: CellObject | undefined): cell is CellObject {
  return cell?.t === 'n' && cell.f === undefined && plainNumber.test(shownText(cell))
}

function shownText({ w, v }: CellObject): string {
  return (w ?? String(v ?? '')).trim()
}

function addressOf({ row, column }: SheetCell): string {
  return utils.encode_cell({ r: row, c: column })
}
