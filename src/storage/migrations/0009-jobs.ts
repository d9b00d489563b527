import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What people asked to be done in the background, as they see it; when each is run is the queue's own affair, in a
 * schema of its own. A job belongs to who asked: where the setting jiheng.account names an account, only its jobs are
 * seen and written. Jobs of this machine's user, who has no account, are of the division 'local', which no code is.
 *
 * attempt     how often it was begun; what an earlier attempt still says is not taken
 * committed   what it does is stored already, together with this mark: it must not be done again
 * changed     grows with every change
 */
export const jobs: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const named = (setting: string) => `nullif(current_setting('jiheng.${setting}', true), '')`

const statements = `
create table jobs (
  division text not null check (division <> ''),
  id uuid not null,
  department text,
  account text not null check (account <> ''),
  kind text not null check (kind in ('audit', 'import', 'package', 'pdf')),
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer not null default 0,
  sentence text not null,
  who text not null,
  input jsonb not null,
  outcome jsonb not null default '{}',
  result_name text,
  result_size bigint,
  attempt integer not null default 0,
  committed boolean not null default false,
  changed integer not null default 0,
  at timestamptz not null default clock_timestamp(),
  ended timestamptz,
  primary key (division, id),
  check ((state in ('queued', 'running')) = (ended is null))
);
create index jobs_of_account on jobs (division, account, at desc);

alter table jobs enable row level security;
create policy own_division on jobs to jiheng_application
  using (division = current_setting('jiheng.division', true))
  with check (division = current_setting('jiheng.division', true));
create policy own_department on jobs as restrictive to jiheng_application
  using (${named('department')} is null or department = ${named('department')})
  with check (${named('department')} is null or department = ${named('department')});
create policy own_account on jobs as restrictive to jiheng_application
  using (${named('account')} is null or account = ${named('account')})
  with check (${named('account')} is null or account = ${named('account')});
grant select, insert, update on jobs to jiheng_application;
`
