import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Which state of affairs the database holds: made up anew when it is first built and at every restore, so that nothing
 * worked out before holds after, even where a ledger was edited as often. Part of every count of edits.
 */
export const databaseEpoch: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const statements = `
create table database_epoch (only_one boolean primary key default true check (only_one), id uuid not null default gen_random_uuid());
insert into database_epoch default values;
grant select on database_epoch to jiheng_application;
create or replace function division_revision() returns text language sql stable security definer as $$
  select (select id from database_epoch) || '/' || count(*) || '/' || coalesce(sum(l.revision), 0) from ledgers l
  where l.division = current_setting('jiheng.division', true)
$$;
do $$
begin
  execute format('alter function division_revision() set search_path = %I, pg_temp', current_schema());
end $$;`
