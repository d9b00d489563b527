import type { PoolClient } from 'pg'
import type { Role } from '#domain/accounts/role.ts'
import type { SubmissionAction, SubmissionState } from '#domain/workflow.ts'
import { logAction } from '../log/log-action.ts'
import { countEdit } from './ledger-state.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'

/** A point a return asks to be mended, and the answer to it. */
export type ReturnPoint = { readonly number: number; readonly point: string; readonly answer?: string }

/** One step of a set. `at` UTC, ISO 8601; `version`: of the ledger, where it was handed in. */
export type SubmissionStep = {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly role: Role
  readonly action: SubmissionAction
  readonly state: SubmissionState
  readonly version?: number
  readonly comment?: string
  readonly points: readonly ReturnPoint[]
}

export type NewStep = Pick<SubmissionStep, 'who' | 'role' | 'action' | 'state' | 'comment'> & {
  readonly points?: readonly string[]
  /** The ledger as it is handed in. */
  readonly content?: string
}

type Row = Omit<SubmissionStep, 'points' | 'version' | 'comment'> & {
  version: number | null
  comment: string | null
  points: { number: number; point: string; answer: string | null }[]
}

/** Every step of a set, the first first. */
export async function stepsOf(client: PoolClient, scope: LedgerScope): Promise<SubmissionStep[]> {
  const { rows } = await client.query<Row>(
    `select s.seq, to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, s.who, s.role, s.action, s.state,
       s.version, s.comment, coalesce((select json_agg(json_build_object('number', p.number, 'point', p.point,
         'answer', p.answer) order by p.number) from return_points p
         where ${ofLedger('p')} and p.step = s.seq), '[]'::json) as points
     from submission_steps s where ${ofLedger('s')} order by s.seq`,
    scopeValues(scope),
  )
  return rows.map(({ version, comment, points, ...step }) => ({
    ...step,
    ...(version === null ? {} : { version }),
    ...(comment === null ? {} : { comment }),
    points: points.map(({ answer, ...point }) => (answer === null ? point : { ...point, answer })),
  }))
}

/** Adds a step to a ledger that is held; a submission keeps the ledger as a version of its own. */
export async function addStep(client: PoolClient, scope: LedgerScope, step: NewStep): Promise<void> {
  const values = scopeValues(scope)
  const added = step.content === undefined ? undefined : await addVersion(client, scope, step.content)
  const { rows } = await client.query<{ seq: number }>(
    `insert into submission_steps (division, department, year, seq, who, role, action, state, version, comment)
     select $1, $2, $3, coalesce(max(s.seq), 0) + 1, $4, $5, $6, $7, $8, $9 from submission_steps s where ${ofLedger('s')}
     returning seq`,
    [...values, step.who, step.role, step.action, step.state, added?.version, step.comment],
  )
  for (const [index, point] of (step.points ?? []).entries())
    await client.query(
      'insert into return_points (division, department, year, step, number, point) values ($1, $2, $3, $4, $5, $6)',
      [...values, rows[0]?.seq, index + 1, point],
    )
  await countEdit(client, scope)
  const after = { state: step.state, ...added }
  const target = `submissions:${scope.department}/${scope.year}`
  await logAction(client, scope.division, { who: step.who, action: step.action, target, after })
}

/** `sha256`, in hex, goes into the log too: its chain then vouches for the version. */
async function addVersion(
  client: PoolClient,
  scope: LedgerScope,
  content: string,
): Promise<{ version: number; sha256: string } | undefined> {
  const { rows } = await client.query<{ version: number; sha256: string }>(
    `insert into ledger_versions (division, department, year, version, content, sha256)
     select $1, $2, $3, coalesce(max(v.version), 0) + 1, $4, sha256(convert_to($4, 'UTF8'))
     from ledger_versions v where ${ofLedger('v')}
     returning version, encode(sha256, 'hex') as sha256`,
    [...scopeValues(scope), content],
  )
  return rows[0]
}

/** Answers a point of a return; false when there is no such point. */
export async function answerPoint(
  client: PoolClient,
  scope: LedgerScope,
  { step, number, answer, who }: { step: number; number: number; answer: string; who: string },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update return_points p set answer = $6, answered_by = $7, answered = now()
     where ${ofLedger('p')} and p.step = $4 and p.number = $5`,
    [...scopeValues(scope), step, number, answer, who],
  )
  if (rowCount !== 1) return false
  await countEdit(client, scope)
  const target = `submissions:${scope.department}/${scope.year}/${step}/${number}`
  await logAction(client, scope.division, { who, action: 'answer', target, after: { answer } })
  return true
}

/** The text of a version, as it was handed in. */
export async function versionText(
  client: PoolClient,
  scope: LedgerScope,
  version: number,
): Promise<string | undefined> {
  const { rows } = await client.query<{ content: string }>(
    `select v.content from ledger_versions v where ${ofLedger('v')} and v.version = $4`,
    [...scopeValues(scope), version],
  )
  return rows[0]?.content
}
