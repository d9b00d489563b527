import type { PoolClient } from 'pg'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { Author } from '../log/log-entries.ts'

type Head = { readonly pack: string; readonly saving_measures: string | null; readonly issue_date: string | null }

/** Stores what a ledger says once: its division's name, its pack, what was done to save, the day its reports were signed. */
export async function saveHead(client: PoolClient, ledger: Ledger, { who }: Author): Promise<void> {
  const { division, department, year } = ledger
  const key = [division.code, department.id, year]
  const next: Head = {
    pack: ledger.pack,
    saving_measures: ledger.savingMeasures ?? null,
    issue_date: ledger.issueDate ?? null,
  }
  await client.query('insert into divisions (division, name) values ($1, $2) on conflict (division) do nothing', [
    division.code,
    division.name,
  ])
  const { rows } = await client.query<Head>(
    'select pack, saving_measures, issue_date::text from ledgers where (division, department, year) = ($1, $2, $3) for update',
    key,
  )
  const [stored] = rows
  if (stored && isSame(stored, next)) return
  await client.query(
    `insert into ledgers (division, department, year, pack, saving_measures, issue_date) values ($1, $2, $3, $4, $5, $6)
     on conflict (division, department, year) do update
     set pack = excluded.pack, saving_measures = excluded.saving_measures, issue_date = excluded.issue_date`,
    [...key, next.pack, next.saving_measures, next.issue_date],
  )
  await client.query(
    'insert into change_log (division, who, action, target, before, after) values ($1, $2, $3, $4, $5, $6)',
    [
      division.code,
      who,
      stored ? 'change' : 'add',
      `ledgers:${department.id}/${year}`,
      stored ? JSON.stringify(stored) : null,
      JSON.stringify(next),
    ],
  )
}

function isSame(one: Head, other: Head): boolean {
  return one.pack === other.pack && one.saving_measures === other.saving_measures && one.issue_date === other.issue_date
}
