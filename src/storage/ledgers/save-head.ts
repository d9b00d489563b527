import { isDeepStrictEqual } from 'node:util'
import type { PoolClient } from 'pg'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { Author } from '../log/log-entries.ts'
import { planOf, planTexts } from './edit-payment-plan.ts'

type Head = {
  readonly pack: string
  readonly saving_measures: string | null
  readonly issue_date: string | null
  readonly payment_plan: readonly string[] | null
}

/**
 * Stores what a ledger says once: its division's name, its pack, what was done to save, the day its reports were signed, its
 * 既定支付进度.
 */
export async function saveHead(client: PoolClient, ledger: Ledger, { who }: Author): Promise<void> {
  const { division, department, year } = ledger
  const key = [division.code, department.id, year]
  const next: Head = {
    pack: ledger.pack,
    saving_measures: ledger.savingMeasures ?? null,
    issue_date: ledger.issueDate ?? null,
    payment_plan: planTexts(ledger.paymentPlan),
  }
  await client.query('insert into divisions (division, name) values ($1, $2) on conflict (division) do nothing', [
    division.code,
    division.name,
  ])
  const stored = await storedHead(client, key)
  if (stored && isDeepStrictEqual(stored, next)) return
  await client.query(
    `insert into ledgers (division, department, year, pack, saving_measures, issue_date, payment_plan)
     values ($1, $2, $3, $4, $5, $6, $7::text[]::numeric[])
     on conflict (division, department, year) do update set pack = excluded.pack,
       saving_measures = excluded.saving_measures, issue_date = excluded.issue_date, payment_plan = excluded.payment_plan`,
    [...key, next.pack, next.saving_measures, next.issue_date, next.payment_plan],
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

async function storedHead(client: PoolClient, key: readonly unknown[]): Promise<Head | undefined> {
  const { rows } = await client.query<Head>(
    `select pack, saving_measures, issue_date::text, payment_plan::text[] from ledgers
     where (division, department, year) = ($1, $2, $3) for update`,
    [...key],
  )
  const [stored] = rows
  return stored && { ...stored, payment_plan: planTexts(planOf(stored.payment_plan)) }
}
