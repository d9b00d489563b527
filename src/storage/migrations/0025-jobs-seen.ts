import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Which jobs accounts have and how often each was changed, as one text for each account: many who ask at once are answered
 * in one look. It runs with the asker's rights; before each account it takes on what confines who asks for it.
 */
export const jobsSeen: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const statements = `
create function jobs_seen(departments text[], accounts text[])
returns text[] language plpgsql as $$
declare
  found text[] := '{}';
begin
  for i in 1 .. cardinality(accounts) loop
    perform set_config('jiheng.department', departments[i], true), set_config('jiheng.account', accounts[i], true);
    found := array_append(found, (select coalesce(string_agg(j.id || '/' || j.changed, ' ' order by j.id), '') from jobs j
      where j.division = current_setting('jiheng.division', true) and j.account = accounts[i]));
  end loop;
  return found;
end $$;
revoke execute on function jobs_seen(text[], text[]) from public;
grant execute on function jobs_seen(text[], text[]) to jiheng_application;`
