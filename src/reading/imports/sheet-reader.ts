import { Big } from 'big.js'
import type { ImportContext, ImportedRow } from '#domain/imports/import-result.ts'
import { type ImportField, type ImportTable, exampleMark } from '#domain/imports/import-table.ts'
import type { RawCell, RawRow } from '../formats/sheets/raw-rows.ts'
import { type Build, entryBuilder } from './build-entries.ts'
import { type FaultList, columnLetter } from './fault-list.ts'
import type { Header } from './find-header.ts'
import { unitWorth } from './heading.ts'
import { type CellParser, cellParser } from './parse-cell.ts'
import type { Complain, Values } from './row-values.ts'
import { type Totals, isTotalLabel, totalsOf } from './totals.ts'
import { totalFaults } from './total-faults.ts'
import { typedOverFormulas } from './typed-over.ts'

/** What the rows of an import came to, counted as they are read. */
export type Counts = {
  rows: number
  entries: number
  refused: number
  hidden: number
  totals: number
  blank: number
  examples: number
}

type Column = {
  readonly field: ImportField
  readonly at: number
  readonly worth: Big
  readonly parse: CellParser
  readonly isSummed: boolean
  readonly isKey: boolean
}

const summed = new Set(['amount', 'number', 'count'])

/** A sheet being read. `aside`: watches the columns that are not added up. `withErrors`: fields some cell of which could not be read, so that no total can be checked. */
type Sheet = {
  readonly name: string
  readonly header: Header
  readonly columns: readonly Column[]
  readonly summedAt: ReadonlySet<number>
  readonly build: Build
  readonly totals: Totals
  readonly typed: ReturnType<typeof typedOverFormulas>
  readonly aside: ReturnType<typeof typedOverFormulas>
  readonly hiddenRows: number[]
  readonly withErrors: Set<string>
  readonly faults: FaultList
  readonly counts: Counts
}
/** Of the row just read: `refused` what its first column says, where the row was refused; `said` what the column of a field says. */
export type SheetReader = {
  read(row: RawRow): readonly ImportedRow[]
  refused(): string | undefined
  said(field: string): string
  finish(): void
}

/** Reads the rows below a heading, one by one; `finish` says what only the whole sheet shows. */
export function sheetReader(
  name: string,
  header: Header,
  table: ImportTable,
  context: ImportContext,
  { faults, counts }: Pick<Sheet, 'faults' | 'counts'>,
): SheetReader {
  const columns = columnsOf(header, table, context)
  const sheet: Sheet = {
    name,
    header,
    columns,
    summedAt: new Set(columns.filter(({ isSummed }) => isSummed).map(({ at }) => at)),
    build: entryBuilder(table, context),
    totals: totalsOf(),
    typed: typedOverFormulas(),
    aside: typedOverFormulas(),
    hiddenRows: [],
    withErrors: new Set(),
    faults,
    counts,
  }
  let refused: string | undefined
  let last: RawRow['cells'] = []
  return {
    read(row) {
      last = row.cells
      const before = counts.refused
      const entries = readRow(sheet, row)
      refused = counts.refused > before ? leadValue(sheet, row) : undefined
      return entries
    },
    refused: () => refused,
    said: (field) => textOf(last[header.columns.get(field) ?? -1]),
    finish: () => finishSheet(sheet),
  }
}

type Place = { readonly row: number; readonly at?: number | undefined; readonly value?: string }

function say(sheet: Sheet, severity: 'error' | 'warning', place: Place, message: string, mend: string): void {
  const { row, at, value = '' } = place
  const column = at === undefined ? '' : columnLetter(at)
  sheet.faults.add({ severity, sheet: sheet.name, row, column, value, message, mend })
}

/** The entries of a row; none where it is blank, a total, an example, or faulty. */
function readRow(sheet: Sheet, { row, cells, hidden }: RawRow): readonly ImportedRow[] {
  const { counts, faults, header } = sheet
  const lead = leadOf(cells)
  if (lead === undefined || isHeading(cells, header)) return none(counts, 'blank')
  if (lead.includes(exampleMark)) return none(counts, 'examples')
  if (isTotalRow(lead, cells)) return claimTotals(sheet, row, lead, cells)
  counts.rows += 1
  if (hidden) sheet.hiddenRows.push(row)
  const before = faults.counts.error
  const unread = new Set<string>()
  const values = valuesOf(sheet, row, cells, unread)
  complainOfSpread(sheet, row, cells)
  const complain: Complain = (severity, field, message, mend) => {
    const at = header.columns.get(field)
    say(sheet, severity, { row, at, value: at === undefined ? '' : textOf(cells[at]) }, message, mend)
  }
  const isWhole = faults.counts.error === before
  // Of a row some cell of which could not be read, the others are still looked at: every error is told at once.
  const aside: Complain = (severity, field, message, mend, restsOn) => {
    const isMissing = restsOn !== undefined && ![field, ...restsOn].some((each) => unread.has(each))
    if (values[field] !== undefined || isMissing) complain(severity, field, message, mend)
  }
  const entries = sheet.build(values, isWhole ? complain : aside)
  watchAside(sheet, row, cells)
  if (faults.counts.error > before) {
    counts.refused += 1
    return []
  }
  counts.entries += entries.length
  const { name } = sheet
  return entries.map((entry) => ({ sheet: name, row, entry }))
}

/** What tells the row apart: its first column, by the table's own order. */
function leadValue({ header, columns }: Sheet, { cells }: RawRow): string | undefined {
  const first = columns.find(({ isKey }) => isKey)
  const text = first && textOf(cells[header.columns.get(first.field.id) ?? -1])
  return text === '' ? undefined : text
}

/** A heading over several columns names the first of them: what stands in another can't be told, and is not passed over. */
function complainOfSpread(sheet: Sheet, row: number, cells: readonly RawCell[]): void {
  for (const { field, column } of sheet.header.spread) {
    const cell = cells[column] ?? ''
    const value = textOf(cell)
    if (value === '' || (typeof cell === 'object' && cell.covered)) continue
    const message = `表头「${field.zh}」合并了几列，这一格在它的第一列以外，不知道是什么。`
    say(sheet, 'error', { row, at: column, value }, message, '请写到第一列，或给这一列单独的表头。')
  }
}

/** Adds to `unread` the fields whose cells could not be read. */
function valuesOf(sheet: Sheet, row: number, cells: readonly RawCell[], unread: Set<string>): Values {
  const values: Record<string, Values[string]> = {}
  for (const { field, at, parse, isSummed } of sheet.columns) {
    const cell = cells[at] ?? ''
    const { value, error, warning } = parse(cell)
    if (error) {
      sheet.withErrors.add(field.id)
      unread.add(field.id)
    }
    const fault = error ?? warning
    if (fault) say(sheet, error ? 'error' : 'warning', { row, at, value: textOf(cell) }, ...fault)
    if (value === undefined && !error && field.required) {
      sheet.withErrors.add(field.id)
      say(sheet, 'error', { row, at }, `「${field.zh}」没有填。`, '这一栏必填，请补上。')
    }
    if (value === undefined) continue
    values[field.id] = value
    if (!isSummed) continue
    sheet.totals.add(field.id, value as Big)
    if (typeof cell !== 'string') sheet.typed.see(at, row, cell)
  }
  return values
}

/** Rates, running numbers, columns no field takes: a number typed over a formula there is told as well. */
function watchAside({ aside, summedAt }: Sheet, row: number, cells: readonly RawCell[]): void {
  for (const [at, cell] of cells.entries())
    if (typeof cell === 'object' && cell.number !== undefined && cell.date === undefined && !cell.covered)
      if (!summedAt.has(at)) aside.see(at, row, cell)
}

function claimTotals(sheet: Sheet, row: number, lead: string, cells: readonly RawCell[]): readonly ImportedRow[] {
  for (const { field, at, parse, isSummed } of sheet.columns) {
    const cell = cells[at] ?? ''
    const { value } = isSummed ? parse(cell) : {}
    if (value === undefined) continue
    const kind = typeof cell === 'object' ? (cell.formula ? 'formula' : 'typed') : 'typed'
    sheet.totals.claim({ row, field: field.id, column: at, value: value as Big, label: lead, kind })
  }
  return none(sheet.counts, 'totals')
}

function finishSheet(sheet: Sheet): void {
  const { totals, typed, aside, withErrors, hiddenRows, counts, columns } = sheet
  const worths = new Map(columns.map(({ field, worth }) => [field.id, worth]))
  const shown = (field: string, value: Big) => value.div(worths.get(field) ?? 1).toFixed()
  for (const fault of totalFaults(totals, shown, (field) => !withErrors.has(field)))
    say(sheet, fault.severity, fault, fault.message, fault.mend)
  const suspects = [...typed.suspects(), ...aside.suspects().filter(({ begins }) => !begins)]
  for (const { row, column, value } of suspects) {
    const message = '这一列别的行都是公式，这一格是直接填的数。'
    say(sheet, 'warning', { row, at: column, value }, message, '请核对是不是覆盖了公式。')
  }
  counts.hidden += hiddenRows.length
  if (hiddenRows.length === 0) return
  const message = `有 ${hiddenRows.length} 行是隐藏的（第${shortList(hiddenRows)}行），已一并读入。`
  say(sheet, 'warning', { row: hiddenRows[0]! }, message, '不该导入的请先删去。')
}

function columnsOf(header: Header, table: ImportTable, context: ImportContext): Column[] {
  const columns = table.fields.flatMap((field, index) => {
    const at = header.columns.get(field.id)
    if (at === undefined) return []
    const unit = header.units.get(field.id) ?? header.caption ?? field.unit ?? '元'
    const worth = field.type === 'amount' ? unitWorth(unit) : new Big(1)
    const parse = cellParser(field, worth, context)
    return [{ field, at, worth, parse, isSummed: summed.has(field.type), isKey: index === 0 }]
  })
  return columns.toSorted((one, other) => one.at - other.at)
}

/** The first thing a row says; undefined for a blank one. */
function leadOf(cells: readonly RawCell[]): string | undefined {
  for (const cell of cells) {
    const text = typeof cell === 'string' ? cell.trim() : cell.text
    if (text !== '' || (typeof cell !== 'string' && cell.fault)) return text === '' ? ' ' : text
  }
  return undefined
}

/** A total stands in the first words of its row, or behind a running number. */
function isTotalRow(lead: string, cells: readonly RawCell[]): boolean {
  if (isTotalLabel(lead)) return true
  if (lead.length > 6 || !/^\d{1,6}$/.test(lead)) return false
  const second = cells.map(textOf).filter((text) => text !== '')[1]
  return second !== undefined && isTotalLabel(second)
}

/** Printed tables repeat their heading on every page. */
function isHeading(cells: readonly RawCell[], header: Header): boolean {
  let seen = 0
  for (const column of header.columns.values()) {
    const text = textOf(cells[column])
    if (text === '') continue
    if (!header.headings[column]?.endsWith(spaceless(text))) return false
    seen += 1
  }
  return seen > 1
}

function spaceless(text: string): string {
  return /\s/.test(text) ? text.replaceAll(/\s/g, '') : text
}

function none(counts: Counts, what: 'blank' | 'totals' | 'examples'): readonly ImportedRow[] {
  counts[what] += 1
  return []
}

function textOf(cell: RawCell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell.trim() : cell.text
}

function shortList(rows: readonly number[]): string {
  return `${rows.slice(0, 10).join('、')}${rows.length > 10 ? '…' : ''}`
}
