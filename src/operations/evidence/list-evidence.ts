import type { Evidence } from '#domain/ledger/ledger.ts'
import { type EvidenceStanding, evidenceStandings } from '#rules/ledger/checks/evidence-standing.ts'
import { storedFile } from '#storage/evidence/evidence-files.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { evidenceFolder } from './evidence-files.ts'

/** The files of a ledger, the records each stands for ('meeting/m1'), and whether each indicator has what it asks for. */
export type EvidenceList = {
  readonly files: readonly (Evidence & { readonly isThere: boolean; readonly records: readonly string[] })[]
  readonly indicators: readonly EvidenceStanding[]
}

export async function listEvidence(database: Database, scope: LedgerScope): Promise<EvidenceList> {
  const ledger = await loadLedger(database, scope, { without: ['payments', 'sections'] })
  const there = new Set<string>()
  for (const { id, sha256 } of ledger.evidence)
    if ((await storedFile(evidenceFolder(), sha256)) !== undefined) there.add(id)
  const records = ledger.workRecords.flatMap(({ kind, id, evidence = [] }) =>
    evidence.map((file) => ({ file, record: `${kind}/${id}` })),
  )
  return {
    files: ledger.evidence.map((each) => ({
      ...each,
      isThere: there.has(each.id),
      records: records.filter(({ file }) => file === each.id).map(({ record }) => record),
    })),
    indicators: evidenceStandings(ledger, ({ id }) => there.has(id)),
  }
}
