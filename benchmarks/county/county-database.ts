import { type Database } from '#storage/open-database.ts'
import { ledgerTables } from '#storage/tables/ledger-tables.ts'
import { saveLedger } from '#storage/ledgers/save-ledger.ts'
import { departmentLedger } from '../bench-ledger.ts'
import { departmentTokenSql } from './county-people.ts'

/** How much a county holds. */
export type CountySize = { readonly departments: number; readonly payments: number }

/**
 * Fills a database with a county: one department saved as a person would, the others its copies, all of them a year
 * before, too, and accepted; payments made by SQL, for the year alone. Every project and indicator has its line in the
 * log, every department a clerk and a leader who are signed in.
 */
export async function fillCounty(database: Database, { departments, payments }: CountySize): Promise<void> {
  const ledger = departmentLedger('001')
  await saveLedger(database, ledger, { who: '性能对比' })
  const each = Math.floor(payments / departments)
  await database.pool.query('delete from payments')
  await database.pool.query(
    `insert into ledgers (division, department, year, pack)
     select division, 'd' || n, year, pack from ledgers, generate_series(2, $1) n`,
    [departments],
  )
  await copyRows(database, 'department', `'d' || n`, `generate_series(2, ${departments}) n`)
  await database.pool.query(
    `insert into ledgers (division, department, year, pack) select division, department, year - 1, pack from ledgers`,
  )
  await copyRows(database, 'year', 't.year - 1', '(values (1)) n')
  await database.pool.query(
    `insert into payments (division, department, year, position, voucher, organisation, date, amount, source, nature, account, economic, project)
     select l.division, l.department, l.year, n, 'V' || n, '001', make_date(l.year, 1 + n % 12, 1 + n % 28), 10, 'general-public',
       'project', '2010302', '30201', 'p' || (n % 50)
     from ledgers l, generate_series(1, $1) n where l.year = $2`,
    [each, ledger.year],
  )
  await acceptYear(database, ledger.year - 1)
  await logEntries(database)
  await addPeople(database)
  await database.pool.query('vacuum analyze')
}

/** Every row but the payments again, under another value of one column, as often as `times` has rows. */
async function copyRows(database: Database, column: string, value: string, times: string): Promise<void> {
  for (const { name } of Object.values(ledgerTables)) {
    if (name === 'payments') continue
    const { rows } = await database.pool.query<{ columns: string; copied: string }>(
      `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns,
              string_agg('t.' || quote_ident(column_name), ', ' order by ordinal_position) as copied from information_schema.columns
       where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER' and column_name <> $2`,
      [name, column],
    )
    const { columns, copied } = rows[0] ?? { columns: '', copied: '' }
    await database.pool.query(
      `insert into ${name} (${column}, ${columns}) select ${value}, ${copied} from ${name} t, ${times}`,
    )
  }
}

async function acceptYear(database: Database, year: number): Promise<void> {
  const steps = [
    ['submit', 'clerk', 'submitted'],
    ['approve', 'leader', 'approved'],
    ['accept', 'performance-office', 'accepted'],
  ]
  for (const [index, [action, role, state]] of steps.entries())
    await database.pool.query(
      `insert into submission_steps (division, department, year, seq, who, role, action, state)
       select division, department, year, $2, '性能对比', $3, $4, $5 from ledgers where year = $1`,
      [year, index + 1, role, action, state],
    )
}

async function logEntries(database: Database): Promise<void> {
  for (const list of ['projects', 'indicators'])
    await database.pool.query(
      `insert into change_log (division, who, action, target, after)
       select t.division, '性能对比', 'add', concat_ws('/', '${list}:' || t.department, t.year, t.id), jsonb_build_object('name', t.name)
       from ${list} t where t.department <> '001'`,
    )
}

async function addPeople(database: Database): Promise<void> {
  await database.pool.query(
    `insert into accounts (division, login, name, role, department)
     select distinct l.division, r.role || '.' || l.department, '第' || l.department || '局', r.role, l.department
     from ledgers l, (values ('clerk'), ('leader')) r (role)`,
  )
  await database.pool.query(
    `insert into sessions (division, token, account, agent, address, started, seen)
     select a.division, sha256(${departmentTokenSql}::bytea), a.id, '性能对比', '127.0.0.1', now() + interval '10 years', now() + interval '10 years'
     from accounts a`,
  )
}
