import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Why a job was begun more than once: `failures`, the work itself broke; `lost`, the program was killed meanwhile. Only
 * the first count against it.
 */
export const jobFailures: Migration = {
  async up(database) {
    await sql
      .raw(
        'alter table jobs add column failures integer not null default 0, add column lost integer not null default 0',
      )
      .execute(database)
  },
}
