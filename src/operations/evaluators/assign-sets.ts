import { type Account, listAccounts } from '#storage/accounts/accounts.ts'
import { type Assignment, assign, assignmentsOf, withdraw } from '#storage/evaluators/assignments.ts'
import { inDivision } from '#storage/in-division.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { whoOf } from '../accounts/account.ts'
import { Refused } from '../refused.ts'

/** The evaluators of a division and the sets each was given. */
export type Assignments = {
  readonly evaluators: readonly Pick<Account, 'login' | 'name' | 'disabled'>[]
  readonly assignments: readonly Assignment[]
}

/** Which sets an evaluator is given, or has taken back from them. */
export type AssignmentWish = {
  readonly login: string
  readonly assigned: boolean
  readonly sets: readonly Pick<LedgerScope, 'department' | 'year'>[]
}

export async function readAssignments(database: Database, { division }: Account): Promise<Assignments> {
  const [accounts, assignments] = await Promise.all([
    listAccounts(database, division),
    assignmentsOf(database, division),
  ])
  return {
    evaluators: accounts
      .filter(({ role }) => role === 'evaluator')
      .map(({ login, name, disabled }) => ({ login, name, disabled })),
    assignments,
  }
}

/**
 * Gives sets to an evaluator, or takes them back: all or none; each change is logged.
 * throws   Refused account-missing: no evaluator has that login; StorageProblem ledger-missing
 */
export async function assignSets(
  database: Database,
  by: Account,
  { login, assigned, sets }: AssignmentWish,
): Promise<Assignments> {
  const { division } = by
  const evaluator = (await listAccounts(database, division)).find((each) => each.login === login)
  if (evaluator?.role !== 'evaluator') throw new Refused('account-missing', `没有登录名为“${login}”的第三方评价人。`)
  if (assigned && evaluator.disabled) throw new Refused('request-invalid', `${evaluator.name}的账户已停用，不能分派。`)
  await inDivision(database, division, async (client) => {
    for (const set of sets) await (assigned ? assign : withdraw)(client, { division, ...set }, evaluator, whoOf(by))
  })
  return readAssignments(database, by)
}
