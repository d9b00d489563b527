import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What goal and monitoring forms ask besides: what an indicator means, and what the year is expected to spend. */
export const formColumns: Migration = {
  async up(database) {
    await sql.raw('alter table indicators add column explanation text').execute(database)
    await sql.raw('alter table monitoring add column expected_spending jsonb').execute(database)
  },
}
