import { setImmediate as pause } from 'node:timers/promises'
import type { OpenQuestion } from '#domain/ledger/ledger.ts'
import { type LedgerLine, listLedgers } from '#storage/ledgers/list-ledgers.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { saveLedger } from '#storage/ledgers/save-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import { StorageProblem } from '#storage/storage-problem.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { fixedZip } from '#writing/reports/formats/fixed-zip.ts'
import { openOwnDatabase } from '../database/database-place.ts'
import { packageFormats } from '../reports/package-formats.ts'
import { prepareReports } from '../reports/prepare-reports.ts'
import { writePackage } from '../reports/write-package.ts'
import { openLedger } from './open-ledger.ts'

export type { LedgerLine } from '#storage/ledgers/list-ledgers.ts'

/** A scored form: entity '' is the whole department; `total` in points, absent where it can't be said. */
export type FormScore = { readonly entity: string; readonly total?: string; readonly grade?: string }

/** What a person sees of a ledger before its reports are written. */
export type LedgerSummary = {
  readonly line: LedgerLine
  readonly forms: readonly FormScore[]
  readonly gaps: readonly string[]
  readonly questions: readonly OpenQuestion[]
}

/** The ledgers of this installation. Every call throws StorageProblem where the database can't be opened. */
export type LedgerDesk = {
  list(): Promise<readonly LedgerLine[]>
  summary(scope: LedgerScope): Promise<LedgerSummary>
  /** The whole set of reports in every format, as a zip with its file name. */
  package(scope: LedgerScope): Promise<{ readonly name: string; readonly bytes: Uint8Array }>
  close(): Promise<void>
}

/** Opens the database behind the desk; `example`: a ledger file to store when there is no ledger yet. */
export function openLedgerDesk(example?: string): LedgerDesk {
  const opening = openWith(example)
  // Whoever asks hears the refusal; until then nobody has to.
  opening.catch(() => {})
  return {
    list: async () => listLedgers(await opening),
    summary: async (scope) => summaryOf(await opening, scope),
    package: async (scope) => packed(await opening, scope),
    close: async () => (await opening.catch(() => undefined))?.close(),
  }
}

async function openWith(example: string | undefined): Promise<Database> {
  const database = await openOwnDatabase()
  if (example === undefined || (await listLedgers(database)).length > 0) return database
  const { ledger } = await openLedger(example)
  if (ledger) await saveLedger(database, ledger, { who: '示例' })
  return database
}

async function summaryOf(database: Database, scope: LedgerScope): Promise<LedgerSummary> {
  const line = (await listLedgers(database)).find(
    ({ division, department, year }) =>
      division === scope.division && department === scope.department && year === scope.year,
  )
  if (!line) throw new StorageProblem('ledger-missing')
  const ledger = await loadLedger(database, scope)
  const { evaluations, gaps } = prepareReports(ledger)
  return {
    line,
    forms: evaluations.map(({ inputs, total, grade }) => ({
      entity: inputs.entity,
      ...(total ? { total: total.toFixed() } : {}),
      ...(grade === undefined ? {} : { grade }),
    })),
    gaps: gaps.map(({ report, chapter, message }) => `【${report}】${chapter} ${message}`),
    questions: ledger.openQuestions,
  }
}

async function packed(database: Database, scope: LedgerScope): Promise<{ name: string; bytes: Uint8Array }> {
  const ledger = await loadLedger(database, scope)
  const { set } = prepareReports(ledger)
  const files: Record<string, Uint8Array> = {}
  for await (const { name, bytes } of writePackage(set, packageFormats)) {
    files[name] = bytes
    // Others are answered between two files.
    await pause()
  }
  const whose = ledger.department.shortName ?? ledger.department.name
  return { name: `${whose}${ledger.year}年绩效报告.zip`, bytes: fixedZip(files) }
}
