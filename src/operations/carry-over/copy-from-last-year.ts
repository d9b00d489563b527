import type { Ledger } from '#domain/ledger/ledger.ts'
import type { CopiedEntry, CopiedList } from '#domain/year/copied.ts'
import { fieldDifferences } from '#rules/ledger/years/compare-entries.ts'
import { blankedFields, carriedOver, newYearLedger } from '#rules/ledger/years/copy-from-last-year.ts'
import { addMissing } from '#storage/ledgers/add-missing.ts'
import { saveLedger } from '#storage/ledgers/save-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { entriesOf } from '../compare/compare-ledgers.ts'
import { type PlainEntry, entryName, entryKeyOf, plainEntry } from '../editing/entry-lists.ts'
import { ledgerOrNone } from '../ledgers/ledger-or-none.ts'
import { packFor } from '../packs/load-packs.ts'
import { Refused } from '../refused.ts'

/** In the order they depend on each other: indicators name projects and kinds. */
const copiedLists = ['projects', 'workKinds', 'goals', 'indicators'] as const satisfies readonly CopiedList[]

/** What copying would do, list by list; `isNew`: there is no ledger of the year yet, and it would be made. */
export type CopyPreview = {
  readonly from: number
  readonly year: number
  readonly isNew: boolean
  readonly lists: readonly {
    readonly list: CopiedList
    readonly name: string
    readonly counts: Readonly<Record<CopiedEntry['outcome'], number>>
    readonly entries: readonly CopiedEntry[]
  }[]
}
/** Which entries to take, by list and key; absent: all that are missing. */
export type CopyWish = { readonly only?: Readonly<Partial<Record<CopiedList, readonly string[]>>> }

/** Shows what copying from last year's ledger would add, and where this year's says something else. throws Refused entry-missing */
export async function previewCopy(database: Database, scope: LedgerScope): Promise<CopyPreview> {
  const last = await lastLedger(database, scope)
  const now = await ledgerOrNone(database, scope)
  return {
    from: last.year,
    year: scope.year,
    isNew: now === undefined,
    lists: copiedLists.map((list) => {
      const entries = copiedEntries(list, last, now, scope.year)
      const counts = { add: 0, same: 0, differs: 0 }
      for (const { outcome } of entries) counts[outcome] += 1
      return { list, name: entryName(list), counts, entries }
    }),
  }
}

/**
 * Adds what this year's ledger lacks of last year's goals, indicators, kinds of work ledgers and projects; what is there
 * is never changed. Without a ledger of the year one is made, with last year's units. Gives how many were added.
 * throws   Refused entry-missing without a ledger of last year or rules for this one, ledger-refused where an indicator
 *          would come without its project; StorageProblem
 */
export async function applyCopy(
  database: Database,
  scope: LedgerScope,
  wish: CopyWish,
  who: string,
): Promise<Readonly<Record<CopiedList, number>>> {
  const last = await lastLedger(database, scope)
  if ((await ledgerOrNone(database, scope)) === undefined) return makeLedger(database, last, scope.year, wish, who)
  const counts = await addMissing(database, scope, copiedLists, { who }, (stored) => {
    const held = new Map(copiedLists.map((list) => [list, entriesOf(stored, list)]))
    const added = chosen(carriedOver(last, scope.year), wish, (list, key) => !held.get(list)?.has(key))
    refuseOrphans(added, stored.projects)
    return added
  })
  return {
    projects: counts.projects.new,
    workKinds: counts.workKinds.new,
    goals: counts.goals.new,
    indicators: counts.indicators.new,
  }
}

async function makeLedger(
  database: Database,
  last: Ledger,
  year: number,
  wish: CopyWish,
  who: string,
): Promise<Readonly<Record<CopiedList, number>>> {
  const pack = packFor(last.division.code, year)
  if (!pack) throw new Refused('entry-missing', `${year}年还没有评分规则，不能建立账本。`)
  const whole = newYearLedger(last, year, pack.id)
  const added = chosen(whole, wish, () => true)
  refuseOrphans(added, [])
  const saved = await saveLedger(database, { ...whole, ...added }, { who })
  return {
    projects: saved.projects.new,
    workKinds: saved.workKinds.new,
    goals: saved.goals.new,
    indicators: saved.indicators.new,
  }
}

type Carried = Pick<Ledger, CopiedList>

/** The entries that are wished for and pass. */
function chosen(carried: Carried, { only }: CopyWish, isIn: (list: CopiedList, key: string) => boolean): Carried {
  const filtered = copiedLists.map((list) => {
    const wanted = only && new Set(only[list])
    const entries = (carried[list] as readonly unknown[]).filter((entry) => {
      const key = entryKeyOf(list, plainEntry(entry)).join('/')
      return (wanted === undefined || wanted.has(key)) && isIn(list, key)
    })
    return [list, entries]
  })
  return Object.fromEntries(filtered) as Carried
}

/** Goals and indicators come with their project, or after it. */
function refuseOrphans({ projects, goals, indicators }: Carried, stored: Ledger['projects']): void {
  const known = new Set([...stored, ...projects].map(({ id }) => id))
  const lacking = [...goals, ...indicators].flatMap(({ scope }) =>
    scope === 'department' || known.has(scope.project) ? [] : [scope.project],
  )
  if (lacking.length === 0) return
  const named = [...new Set(lacking)].map((id) => `项目${id}`).join('、')
  throw new Refused('ledger-refused', `今年的账本里没有${named}，请连同项目一起沿用。`)
}

function copiedEntries(list: CopiedList, last: Ledger, now: Ledger | undefined, year: number): CopiedEntry[] {
  const stored = now ? entriesOf(now, list) : new Map<string, PlainEntry>()
  const before = entriesOf(last, list)
  const carried = carriedOver(last, year)[list] as readonly unknown[]
  return carried.map((each): CopiedEntry => {
    const entry = plainEntry(each)
    const key = entryKeyOf(list, entry).join('/')
    const own = stored.get(key)
    if (!own) {
      const was = before.get(key) ?? {}
      return { outcome: 'add', key, entry, blanked: blankedFields[list].filter((field) => was[field] && !entry[field]) }
    }
    // What a year reaches is its own: it is no difference that it has been filled in.
    const fields = fieldDifferences(entry, own).filter(({ field }) => !blankedFields[list].includes(field))
    return fields.length > 0 ? { outcome: 'differs', key, entry: own, fields } : { outcome: 'same', key, entry: own }
  })
}

async function lastLedger(database: Database, scope: LedgerScope): Promise<Ledger> {
  const last = await ledgerOrNone(database, { ...scope, year: scope.year - 1 })
  if (!last) throw new Refused('entry-missing', `没有${scope.year - 1}年的账本，没有可以沿用的。`)
  return last
}
