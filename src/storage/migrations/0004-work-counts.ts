import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What the counting rules of each work ledger give over the fiscal year, kept up with its records: a count over a
 * million records is then one row. A value that cannot be said (a rate over nothing) is null.
 */
export const workCounts: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const statements = `
create table work_counts (
  division text not null,
  department text not null,
  year integer not null,
  kind text not null,
  rule text not null,
  value numeric,
  repeated bigint not null,
  primary key (division, department, year, kind, rule),
  foreign key (division, department, year) references ledgers
);
alter table work_counts enable row level security;
create policy own_division on work_counts to jiheng_application
  using (division = current_setting('jiheng.division', true))
  with check (division = current_setting('jiheng.division', true));
grant select, insert, update, delete on work_counts to jiheng_application;
`
