import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** By which day the departments of a division do a task of a year; set by the performance office, seen by everybody. */
export const deadlines: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const statements = `
create table deadlines (
  division text not null references divisions,
  year integer not null,
  task text not null check (task in ('monitoring', 'submission')),
  day date not null,
  primary key (division, year, task)
);
alter table deadlines enable row level security;
create policy own_division on deadlines to jiheng_application
  using (division = current_setting('jiheng.division', true))
  with check (division = current_setting('jiheng.division', true));
create policy own_department on deadlines as restrictive for all to jiheng_application
  using (true)
  with check (nullif(current_setting('jiheng.department', true), '') is null
    and nullif(current_setting('jiheng.stages', true), '') is null);
create policy kept_whole on deadlines as restrictive for delete to jiheng_application
  using (nullif(current_setting('jiheng.department', true), '') is null
    and nullif(current_setting('jiheng.stages', true), '') is null);
grant select, insert, update, delete on deadlines to jiheng_application;`
