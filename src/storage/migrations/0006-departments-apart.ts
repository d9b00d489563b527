import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Keeps departments apart too: where the setting jiheng.department names one, the application sees and writes only that
 * department's rows. The log's chain is then read by its trigger as the owner, or a department would fork it.
 */
export const departmentsApart: Migration = {
  async up(database) {
    for (const table of lists) await sql.raw(guard(table)).execute(database)
    await sql.raw(log).execute(database)
  },
}

const lists = [
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
]

const named = `nullif(current_setting('jiheng.department', true), '')`

const guard = (table: string) => `
create policy own_department on ${table} as restrictive to jiheng_application
  using (${named} is null or department = ${named})
  with check (${named} is null or department = ${named});`

const log = `
create policy own_department on change_log as restrictive for select to jiheng_application
  using (${named} is null or split_part(split_part(target, ':', 2), '/', 1) = ${named});
do $$
begin
  execute format('alter function change_log_append() security definer set search_path = %I, pg_temp', current_schema());
end $$;`
