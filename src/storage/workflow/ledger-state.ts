import type { PoolClient } from 'pg'
import { type SubmissionState, isOpenForEdits } from '#domain/workflow.ts'
import { StorageProblem } from '../storage-problem.ts'
import { type LedgerScope, lockLedger, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'

/** Where the set of a ledger stands: what its last step led to, 'draft' before the first. */
export async function stateOf(client: PoolClient, scope: LedgerScope): Promise<SubmissionState> {
  const { rows } = await client.query<{ state: SubmissionState }>(
    `select s.state from submission_steps s where ${ofLedger('s')} order by s.seq desc limit 1`,
    scopeValues(scope),
  )
  return rows[0]?.state ?? 'draft'
}

/** Holds a ledger for a writer, and counts the edit. throws StorageProblem ledger-locked while its set is not with the clerk */
export async function lockForEditing(client: PoolClient, scope: LedgerScope): Promise<void> {
  await lockLedger(client, scope)
  if (!isOpenForEdits(await stateOf(client, scope))) throw new StorageProblem('ledger-locked')
  await countEdit(client, scope)
}

/** Counts a change of a ledger or of where its set stands: what was worked out before holds no longer. */
export async function countEdit(client: PoolClient, scope: LedgerScope): Promise<void> {
  await client.query(`update ledgers l set revision = revision + 1 where ${ofLedger('l')}`, scopeValues(scope))
}
