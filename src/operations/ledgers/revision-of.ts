import { divisionRevision, ledgerRevisions } from '#storage/ledgers/ledger-revision.ts'
import type { Database } from '#storage/open-database.ts'
import { StorageProblem } from '#storage/storage-problem.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { type Together, askedOnce, keptFor, together } from '../together.ts'

const loaders = new WeakMap<Database['pool'], Map<string, Together<LedgerScope, string | undefined>>>()

/** How often a ledger was edited, as the person the database is confined to may see it. throws StorageProblem ledger-missing */
export async function revisionOf(database: Database, scope: LedgerScope): Promise<string> {
  const revision = await loaderOf(database, scope.division).load(scope)
  if (revision === undefined)
    throw new StorageProblem('ledger-missing', `${scope.division}/${scope.department}/${scope.year}`)
  return revision
}

/** The same of other years of a ledger's department; 'none' for a year without one. */
export async function revisionsOfYears(
  database: Database,
  scope: LedgerScope,
  years: readonly number[],
): Promise<string[]> {
  const loader = loaderOf(database, scope.division)
  return Promise.all(years.map(async (year) => (await loader.load({ ...scope, year })) ?? 'none'))
}

/** How often the ledgers of a division were edited, those of every department and year together. */
export const revisionOfDivision = askedOnce((division: string) => division, divisionRevision)

function loaderOf(database: Database, asked: string): Together<LedgerScope, string | undefined> {
  // A database confined otherwise shows other ledgers.
  const confines = Object.entries(database.within ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const who = JSON.stringify([asked, confines])
  return keptFor(loaders, database.pool, who, () => together((scopes) => ledgerRevisions(database, asked, scopes)))
}
