import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The log of changes: each entry of a division carries the SHA-256 of the entry before it and itself, so that a line
 * taken out or altered shows. Nothing in it can be updated or deleted, by the owner of the tables neither.
 */
export const changeLog: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const statements = `
create table change_log (
  division text not null references divisions,
  seq bigint not null,
  at timestamptz not null,
  who text not null,
  action text not null,
  target text not null,
  before jsonb,
  after jsonb,
  hash bytea not null,
  primary key (division, seq)
);

create function change_log_hash(previous bytea, entry change_log) returns bytea
language sql stable
return sha256(coalesce(previous, ''::bytea) || convert_to(jsonb_build_array(
  entry.division, entry.seq, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
  entry.who, entry.action, entry.target, entry.before, entry.after)::text, 'UTF8'));

-- One writer of a division at a time, until its transaction ends: the chain has no forks.
create function change_log_append() returns trigger language plpgsql as $$
declare
  last change_log;
begin
  perform pg_advisory_xact_lock(hashtextextended('change_log:' || new.division, 0));
  select * into last from change_log where division = new.division order by seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.at := clock_timestamp();
  new.hash := change_log_hash(last.hash, new);
  return new;
end $$;
create trigger change_log_append before insert on change_log for each row execute function change_log_append();

create function change_log_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'change_log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger change_log_refuse_rows before update or delete on change_log
  for each row execute function change_log_refuse();
create trigger change_log_refuse_truncate before truncate on change_log
  for each statement execute function change_log_refuse();
`
