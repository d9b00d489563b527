import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Keeps the divisions apart: the application works as a role that sees and writes only the rows of the division named
 * by the setting jiheng.division, and none at all where it is not set. That role may not delete a ledger, and may only
 * read and append to the log.
 */
export const divisionsApart: Migration = {
  async up(database) {
    await sql.raw(role).execute(database)
    for (const table of ['divisions', 'ledgers', 'change_log', ...lists]) await sql.raw(guard(table)).execute(database)
    await sql.raw(grants).execute(database)
  },
}

const lists = [
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
  'sections',
  'papers',
  'monitoring',
  'evidence',
  'open_questions',
]

// A role belongs to the whole server: another database on it may have made it already. Before PostgreSQL 16 whoever is a
// member of a role may take it, and the privilege has no name of its own.
const role = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'jiheng_application') then
    create role jiheng_application nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not pg_has_role(current_user, 'jiheng_application',
    case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
    execute format('grant jiheng_application to %I', current_user);
  end if;
end $$;
do $$
begin
  execute format('grant usage on schema %I to jiheng_application', current_schema());
end $$;`

const guard = (table: string) => `
alter table ${table} enable row level security;
create policy own_division on ${table} to jiheng_application
  using (division = current_setting('jiheng.division', true))
  with check (division = current_setting('jiheng.division', true));`

const grants = `
grant select, insert, update on divisions, ledgers to jiheng_application;
grant select, insert, update, delete on ${lists.join(', ')} to jiheng_application;
grant select, insert on change_log to jiheng_application;`
