import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The way of a department's set from its clerk to the finance bureau. Steps are only ever added: where a set stands is
 * what its last step led to. A version is the whole ledger as it was submitted, and never changes.
 */
export const submissions: Migration = {
  async up(database) {
    await sql.raw(tables).execute(database)
    for (const table of ['submission_steps', 'return_points', 'ledger_versions'])
      await sql.raw(guard(table)).execute(database)
    await sql.raw(grants).execute(database)
  },
}

const tables = `
create table submission_steps (
  division text not null,
  department text not null,
  year integer not null,
  seq integer not null,
  at timestamptz not null default clock_timestamp(),
  who text not null,
  role text not null,
  action text not null check (action in ('submit', 'approve', 'accept', 'return', 'recall')),
  state text not null check (state in ('draft', 'submitted', 'approved', 'returned', 'accepted')),
  version integer,
  comment text,
  primary key (division, department, year, seq),
  foreign key (division, department, year) references ledgers
);
create table return_points (
  division text not null,
  department text not null,
  year integer not null,
  step integer not null,
  number integer not null,
  point text not null check (point <> ''),
  answer text,
  answered_by text,
  answered timestamptz,
  primary key (division, department, year, step, number),
  foreign key (division, department, year, step) references submission_steps
);
create table ledger_versions (
  division text not null,
  department text not null,
  year integer not null,
  version integer not null,
  content text not null,
  sha256 bytea not null,
  primary key (division, department, year, version),
  foreign key (division, department, year) references ledgers
);`

const named = `nullif(current_setting('jiheng.department', true), '')`

const guard = (table: string) => `
alter table ${table} enable row level security;
create policy own_division on ${table} to jiheng_application
  using (division = current_setting('jiheng.division', true))
  with check (division = current_setting('jiheng.division', true));
create policy own_department on ${table} as restrictive to jiheng_application
  using (${named} is null or department = ${named})
  with check (${named} is null or department = ${named});`

const grants = `
grant select, insert on submission_steps, ledger_versions to jiheng_application;
grant select, insert on return_points to jiheng_application;
grant update (answer, answered_by, answered) on return_points to jiheng_application;`
