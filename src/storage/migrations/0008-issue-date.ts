import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The day the reports of a ledger were signed 成文日期; null until then. */
export const issueDate: Migration = {
  async up(database) {
    await sql.raw('alter table ledgers add column issue_date date').execute(database)
  },
}
