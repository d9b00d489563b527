import { divisionRevision, ledgerRevisions } from '#storage/ledgers/ledger-revision.ts'
import type { Database } from '#storage/open-database.ts'
import { StorageProblem } from '#storage/storage-problem.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { askedOnce, askedTogether } from '../together.ts'

const seen = askedTogether(ledgerRevisions)

/** How often a ledger was edited, as the person the database is confined to may see it. throws StorageProblem ledger-missing */
export async function revisionOf(database: Database, scope: LedgerScope): Promise<string> {
  const revision = await revisionSeen(database, scope)
  if (revision === undefined) throw missing(scope)
  return revision
}

/** The same of other years of a ledger's department; 'none' for a year without one. */
export async function revisionsOfYears(
  database: Database,
  scope: LedgerScope,
  years: readonly number[],
): Promise<string[]> {
  return Promise.all(years.map(async (year) => (await revisionSeen(database, { ...scope, year })) ?? 'none'))
}

/** How often the ledgers of a division were edited, those of every department and year together. */
export const revisionOfDivision = askedOnce((division: string) => division, divisionRevision)

/** Those who ask about a division's ledgers at once are answered together, each by what they are confined to. */
async function revisionSeen(database: Database, scope: LedgerScope): Promise<string | undefined> {
  const { within } = database
  const { division, department, year } = scope
  if (within && within.division !== division) throw missing(scope)
  return seen(database, division, { department, year, ...(within ? { within } : {}) })
}

function missing({ division, department, year }: LedgerScope): StorageProblem {
  return new StorageProblem('ledger-missing', `${division}/${department}/${year}`)
}
