import { inviteExample, type ExampleInvitation } from '../accounts/example-accounts.ts'
import type { Account } from '../accounts/account.ts'
import { listLedgers } from '#storage/ledgers/list-ledgers.ts'
import { saveLedger } from '#storage/ledgers/save-ledger.ts'
import { type Database, confined } from '#storage/open-database.ts'
import { openLedger } from '../ledgers/open-ledger.ts'
import { withinOf, withinPublic } from '../accounts/within-of.ts'
import { openOwnDatabase } from './database-place.ts'

export type { Database } from '#storage/open-database.ts'

/** The database a server works on, opened once; `invitations` of the example's accounts nobody has taken up yet. */
export type WorkDatabase = {
  database(): Promise<Database>
  invitations(): Promise<readonly ExampleInvitation[]>
  close(): Promise<void>
}

/**
 * Opens the database behind a server; `example`: a ledger file to store when there is no ledger yet, with an account for
 * each role. Whoever asks hears a refusal of the database as StorageProblem; until then nobody has to.
 */
export function openWorkDatabase(example?: string): WorkDatabase {
  const opening = openOwnDatabase()
  const filling = opening.then((database) => (example === undefined ? [] : fill(database, example)))
  opening.catch(() => {})
  filling.catch(() => {})
  return {
    database: async () => {
      await filling
      return opening
    },
    invitations: () => filling,
    close: async () => (await opening.catch(() => undefined))?.close(),
  }
}

async function fill(database: Database, example: string): Promise<readonly ExampleInvitation[]> {
  const { ledger } = await openLedger(example)
  if (!ledger) return []
  const stored = await listLedgers(database)
  if (stored.length === 0) await saveLedger(database, ledger, { who: '示例' })
  const isThere = stored.some(({ division }) => division === ledger.division.code) || stored.length === 0
  return isThere ? inviteExample(database, ledger) : []
}

/** The database as an account may see it. */
export function confinedTo(account: Account, database: Database): Database {
  return confined(database, withinOf(account))
}

/** The database as an account may see it that reads what is public: of ledgers those accepted. */
export function publicTo(account: Account, database: Database): Database {
  return confined(database, withinPublic(account))
}
