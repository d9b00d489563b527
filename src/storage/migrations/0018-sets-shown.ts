import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Keeps sets that are not meant for somebody from them: where the setting jiheng.stages names states of the workflow
 * ('approved,accepted'), the application sees only ledgers whose set stands in one of them, and writes none.
 */
export const setsShown: Migration = {
  async up(database) {
    await sql.raw(shown).execute(database)
    for (const table of tables) await sql.raw(guard(table)).execute(database)
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
const named = `nullif(current_setting('jiheng.stages', true), '')`

const shown = `
create function set_is_shown(of_division text, of_department text, of_year integer) returns boolean
language sql stable security definer as $$
  select coalesce((select s.state from submission_steps s
    where (s.division, s.department, s.year) = (of_division, of_department, of_year)
    order by s.seq desc limit 1), 'draft') = any (string_to_array(current_setting('jiheng.stages', true), ','))
$$;
do $$
begin
  execute format('alter function set_is_shown(text, text, integer) set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function set_is_shown(text, text, integer) from public;
grant execute on function set_is_shown(text, text, integer) to jiheng_application;`

const guard = (table: string) => `
create policy shown_stages on ${table} as restrictive to jiheng_application
  using (${named} is null or set_is_shown(division, department, year::integer))
  with check (${named} is null);`
