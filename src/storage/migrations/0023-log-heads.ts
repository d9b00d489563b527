import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * How far the log of each division goes, beside it: lines taken off its end leave the rest in order, and show only here.
 * Written once for each statement that adds lines, by the tables' owner; the application has no right to it.
 */
export const logHeads: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const statements = `
create table change_log_heads (
  division text primary key references divisions,
  seq bigint not null,
  hash bytea not null
);
insert into change_log_heads select distinct on (division) division, seq, hash from change_log order by division, seq desc;

create function change_log_head() returns trigger language plpgsql security definer as $$
begin
  insert into change_log_heads as head (division, seq, hash)
    select distinct on (added.division) added.division, added.seq, added.hash from added order by added.division, added.seq desc
    on conflict (division) do update set seq = excluded.seq, hash = excluded.hash where head.seq < excluded.seq;
  return null;
end $$;
do $$
begin
  execute format('alter function change_log_head() set search_path = %I, pg_temp', current_schema());
end $$;
create trigger change_log_head after insert on change_log referencing new table as added
  for each statement execute function change_log_head();`
