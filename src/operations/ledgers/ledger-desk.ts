import { setImmediate as pause } from 'node:timers/promises'
import type { Ledger, OpenQuestion } from '#domain/ledger/ledger.ts'
import { inDivision } from '#storage/in-division.ts'
import { logAction } from '#storage/log/log-action.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { streamedZip } from '#writing/reports/formats/archives/streamed-zip.ts'
import { packageFormats } from '../reports/package-formats.ts'
import { preparedLedger } from './prepared-ledger.ts'
import { type TaskProgress, taskProgress } from '../year/task-progress.ts'
import { writePackage } from '../reports/write-package.ts'

export type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'

/** A scored form: entity '' is the whole department; `total` in points, absent where it can't be said. */
export type FormScore = { readonly entity: string; readonly total?: string; readonly grade?: string }

/** What a person sees of a ledger before its reports are written. */
export type LedgerSummary = {
  readonly divisionName: string
  readonly departmentName: string
  readonly shortName: string
  readonly year: number
  readonly payments: number
  readonly records: number
  readonly forms: readonly FormScore[]
  readonly gaps: readonly string[]
  readonly questions: readonly OpenQuestion[]
  readonly progress: readonly TaskProgress[]
}

/** throws StorageProblem ledger-missing */
export async function ledgerSummary(database: Database, scope: LedgerScope): Promise<LedgerSummary> {
  const { ledger, prepared } = await preparedLedger(database, scope)
  const { evaluations, gaps, questions } = prepared
  return {
    divisionName: ledger.division.name,
    departmentName: ledger.department.name,
    shortName: ledger.department.shortName ?? ledger.department.name,
    year: ledger.year,
    payments: ledger.payments.length,
    records: ledger.workRecords.length,
    forms: evaluations.map(({ inputs, total, grade }) => ({
      entity: inputs.entity,
      ...(total ? { total: total.toFixed() } : {}),
      ...(grade === undefined ? {} : { grade }),
    })),
    gaps: gaps.map(({ report, chapter, message }) => `【${report}】${chapter} ${message}`),
    questions: [...ledger.openQuestions, ...questions],
    progress: taskProgress(ledger, prepared),
  }
}

/**
 * The whole set of reports in every format, as a zip with its file name, a file written as the one before is sent; that it
 * was taken out is logged. throws StorageProblem ledger-missing, before the first piece.
 */
export async function ledgerPackage(
  database: Database,
  scope: LedgerScope,
  who: string,
): Promise<{ readonly name: string; readonly chunks: AsyncIterable<Uint8Array> }> {
  const { ledger, prepared } = await preparedLedger(database, scope)
  await noteExport(database, scope, who, '整套报告')
  return { name: packageName(ledger), chunks: streamedZip(unhurried(writePackage(prepared.set, packageFormats))) }
}

/** Others are answered between two files. */
async function* unhurried<File>(files: AsyncIterable<File>): AsyncGenerator<File> {
  for await (const file of files) {
    yield file
    await pause()
  }
}

/** What the whole set of a ledger's reports is called as a file. */
export function packageName({ department, year }: Ledger): string {
  return `${department.shortName ?? department.name}${year}年绩效报告.zip`
}

/** Notes that something of a ledger was taken out, and by whom. */
export async function noteExport(database: Database, scope: LedgerScope, who: string, what: string): Promise<void> {
  const target = `exports:${scope.department}/${scope.year}`
  await inDivision(database, scope.division, (client) =>
    logAction(client, scope.division, { who, action: 'export', target, after: { what } }),
  )
}
