import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * How often indicators of given names stand in the ledgers of the division at work. A department sees no row of the
 * others, but it may know how many use an indicator: the function counts as the tables' owner and gives numbers only.
 */
export const indicatorUsage: Migration = {
  async up(database) {
    await sql.raw(counter).execute(database)
  },
}

const counter = `
create function indicator_usage(names text[])
returns table (name text, indicators bigint, ledgers bigint) language sql stable security definer as $$
  select i.name, count(*), count(distinct (i.department, i.year)) from indicators i
  where i.division = current_setting('jiheng.division', true) and i.name = any (names) group by i.name
$$;
do $$
begin
  execute format('alter function indicator_usage(text[]) set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function indicator_usage(text[]) from public;
grant execute on function indicator_usage(text[]) to jiheng_application;`
