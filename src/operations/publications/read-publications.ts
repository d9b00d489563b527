import { inDivision } from '#storage/in-division.ts'
import { publishedLedgers } from '#storage/ledgers/published-ledgers.ts'
import type { Database } from '#storage/open-database.ts'
import { StorageProblem } from '#storage/storage-problem.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { stateOf } from '#storage/workflow/ledger-state.ts'
import type { Account } from '../accounts/account.ts'
import { type ReportFormat, reportFile } from '../reports/report-file.ts'
import { type ReportLine, listReports, previewReport } from '../year/read-year.ts'

export type { Publication } from '#storage/ledgers/published-ledgers.ts'

/** The sets of a division the finance bureau has accepted, the latest year first. */
export function listPublications(database: Database, { division }: Account): ReturnType<typeof publishedLedgers> {
  return publishedLedgers(database, division)
}

/** The reports of an accepted set. throws StorageProblem ledger-missing: one that is not accepted is as if not there */
export async function publishedReports(database: Database, scope: LedgerScope): Promise<ReportLine[]> {
  await requirePublished(database, scope)
  return listReports(database, scope)
}

/** One of them as its page. An accepted ledger can't be edited: it prints what was accepted. */
export async function publishedPage(database: Database, scope: LedgerScope, report: string): Promise<Uint8Array> {
  await requirePublished(database, scope)
  return previewReport(database, scope, report)
}

/** One of them as a file; that it was taken out is logged. */
export async function publishedFile(
  database: Database,
  scope: LedgerScope,
  report: string,
  wish: { readonly format: ReportFormat; readonly who: string },
): ReturnType<typeof reportFile> {
  await requirePublished(database, scope)
  return reportFile(database, scope, report, wish)
}

async function requirePublished(database: Database, scope: LedgerScope): Promise<void> {
  const state = await inDivision(database, scope.division, (client) => stateOf(client, scope), { snapshot: true })
  if (state !== 'accepted')
    throw new StorageProblem('ledger-missing', `${scope.division}/${scope.department}/${scope.year}`)
}
