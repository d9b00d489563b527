import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/**
 * The tables of a ledger. Money is numeric(20,2) in 元; other decimals keep the places they were given; a blank is null.
 * Every key begins with the division, so that tables can be spread over servers by it. `position` is the place of an
 * entry in its list. A change of these tables is a new migration: this text is history once it has run anywhere.
 */
export const ledgerTables: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const owned = (name: string, columns: string, key: string, rest = '') => `
create table ${name} (
  division text not null,
  department text not null,
  year integer not null,
  position bigint not null,
  ${columns.trim()},
  primary key (division, department, year, ${key}),
  foreign key (division, department, year) references ledgers${rest}
);`
const toOrganisation = `,
  foreign key (division, department, year, organisation) references organisations deferrable initially deferred`
const toProject = `,
  foreign key (division, department, year, project) references projects deferrable initially deferred`
const scoped = `
  scope text not null check (scope = 'department' or scope like 'project:_%'),
  project text generated always as (case when scope like 'project:%' then substr(scope, 9) end) stored`
const source = `
  source text not null
    check (source in ('general-public', 'government-managed', 'state-capital', 'special-account', 'own', 'other')),
  nature text not null check (nature in ('basic', 'project')),
  account text not null`

const statements = `
create table divisions (division text primary key, name text not null);

create table ledgers (
  division text not null references divisions,
  department text not null,
  year integer not null check (year between 1900 and 2200),
  pack text not null,
  saving_measures text,
  primary key (division, department, year)
);
${owned('organisations', 'id text not null, name text not null, short_name text, parent text, nature text, offices text[], functions text[]', 'id')}
${owned(
  'projects',
  `id text not null, name text not null, code text, organisation text not null,
  nature text check (nature in ('new', 'continued')), period text, evaluated boolean not null, summary text,
  arrived numeric(20,2)`,
  'id',
  toOrganisation,
)}
${owned(
  'staffing',
  `organisation text not null, quotas jsonb not null, on_post integer not null check (on_post >= 0), including jsonb,
  retired integer not null check (retired >= 0)`,
  'organisation',
  toOrganisation,
)}
${owned(
  'budget_lines',
  `key text not null, organisation text not null,
  kind text not null check (kind in ('original', 'supplement', 'reduction', 'transfer', 'carry-over')),${source},
  economic text, project text, amount numeric(20,2) not null, document text, date date, note text`,
  'key',
  toOrganisation + toProject,
)}
${owned('base_items', `item text not null, "column" text not null check ("column" in ('prior-actual', 'original', 'actual')), amount numeric not null`, 'item, "column"')}
${owned(
  'buildings',
  `name text not null, approved_area numeric not null, actual_area numeric not null,
  budgeted_investment numeric(20,2) not null, actual_investment numeric(20,2) not null`,
  'name',
)}
${owned(
  'goals',
  `${scoped}, term text not null check (term in ('medium', 'annual')), planned text not null, achieved text`,
  'scope, term',
  toProject,
)}
${owned(
  'indicators',
  `id text not null, ${scoped}, level1 text not null, level2 text not null, name text not null,
  sign text not null check (sign in ('≥', '>', '=', '≤', '<', '定性')), target_number numeric, target_words text,
  unit text not null, weight numeric not null, rule text, basis text, evidence_required text[],
  actual_from text check (actual_from in ('entered', 'counted', 'fact')), actual_number numeric, actual_words text,
  actual_evidence text[], actual_kind text, actual_count text, actual_since date, actual_until date,
  actual_measure text, actual_phase text, variance_reason text, improvement text,
  override_points numeric, override_reason text, check (num_nonnulls(target_number, target_words) = 1),
  check (num_nonnulls(override_points, override_reason) in (0, 2)),
  check (case actual_from when 'entered' then num_nonnulls(actual_number, actual_words) = 1
    when 'counted' then num_nonnulls(actual_kind, actual_count, actual_since, actual_until) = 4
    when 'fact' then num_nonnulls(actual_measure, actual_phase) = 2 else true end)`,
  'id',
  toProject,
)}
${owned('work_kinds', 'id text not null, name text not null, fields jsonb not null, key text[] not null, counts jsonb not null', 'id')}
${owned('sections', `${scoped}, outline text not null, text text not null`, 'scope, outline', toProject)}
${owned('papers', 'id text not null, title text not null, number text, date date', 'id')}
${owned('monitoring', 'until date not null, "values" jsonb not null, causes text, measures text', 'until')}
${owned(
  'evidence',
  `id text not null, name text not null, sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0), note text`,
  'id',
)}
${owned('open_questions', 'id text not null, question text not null, holds text not null, sources text[] not null', 'id')}

-- These two grow to millions of rows: what they refer to is checked for a whole import at once, not row by row.
create table payments (
  division text not null,
  department text not null,
  year integer not null,
  position bigint not null,
  voucher text not null, organisation text not null, date date not null, amount numeric(20,2) not null,${source},
  economic text not null, project text, payee text, purpose text,
  primary key (division, department, year, voucher)
);
create table work_records (
  division text not null,
  department text not null,
  year integer not null,
  position bigint not null,
  id text not null, kind text not null, organisation text not null, date date not null, "values" jsonb not null,
  quantity integer check (quantity > 0), evidence text[],
  primary key (division, department, year, kind, id)
);
create index work_records_by_date on work_records (division, department, kind, date);
`
