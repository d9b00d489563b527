import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * How often ledgers were edited, each as another person may see it: many who ask at once are answered in one look. It runs
 * with the asker's rights; before each ledger it takes on what confines who asks for it, and the policies do the rest.
 * Null for a ledger that is not there or not shown.
 */
export const revisionsSeen: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const statements = `
create function revisions_seen(departments text[], stages text[], assignees text[], asked text[], years int[])
returns text[] language plpgsql as $$
declare
  epoch text := (select id::text from database_epoch);
  found text[] := '{}';
begin
  for i in 1 .. cardinality(asked) loop
    perform set_config('jiheng.department', departments[i], true), set_config('jiheng.stages', stages[i], true),
      set_config('jiheng.assignee', assignees[i], true);
    found := array_append(found, (select epoch || '/' || l.revision from ledgers l
      where l.division = current_setting('jiheng.division', true) and l.department = asked[i] and l.year = years[i]));
  end loop;
  return found;
end $$;
revoke execute on function revisions_seen(text[], text[], text[], text[], int[]) from public;
grant execute on function revisions_seen(text[], text[], text[], text[], int[]) to jiheng_application;`
