import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { noteExport } from '../ledgers/ledger-desk.ts'
import { preparedLedger } from '../ledgers/prepared-ledger.ts'
import { Refused } from '../refused.ts'
import { writeOneReport } from './write-package.ts'

/** The formats one report can be had in. */
export const reportFormats = ['docx', 'pdf', 'html'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** One report of a stored ledger as a file; that it was taken out is logged. throws Refused entry-missing, StorageProblem */
export async function reportFile(
  database: Database,
  scope: LedgerScope,
  id: string,
  { format, who }: { readonly format: ReportFormat; readonly who: string },
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { set } = (await preparedLedger(database, scope)).prepared
  const report = [bindSet(set), ...set.reports].find((each) => each.id === id)
  if (!report) throw new Refused('entry-missing', `没有“${id}”这份材料。`)
  const file = await writeOneReport(report, set, format)
  await noteExport(database, scope, who, file.name)
  return file
}
