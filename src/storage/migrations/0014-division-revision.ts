import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * How often the ledgers of the division at work were edited, all together: what was counted over them holds as long as
 * the number is the same. A department sees no row of the others; the function adds up as the tables' owner.
 */
export const divisionRevision: Migration = {
  async up(database) {
    await sql.raw(adder).execute(database)
  },
}

const adder = `
create function division_revision() returns text language sql stable security definer as $$
  select count(*) || '/' || coalesce(sum(l.revision), 0) from ledgers l
  where l.division = current_setting('jiheng.division', true)
$$;
do $$
begin
  execute format('alter function division_revision() set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function division_revision() from public;
grant execute on function division_revision() to jiheng_application;`
