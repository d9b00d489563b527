import { blankLedger } from '#rules/ledger/years/blank-ledger.ts'
import { divisionName } from '#storage/ledgers/division-name.ts'
import { saveLedger } from '#storage/ledgers/save-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { workKinds } from '../load-work-kinds.ts'
import { packFor } from '../packs/load-packs.ts'
import { Refused } from '../refused.ts'
import { ledgerOrNone } from './ledger-or-none.ts'

/** What a department is called: as reports print it, and as running text does. */
export type DepartmentNames = { readonly name: string; readonly shortName?: string | undefined }

/**
 * Makes a department's ledger of a year in which nothing is recorded yet, with the kinds of work ledgers that come with
 * the product.
 * throws   Refused ledger-refused where there is one, entry-missing where no pack scores the year; StorageProblem
 */
export async function beginLedger(
  database: Database,
  scope: LedgerScope,
  { name, shortName }: DepartmentNames,
  who: string,
): Promise<void> {
  const { division, department: id, year } = scope
  if (await ledgerOrNone(database, scope)) throw new Refused('ledger-refused', `${year}年的账本已经有了。`)
  const pack = packFor(division, year)
  if (!pack) throw new Refused('entry-missing', `${year}年还没有评分规则，不能建立账本。`)
  const department = { id, name, ...(shortName ? { shortName } : {}) }
  const named = { code: division, name: await divisionName(database, division) }
  const blank = blankLedger({ division: named, department, units: [], year, pack: pack.id })
  await saveLedger(database, { ...blank, workKinds: workKinds() }, { who })
}
