import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which indicators a file proves, and which of the materials each asks for it is. */
export const evidenceProves: Migration = {
  async up(database) {
    await sql.raw('alter table evidence add column proves jsonb').execute(database)
  },
}
