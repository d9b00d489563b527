import type { Ledger } from '#domain/ledger/ledger.ts'
import type { ListComparison } from '#domain/year/comparison.ts'
import { compareEntries } from '#rules/ledger/years/compare-entries.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import {
  type LedgerList,
  type PlainEntry,
  entryName,
  entryKeyOf,
  listNames,
  plainEntry,
} from '../editing/entry-lists.ts'
import { packById } from '../packs/load-packs.ts'
import { comparedInWords } from './compared-in-words.ts'
import { ledgerInState } from './ledger-states.ts'

/** Two states of a ledger beside each other; lists in which nothing differs are given with their counts. */
export type LedgerComparison = {
  readonly from: string
  readonly to: string
  readonly lists: readonly (ListComparison & { readonly name: string })[]
}
const mostShown = 500

/** Compares two states of a ledger, list by list, with names in place of ids. throws Refused entry-missing; StorageProblem */
export async function compareLedgers(
  database: Database,
  scope: LedgerScope,
  from: string,
  to: string,
): Promise<LedgerComparison> {
  const { ledger: earlier } = await ledgerInState(database, scope, from)
  const { ledger: later } = await ledgerInState(database, scope, to)
  const head = compareEntries('head', headOf(earlier), headOf(later), mostShown)
  const lists = listNames.map((list) => {
    const compared = compareEntries(list, entriesOf(earlier, list), entriesOf(later, list), mostShown)
    return { ...comparedInWords(list, compared, { earlier, later }), name: entryName(list) }
  })
  return { from, to, lists: [{ ...head, name: '账本' }, ...lists] }
}

/** What a ledger says once; its pack by its title. */
function headOf({ pack, savingMeasures, issueDate, paymentPlan }: Ledger): ReadonlyMap<string, PlainEntry> {
  const rules = packById(pack)?.title ?? pack
  return new Map([['', plainEntry({ pack: rules, savingMeasures, issueDate, paymentPlan })]])
}

/** The entries of a list by the text of their keys. */
export function entriesOf(ledger: Ledger, list: LedgerList): ReadonlyMap<string, PlainEntry> {
  const entries = list === 'organisations' ? [ledger.department, ...ledger.units] : ledger[list]
  return new Map(
    entries.map((each) => {
      const entry = plainEntry(each)
      return [entryKeyOf(list, entry).join('/'), entry]
    }),
  )
}
