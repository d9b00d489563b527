import type { Fact } from '#domain/fact.ts'
import { baseValue } from '#domain/quantity.ts'
import type { LedgerFact, PrintedNumber, PrintedReport, ReportSet } from '#domain/report/printed-report.ts'
import { readBackHtml } from '#writing/reports/read-back-html.ts'
import { readBackXlsx } from '#writing/reports/read-back-xlsx.ts'
import { readBack } from '#writing/reports/read-back.ts'
import { writeFormsXlsx } from '#writing/reports/formats/write-forms-xlsx.ts'
import { writeReportDocx } from '#writing/reports/formats/write-report-docx.ts'
import { writeReportHtml } from '#writing/reports/formats/write-report-html.ts'
import { writeReportPdf } from '#writing/reports/formats/write-report-pdf.ts'

export type Format = 'docx' | 'xlsx' | 'html' | 'pdf'
export type Written = { readonly name: string; readonly bytes: Uint8Array }

/** A report, or of xlsx the forms of the whole set, as a file of a format. */
export async function write(format: Format, report: PrintedReport, set: ReportSet): Promise<Written> {
  const writers = { docx: writeReportDocx, html: writeReportHtml, pdf: writeReportPdf }
  const bytes = format === 'xlsx' ? await writeFormsXlsx(set.reports, set) : await writers[format](report, set)
  return { name: `合订本.${format}`, bytes }
}

/** The numbers of a file that carry their identity: fact id and text. A pdf carries none. */
export async function identified(format: Format, bytes: Uint8Array) {
  if (format === 'docx') return readBack(bytes).numbers
  return format === 'html' ? readBackHtml(bytes) : format === 'xlsx' ? (await readBackXlsx(bytes)).numbers : []
}

/** The numbers a report prints, in order. */
export function numbersOf(report: PrintedReport): PrintedNumber[] {
  return report.blocks.flatMap((block) => {
    if (block.kind === 'signature') return []
    const runs = block.kind === 'table' ? block.rows.flat().flatMap((cell) => cell.runs) : block.runs
    return runs.filter((run): run is PrintedNumber => typeof run !== 'string')
  })
}

// What is 其他资金 depends on the rows a form has for the rest.
const alike: Readonly<Record<string, readonly string[]>> = {
  'fund.other': ['fund.other', 'source.rest', 'source.other', 'source.unnamed'],
}

/** The ledger's facts one of which a fact read from a document must be, by measure, entity, year and phase. */
export function ledgerFactsOf({ measure, entity, year, phase }: Fact, set: ReportSet): LedgerFact[] {
  const ids = (alike[measure] ?? [measure]).map((each) => `${each}|${entity}|${year ?? ''}|${phase}`)
  return set.facts.filter(({ id }) => ids.includes(id))
}

/** Whether a document's fact states the ledger's, rounded as printed. */
export function states(read: Fact, own: LedgerFact): boolean {
  const { quantity } = read.figure
  const ulp = baseValue({ ...quantity, value: quantity.value.times(0).plus(`1e-${quantity.decimals}`) })
  return baseValue(quantity).minus(baseValue(own.quantity)).abs().times(2).lte(ulp)
}
