import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Counts the edits of a ledger: what was worked out of it holds as long as the number is the same. */
export const ledgerRevision: Migration = {
  async up(database) {
    await sql.raw('alter table ledgers add column revision bigint not null default 0').execute(database)
  },
}
