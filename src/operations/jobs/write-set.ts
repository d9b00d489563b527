import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { streamedZip } from '#writing/reports/formats/archives/streamed-zip.ts'
import { writeReportPdf } from '#writing/reports/formats/write-report-pdf.ts'
import { packageName } from '../ledgers/ledger-desk.ts'
import { packageFormats } from '../reports/package-formats.ts'
import { prepareReports } from '../reports/prepare-reports.ts'
import { type PackageFile, packageSize, safeName, writePackage } from '../reports/write-package.ts'
import type { JobEnd, JobInputs, JobTask, Tell } from './job-task.ts'
import { keepResult } from './keep-result.ts'
import { withOwnDatabase } from './with-own-database.ts'

/** The whole set of reports in every format, as a zip. throws StorageProblem ledger-missing */
export async function writeSet(task: JobTask, { scope }: JobInputs['package'], tell: Tell): Promise<JobEnd> {
  const ledger = await withOwnDatabase(task, (database) => loadLedger(database, scope))
  const { set } = prepareReports(ledger)
  const total = packageSize(set, packageFormats)
  let done = 0
  tell({ done, total, sentence: '正在生成整套报告', outcome: {} })
  async function* told(): AsyncGenerator<PackageFile> {
    for await (const file of writePackage(set, packageFormats)) {
      yield file
      done += 1
      tell({ done, total, sentence: `已生成 ${file.name}`, outcome: {} })
    }
  }
  const result = await keepResult(task, packageName(ledger), streamedZip(told()))
  return { is: 'done', sentence: `整套报告已生成，共 ${done} 个文件。`, result }
}

/** One report of the set as PDF. throws StorageProblem ledger-missing */
export async function writePdf(task: JobTask, { scope, report: id }: JobInputs['pdf'], tell: Tell): Promise<JobEnd> {
  tell({ done: 0, total: 1, sentence: '正在生成 PDF', outcome: {} })
  const ledger = await withOwnDatabase(task, (database) => loadLedger(database, scope))
  const { set } = prepareReports(ledger)
  const report = [bindSet(set), ...set.reports].find((each) => each.id === id)
  if (!report) return { is: 'refused', sentence: `没有“${id}”这份材料，请刷新后重新选择。` }
  const result = await keepResult(task, `${safeName(id)}.pdf`, await writeReportPdf(report, set))
  return { is: 'done', sentence: 'PDF 已生成。', result }
}
