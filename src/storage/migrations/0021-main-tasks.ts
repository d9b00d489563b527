import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Main tasks of the year 年度主要任务 with their budgets, kept apart by division, department and stage as all lists are. */
export const mainTasks: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const department = `nullif(current_setting('jiheng.department', true), '')`
const stages = `nullif(current_setting('jiheng.stages', true), '')`
const assignee = `nullif(current_setting('jiheng.assignee', true), '')`

const statements = `
create table main_tasks (
  division text not null,
  department text not null,
  year integer not null,
  position bigint not null,
  name text not null, content text not null, projects text[], amount numeric(20,2), fiscal numeric(20,2),
  primary key (division, department, year, name),
  foreign key (division, department, year) references ledgers,
  check (fiscal is null or (amount is not null and fiscal between 0 and amount)),
  check (amount >= 0)
);
alter table main_tasks enable row level security;
create policy own_division on main_tasks to jiheng_application
  using (division = current_setting('jiheng.division', true))
  with check (division = current_setting('jiheng.division', true));
create policy own_department on main_tasks as restrictive to jiheng_application
  using (${department} is null or department = ${department})
  with check (${department} is null or department = ${department});
create policy shown_stages on main_tasks as restrictive to jiheng_application
  using (${stages} is null or set_is_shown(division, department, year::integer))
  with check (${stages} is null);
grant select, insert, update, delete on main_tasks to jiheng_application;
create policy assigned_sets on main_tasks as restrictive to jiheng_application
  using (${assignee} is null or (department, year::integer) in (select s.department, s.year from assigned_sets() s))
  with check (${assignee} is null);
create policy kept_whole on main_tasks as restrictive for delete to jiheng_application
  using (${assignee} is null and ${stages} is null);`
