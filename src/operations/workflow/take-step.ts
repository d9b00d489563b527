import type { Ledger } from '#domain/ledger/ledger.ts'
import { type SubmissionAction, type SubmissionState, stepFrom, stepsOpen } from '#domain/workflow.ts'
import type { Account } from '#storage/accounts/accounts.ts'
import { inDivision } from '#storage/in-division.ts'
import { readLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import { type LedgerScope, lockLedger } from '#storage/tables/scope-of-ledger.ts'
import { stateOf } from '#storage/workflow/ledger-state.ts'
import { type SubmissionStep, addStep, answerPoint, stepsOf, versionText } from '#storage/workflow/submissions.ts'
import { writeLedgerFile } from '../ledgers/write-ledger-file.ts'
import { Refused } from '../refused.ts'
import { type Reason, reasonsAgainst } from './reasons-against.ts'

/** What a person asks of a set: a return needs its points, each a thing to mend. */
export type StepWish = {
  readonly action: SubmissionAction
  readonly comment?: string
  readonly points?: readonly string[]
}

/** Where a set stands, how it came there, and what this person may do with it. */
export type Submission = {
  readonly state: SubmissionState
  readonly steps: readonly SubmissionStep[]
  readonly open: readonly SubmissionAction[]
}

export function readSubmission(database: Database, scope: LedgerScope, { role }: Account): Promise<Submission> {
  return inDivision(
    database,
    scope.division,
    async (client) => {
      const steps = await stepsOf(client, scope)
      const state = steps.at(-1)?.state ?? 'draft'
      return { state, steps, open: stepsOpen(state, role) }
    },
    { snapshot: true },
  )
}

/**
 * Takes a step with a set. Handing it in asks that every point of the last return is answered and nothing stands against
 * it; the ledger as it is then becomes a version.
 * throws   Refused step-refused, with every Reason as its detail
 */
export async function takeStep(
  database: Database,
  scope: LedgerScope,
  account: Account,
  wish: StepWish,
): Promise<Submission> {
  const points = (wish.points ?? []).map((point) => point.trim()).filter(Boolean)
  if (wish.action === 'return' && points.length === 0)
    throw new Refused('step-refused', '退回要写明至少一处要改的地方。')
  await inDivision(database, scope.division, async (client) => {
    await lockLedger(client, scope)
    const to = stepFrom(await stateOf(client, scope), wish.action, account.role)
    if (!to) throw new Refused('step-refused')
    const steps = await stepsOf(client, scope)
    const ledger = wish.action === 'submit' ? await readLedger(client, scope) : undefined
    if (ledger) refuseUnready(ledger, steps)
    await addStep(client, scope, {
      who: account.name,
      role: account.role,
      action: wish.action,
      state: to,
      points: wish.action === 'return' ? points : [],
      ...(wish.comment?.trim() ? { comment: wish.comment.trim() } : {}),
      ...(ledger ? { content: writeLedgerFile(ledger) } : {}),
    })
  })
  return readSubmission(database, scope, account)
}

function refuseUnready(ledger: Ledger, steps: readonly SubmissionStep[]): void {
  const last = steps.findLast(({ action }) => action === 'return')
  const unanswered: Reason[] = (last?.points ?? [])
    .filter(({ answer }) => answer === undefined)
    .map(({ number, point }) => ({ page: 'submission', message: `退回意见第${number}条还没有答复：${point}` }))
  const reasons = [...unanswered, ...reasonsAgainst(ledger)]
  if (reasons.length > 0)
    throw new Refused('step-refused', `还有 ${reasons.length} 处要处理，处理完再送审。`, { reasons })
}

/** Answers a point of the last return. throws Refused */
export async function answerReturnPoint(
  database: Database,
  scope: LedgerScope,
  account: Account,
  point: { readonly step: number; readonly number: number; readonly answer: string },
): Promise<Submission> {
  await inDivision(database, scope.division, async (client) => {
    await lockLedger(client, scope)
    const last = (await stepsOf(client, scope)).at(-1)
    if (last?.action !== 'return' || last.seq !== point.step)
      throw new Refused('step-refused', '这条退回意见已经过去，不能再答复。')
    const answer = point.answer.trim()
    if (!(await answerPoint(client, scope, { ...point, answer, who: account.name }))) throw new Refused('entry-missing')
  })
  return readSubmission(database, scope, account)
}

/** The ledger as it was handed in, as a ledger file. throws Refused entry-missing */
export async function readVersion(database: Database, scope: LedgerScope, version: number): Promise<string> {
  const text = await inDivision(database, scope.division, (client) => versionText(client, scope, version), {
    snapshot: true,
  })
  if (text === undefined) throw new Refused('entry-missing', `没有第${version}版。`)
  return text
}
