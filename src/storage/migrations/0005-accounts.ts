import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Accounts and their sessions, each of one division. Secrets are kept as hashes: a password as an argon2id string, a
 * session's or an invitation's token as its SHA-256; `totp` is the shared secret of the second factor.
 *
 * `seen` of a session is moved on as it is used; a session that was not seen for the idle time is over.
 */
export const accounts: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const statements = `
create table accounts (
  division text not null references divisions,
  id uuid not null default gen_random_uuid(),
  login text not null check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  name text not null check (name <> ''),
  role text not null check (role in ('clerk', 'leader', 'finance-reviewer', 'performance-office', 'evaluator',
    'system-administrator', 'security-administrator', 'audit-administrator', 'public-reader')),
  department text,
  password text,
  totp text,
  totp_used bigint,
  failures integer not null default 0,
  locked_until timestamptz,
  disabled boolean not null default false,
  invitation bytea,
  invited_until timestamptz,
  created timestamptz not null default now(),
  primary key (division, id),
  unique (division, login),
  check ((role in ('clerk', 'leader')) = (department is not null))
);

create table sessions (
  division text not null,
  token bytea not null,
  id uuid not null default gen_random_uuid(),
  account uuid not null,
  started timestamptz not null default now(),
  seen timestamptz not null default now(),
  agent text not null,
  address text not null,
  primary key (division, token),
  foreign key (division, account) references accounts
);
create index sessions_of_account on sessions (division, account);

alter table accounts enable row level security;
alter table sessions enable row level security;
create policy own_division on accounts to jiheng_application
  using (division = current_setting('jiheng.division', true))
  with check (division = current_setting('jiheng.division', true));
create policy own_division on sessions to jiheng_application
  using (division = current_setting('jiheng.division', true))
  with check (division = current_setting('jiheng.division', true));
grant select, insert, update on accounts to jiheng_application;
grant select, insert, update, delete on sessions to jiheng_application;
`
