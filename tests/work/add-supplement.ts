import assert from 'node:assert/strict'
import { type Person, ledgerPath } from './work-server.ts'

/** The example has spent its whole budget: a supplement of its project p1 leaves so much to ask for. */
export async function addSupplement(clerk: Person, key: string, amount: string): Promise<void> {
  const entry = {
    key,
    organisation: '001',
    kind: 'supplement',
    source: 'general-public',
    nature: 'project',
    account: '2010302',
    project: 'p1',
    amount,
  }
  assert.equal((await clerk.send('POST', `${ledgerPath}/entries/budgetLines`, { entry })).status, 200)
}
