import type { PoolClient } from 'pg'
import type { Job, JobKind, JobOutcome, JobState } from '#domain/jobs/job.ts'
import { lookInDivision } from '../look-in-division.ts'
import type { Database } from '../open-database.ts'

/** Which job, wherever it is spoken of outside its division. */
export type JobRef = { readonly division: string; readonly id: string }
/** One of the times a job was begun: what another attempt says is not taken. */
export type Attempt = JobRef & { readonly attempt: number }

/** A job with what its execution needs: who asked, within what, and what for. */
export type StoredJob = Job &
  Attempt & {
    readonly department?: string
    readonly account: string
    readonly input: unknown
    readonly committed: boolean
    /** Times the work broke, and times the program was killed at it. */
    readonly failures: number
    readonly lost: number
  }

export type NewJob = JobRef & {
  readonly department?: string
  readonly account: string
  readonly who: string
  readonly kind: JobKind
  readonly input: unknown
  readonly total: number
  readonly sentence: string
}

const time = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${column}`
const columns = `division, id, department, account, kind, state, done, total, sentence, who, input, outcome,
  result_name, result_size, attempt, committed, failures, lost, changed, ${time('at')}, ${time('ended')}`
const mostListed = 100

type Row = Omit<StoredJob, 'department' | 'ended' | 'result'> & {
  readonly department: string | null
  readonly ended: string | null
  readonly result_name: string | null
  readonly result_size: number | null
}

function fromRow({ department, ended, result_name, result_size, ...row }: Row): StoredJob {
  return {
    ...row,
    ...(department === null ? {} : { department }),
    ...(ended === null ? {} : { ended }),
    ...(result_name === null ? {} : { result: { name: result_name, size: result_size ?? 0 } }),
  }
}

export async function addJob(client: PoolClient, job: NewJob): Promise<StoredJob> {
  const { rows } = await client.query<Row>(
    `insert into jobs (division, id, department, account, kind, who, input, total, sentence)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${columns}`,
    [
      job.division,
      job.id,
      job.department ?? null,
      job.account,
      job.kind,
      job.who,
      JSON.stringify(job.input),
      job.total,
      job.sentence,
    ],
  )
  return fromRow(rows[0]!)
}

/** The jobs an account asked for, the newest first. */
export async function jobsOf(database: Database, division: string, account: string): Promise<StoredJob[]> {
  const rows = await lookInDivision<Row>(
    database,
    division,
    `select ${columns} from jobs j where division = $1::text and account = $2::text
     order by j.at desc, id limit ${mostListed}`,
    (literal) => [literal(division), literal(account)],
  )
  return rows.map(fromRow)
}

/** How many jobs of an account are still to be done. */
export async function openJobs(client: PoolClient, division: string, account: string): Promise<number> {
  const { rows } = await client.query<{ open: number }>(
    'select count(*) as open from jobs where division = $1 and account = $2 and ended is null',
    [division, account],
  )
  return rows[0]?.open ?? 0
}

export async function findJob(client: PoolClient, { division, id }: JobRef): Promise<StoredJob | undefined> {
  const { rows } = await client.query<Row>(`select ${columns} from jobs where division = $1 and id = $2`, [
    division,
    id,
  ])
  return rows[0] && fromRow(rows[0])
}

/**
 * Begins a job anew; undefined when there is nothing to do any more. One that nobody handed back was lost with its
 * program: it is told so.
 */
export async function startAttempt(
  client: PoolClient,
  { division, id }: JobRef,
  said: { readonly begun: string; readonly lost: string },
): Promise<StoredJob | undefined> {
  const { rows } = await client.query<Row>(
    `update jobs set lost = lost + (state = 'running')::int, sentence = case state when 'running' then $3 else $4 end,
       state = 'running', attempt = attempt + 1, changed = changed + 1
     where division = $1 and id = $2 and ended is null returning ${columns}`,
    [division, id, said.lost, said.begun],
  )
  return rows[0] && fromRow(rows[0])
}

export type Progress = {
  readonly done: number
  readonly total: number
  readonly sentence: string
  readonly outcome: JobOutcome
}

const mine = `division = $1 and id = $2 and attempt = $3 and state = 'running'`

/** Stores how far an attempt is; false when it is not wanted any more. Without news it only asks. */
export async function saveProgress(client: PoolClient, attempt: Attempt, news?: Progress): Promise<boolean> {
  const key = [attempt.division, attempt.id, attempt.attempt]
  const { rowCount } = news
    ? await client.query(
        `update jobs set done = $4, total = $5, sentence = $6, outcome = $7, changed = changed + 1 where ${mine}`,
        [...key, news.done, news.total, news.sentence, JSON.stringify(news.outcome)],
      )
    : await client.query(`select from jobs where ${mine}`, key)
  return Boolean(rowCount)
}

/** Marks in the transaction of the work itself that it is done; false when it is not wanted any more. */
export async function commitAttempt(client: PoolClient, { division, id, attempt }: Attempt): Promise<boolean> {
  const { rowCount } = await client.query(`update jobs set committed = true where ${mine}`, [division, id, attempt])
  return Boolean(rowCount)
}

/** How an attempt ended. */
export type AttemptEnd = {
  readonly state: Extract<JobState, 'done' | 'failed'>
  readonly sentence: string
  readonly outcome: JobOutcome
  readonly result?: { readonly name: string; readonly size: number }
}

/** false when somebody cancelled it meanwhile, or another attempt has begun. */
export async function endAttempt(client: PoolClient, attempt: Attempt, end: AttemptEnd): Promise<boolean> {
  const { rowCount } = await client.query(
    `update jobs set state = $4, sentence = $5, outcome = $6, result_name = $7, result_size = $8,
       done = case when $4 = 'done' and total > 0 then total else done end, ended = clock_timestamp(), changed = changed + 1
     where ${mine}`,
    [
      attempt.division,
      attempt.id,
      attempt.attempt,
      end.state,
      end.sentence,
      JSON.stringify(end.outcome),
      end.result?.name ?? null,
      end.result?.size ?? null,
    ],
  )
  return Boolean(rowCount)
}

/** Puts an attempt that could not go on back among those to be done; `broke`: through a failure of its own. */
export async function handBack(
  client: PoolClient,
  attempt: Attempt,
  { sentence, broke }: { readonly sentence: string; readonly broke: boolean },
): Promise<void> {
  await client.query(
    `update jobs set state = 'queued', done = 0, sentence = $4, outcome = '{}', failures = failures + $5::int,
       changed = changed + 1 where ${mine}`,
    [attempt.division, attempt.id, attempt.attempt, sentence, broke ? 1 : 0],
  )
}

/** Ends a job nobody will try again. */
export async function giveUpJob(client: PoolClient, { division, id }: JobRef, sentence: string): Promise<void> {
  await client.query(
    `update jobs set state = 'failed', sentence = $3, ended = clock_timestamp(), changed = changed + 1
     where division = $1 and id = $2 and ended is null`,
    [division, id, sentence],
  )
}

/** Takes a job back; undefined when it is over, or its work is stored already. */
export async function cancelJob(
  client: PoolClient,
  { division, id }: JobRef,
  sentence: string,
): Promise<StoredJob | undefined> {
  const { rows } = await client.query<Row>(
    `update jobs set state = 'cancelled', sentence = $3, outcome = '{}', ended = clock_timestamp(), changed = changed + 1
     where division = $1 and id = $2 and ended is null and not committed returning ${columns}`,
    [division, id, sentence],
  )
  return rows[0] && fromRow(rows[0])
}
