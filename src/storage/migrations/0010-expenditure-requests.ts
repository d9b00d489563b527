import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Requests for expenditure and their signatures. Steps are only ever added, and a request with a step can't be changed
 * any more: what was signed is what was asked for. `rule` is the sign-off rule as it was when the request was first sent.
 */
export const expenditureRequests: Migration = {
  async up(database) {
    await sql.raw(tables).execute(database)
    for (const table of ['expenditure_requests', 'expenditure_steps']) await sql.raw(guard(table)).execute(database)
    await sql.raw(frozen).execute(database)
    await sql.raw(grants).execute(database)
  },
}

const tables = `
create table expenditure_requests (
  division text not null,
  department text not null,
  year integer not null,
  id text not null,
  organisation text not null,
  project text,
  account text not null,
  economic text not null,
  budget_line text,
  amount numeric(20, 2) not null check (amount > 0),
  purpose text not null check (purpose <> ''),
  payee text not null check (payee <> ''),
  primary key (division, department, year, id),
  foreign key (division, department, year) references ledgers
);
create table expenditure_steps (
  division text not null,
  department text not null,
  year integer not null,
  request text not null,
  seq integer not null,
  at timestamptz not null default clock_timestamp(),
  who text not null,
  login text not null,
  role text not null,
  action text not null check (action in ('send', 'sign', 'refuse', 'withdraw', 'decide', 'pay')),
  state text not null check (state in ('draft', 'signing', 'approved', 'refused', 'withdrawn', 'paid')),
  signed text,
  comment text,
  decision_date date,
  decision_minutes text,
  voucher text,
  rule jsonb,
  primary key (division, department, year, request, seq),
  foreign key (division, department, year, request) references expenditure_requests
);
create unique index expenditure_voucher on expenditure_steps (division, department, year, voucher) where voucher is not null;`

const named = `nullif(current_setting('jiheng.department', true), '')`

const guard = (table: string) => `
alter table ${table} enable row level security;
create policy own_division on ${table} to jiheng_application
  using (division = current_setting('jiheng.division', true))
  with check (division = current_setting('jiheng.division', true));
create policy own_department on ${table} as restrictive to jiheng_application
  using (${named} is null or department = ${named})
  with check (${named} is null or department = ${named});`

const frozen = `
create function expenditure_request_frozen() returns trigger language plpgsql as $$
begin
  if exists (select from expenditure_steps s
    where (s.division, s.department, s.year, s.request) = (old.division, old.department, old.year, old.id)
      and s.state <> 'draft') then
    raise exception 'expenditure request % is signed', old.id using errcode = '23514';
  end if;
  return new;
end $$;
create trigger expenditure_request_frozen before update on expenditure_requests
  for each row execute function expenditure_request_frozen();`

const grants = `
grant select, insert, update on expenditure_requests to jiheng_application;
grant select, insert on expenditure_steps to jiheng_application;`
