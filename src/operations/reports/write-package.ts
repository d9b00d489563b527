import type { PrintedReport, ReportSet } from '#domain/report/printed-report.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { writeFormsXlsx } from '#writing/reports/formats/write-forms-xlsx.ts'
import { writeReportDocx } from '#writing/reports/formats/write-report-docx.ts'
import { writeReportHtml } from '#writing/reports/formats/write-report-html.ts'
import { writeReportPdf } from '#writing/reports/formats/write-report-pdf.ts'
import type { PackageFormat } from './package-formats.ts'

/** A file of the package: `name` is safe on every system and the same for the same ledger. */
export type PackageFile = { readonly name: string; readonly bytes: Uint8Array }

const writers = { docx: writeReportDocx, pdf: writeReportPdf, html: writeReportHtml }

/** How many files a package has in these formats, for progress. */
export function packageSize({ reports }: ReportSet, formats: readonly PackageFormat[]): number {
  const workbooks = hasForms(reports) ? 1 : 0
  return formats.reduce((sum, format) => sum + (format === 'xlsx' ? workbooks : reports.length + 1), 0)
}

function hasForms(reports: readonly PrintedReport[]): boolean {
  return reports.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table'))
}

/**
 * Every report of the set in every format asked for, and the bound set; the forms of all reports share one workbook,
 * and there is none where no form could be written.
 * Same ledger, same bytes. Stops between files when `signal` is aborted.
 */
export async function* writePackage(
  set: ReportSet,
  formats: readonly PackageFormat[],
  signal?: AbortSignal,
): AsyncGenerator<PackageFile> {
  const reports: readonly PrintedReport[] = [bindSet(set), ...set.reports]
  for (const format of formats) {
    if (format === 'xlsx') {
      if (signal?.aborted) return
      if (!hasForms(set.reports)) continue
      yield { name: `${safeName('表格')}.xlsx`, bytes: await writeFormsXlsx(set.reports, set) }
      continue
    }
    for (const report of reports) {
      if (signal?.aborted) return
      yield await writeOneReport(report, set, format)
    }
  }
}

/** One report of a set as a file. */
export async function writeOneReport(
  report: PrintedReport,
  set: ReportSet,
  format: Exclude<PackageFormat, 'xlsx'>,
): Promise<PackageFile> {
  return { name: `${safeName(report.id)}.${format}`, bytes: await writers[format](report, set) }
}

/** Windows forbids \ / : * ? " < > | and a dot or blank at the end; names are kept under 200 bytes. */
export function safeName(name: string): string {
  const clean = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/[. ]+$/, '')
  return clean.slice(0, 60).toWellFormed() || '报告'
}
