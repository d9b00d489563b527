import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which wording of the counting rules the stored counts were drawn by; '' before any: they are drawn anew. */
export const countedBy: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const statements = `
create table counted_by (only_one boolean primary key default true check (only_one), rules text not null default '');
insert into counted_by default values;`
