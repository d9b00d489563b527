import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import type { PrintedReport, ReportSet } from '#domain/report/printed-report.ts'
import { escapeXml } from './docx/run-xml.ts'
import { factsById, fileDate } from './facts/fact-titles.ts'
import { fixedZip } from './archives/fixed-zip.ts'
import { gridOf } from './layout/table-grid.ts'
import { type FactNameOf, absolute, factCells } from './xlsx/fact-cells.ts'
import { type FillFrom, fillCell } from './xlsx/fill-cell.ts'
import { type FormSheet, formSheets } from './xlsx/form-sheets.ts'
import { fontsInOrder } from './xlsx/fonts-in-order.ts'
import { withOrigin } from './xlsx/origin-property.ts'
import { layOut, sheetRow } from './xlsx/sheet-layout.ts'

/**
 * The forms of the reports as a workbook, a sheet for each: merged cells, A4, head rows repeated, numbers as numbers.
 * Each number's cell has a name of its fact; sums and ratios whose terms are in the workbook are live formulas with
 * their results; a property of the file names the ledger. Same reports, same bytes.
 */
export async function writeFormsXlsx(reports: readonly PrintedReport[], set: ReportSet): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = set.department
  book.created = book.modified = new Date(fileDate(set.year))
  const forms = formSheets(reports)
  const { cells, names } = factCells(forms)
  const live = forms.flatMap((form) => addForm(book, form, { facts: factsById(set), cells }, names))
  if (forms.length === 0) book.addWorksheet('没有表格')
  const files = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()))
  const text = (name: string) => strFromU8(files[name]!)
  const types = { '[Content_Types].xml': text('[Content_Types].xml'), '_rels/.rels': text('_rels/.rels') }
  return fixedZip({
    ...files,
    ...(set.origin ? withOrigin(types, set.origin) : {}),
    'xl/workbook.xml': withNames(text('xl/workbook.xml'), [...names, ...live]),
    'xl/styles.xml': fontsInOrder(text('xl/styles.xml')),
  })
}

/** Fills a sheet. Gives a name live_… for every formula in it, beside the fact_… of its cell: so a number typed over it is told. */
function addForm(book: ExcelJS.Workbook, form: FormSheet, from: FillFrom, names: readonly FactNameOf[]): FactNameOf[] {
  const sheet = book.addWorksheet(form.name)
  const byRef = new Map(names.map((each) => [each.ref, each]))
  layOut(sheet, form)
  return gridOf(form.table).flatMap((row, at) =>
    row.flatMap((placed) => {
      if (placed.covered) return []
      const top = sheetRow(form, at)
      const left = placed.column + 1
      const cell = sheet.getCell(top, left)
      const formula = fillCell(cell, placed, form.name, from)
      if (placed.colSpan > 1 || placed.rowSpan > 1)
        sheet.mergeCells(top, left, top + placed.rowSpan - 1, left + placed.colSpan - 1)
      const named = formula === undefined ? undefined : byRef.get(absolute(form.name, cell.address))
      return named && formula ? [{ ...named, name: named.name.replace(/^fact/, 'live'), ref: formula }] : []
    }),
  )
}

// The library writes names without comments; the comment keeps the fact's full id (Excel takes 255 characters).
function withNames(workbook: string, names: readonly FactNameOf[]): string {
  if (names.length === 0) return workbook
  const written = names
    .map(
      ({ name, fact, ref }) =>
        `<definedName name="${name}" comment="${escapeXml(fact.slice(0, 255))}">${escapeXml(ref)}</definedName>`,
    )
    .join('')
  if (workbook.includes('</definedNames>'))
    return workbook.replace('</definedNames>', () => `${written}</definedNames>`)
  return workbook.replace('</sheets>', () => `</sheets><definedNames>${written}</definedNames>`)
}
