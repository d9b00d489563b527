import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Which evaluator the performance office gave which set. Where the setting jiheng.assignee names an account, the
 * application sees only the sets given to it, with what the log says of them; it writes none. A person kept to some sets
 * deletes no row either, which a policy for writing does not ask.
 */
export const evaluatorsAssigned: Migration = {
  async up(database) {
    await sql.raw(table).execute(database)
    for (const each of tables) await sql.raw(guard(each)).execute(database)
    for (const each of [...tables, 'evaluator_assignments']) await sql.raw(keep(each)).execute(database)
    await sql.raw(log).execute(database)
    await sql.raw(revision).execute(database)
  },
}

const tables = [
  'ledgers',
  'organisations',
  'projects',
  'staffing',
  'budget_lines',
  'payments',
  'base_items',
  'buildings',
  'goals',
  'indicators',
  'work_kinds',
  'work_records',
  'work_counts',
  'sections',
  'papers',
  'monitoring',
  'evidence',
  'open_questions',
  'submission_steps',
  'return_points',
  'ledger_versions',
  'expenditure_requests',
  'expenditure_steps',
]
const assignee = `nullif(current_setting('jiheng.assignee', true), '')`
const stages = `nullif(current_setting('jiheng.stages', true), '')`
const department = `nullif(current_setting('jiheng.department', true), '')`

const table = `
create table evaluator_assignments (
  division text not null,
  department text not null,
  year integer not null,
  evaluator uuid not null,
  assigned timestamptz not null default clock_timestamp(),
  assigned_by text not null,
  primary key (division, department, year, evaluator),
  foreign key (division, department, year) references ledgers,
  foreign key (division, evaluator) references accounts
);
create index assignments_of_evaluator on evaluator_assignments (division, evaluator);

alter table evaluator_assignments enable row level security;
create policy own_division on evaluator_assignments to jiheng_application
  using (division = current_setting('jiheng.division', true))
  with check (division = current_setting('jiheng.division', true));
create policy own_department on evaluator_assignments as restrictive to jiheng_application
  using (${department} is null or department = ${department})
  with check (${department} is null or department = ${department});
create policy own_assignments on evaluator_assignments as restrictive to jiheng_application
  using (${assignee} is null or evaluator::text = ${assignee})
  with check (${assignee} is null);
grant select, insert, delete on evaluator_assignments to jiheng_application;

create function assigned_sets() returns table (department text, year integer)
language sql stable security definer as $$
  select a.department, a.year from evaluator_assignments a
  where a.division = current_setting('jiheng.division', true)
    and a.evaluator::text = current_setting('jiheng.assignee', true)
$$;
do $$
begin
  execute format('alter function assigned_sets() set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function assigned_sets() from public;
grant execute on function assigned_sets() to jiheng_application;`

// Asked once a statement, not once a row.
const guard = (name: string) => `
create policy assigned_sets on ${name} as restrictive to jiheng_application
  using (${assignee} is null or (department, year::integer) in (select s.department, s.year from assigned_sets() s))
  with check (${assignee} is null);`

const keep = (name: string) => `
create policy kept_whole on ${name} as restrictive for delete to jiheng_application
  using (${assignee} is null and ${stages} is null);`

const log = `
create policy assigned_sets on change_log as restrictive for select to jiheng_application
  using (${assignee} is null or (split_part(split_part(target, ':', 2), '/', 1), split_part(target, '/', 2))
    in (select s.department, s.year::text from assigned_sets() s));`

const revision = `
create or replace function division_revision() returns text language sql stable security definer as $$
  select (select id from database_epoch) || '/' || count(*) || '/' || coalesce(sum(l.revision), 0) || '/' || (
    select count(*) || '@' || coalesce(max(a.assigned)::text, '') from evaluator_assignments a
    where a.division = current_setting('jiheng.division', true))
  from ledgers l where l.division = current_setting('jiheng.division', true)
$$;
do $$
begin
  execute format('alter function division_revision() set search_path = %I, pg_temp', current_schema());
end $$;`
