import { types, type PoolClient } from 'pg'
import { type Db, PgBoss } from 'pg-boss'
import type { Database } from '../open-database.ts'
import type { JobRef } from './jobs-table.ts'

/** What the queue calls: `run` ends when the job does; what it throws is tried again, and in the end `giveUp` hears. */
export type JobHands = {
  readonly run: (job: JobRef, signal: AbortSignal) => Promise<void>
  readonly giveUp: (job: JobRef) => Promise<void>
  readonly onError: (error: Error) => void
}

/**
 * The jobs to be done.
 *
 * send    adds one in the transaction of `client`, which works as the owner from then on; jobs of one `group` are done
 *         one after another
 * wake    looks for work now
 * close   takes no more; waits for what is under way, and after a while hands it back
 */
export type JobQueue = {
  send(client: PoolClient, job: JobRef, group: string): Promise<void>
  wake(): void
  close(): Promise<void>
}

const queue = 'jobs'
const givenUp = 'jobs-given-up'
const atOnce = 3
/** Milliseconds a job may go on when the program is told to stop. */
const grace = 5000

/** Opens the queue, in a schema of its own that it brings up to date itself, and begins to work. */
export async function openJobQueue({ pool }: Pick<Database, 'pool'>, hands: JobHands): Promise<JobQueue> {
  const boss = new PgBoss({ ...timing, schema: 'jiheng_queue', db: through(pool) })
  boss.on('error', hands.onError)
  await boss.start()
  await boss.createQueue(givenUp, { retryLimit: 5, retryDelay: 2, retryBackoff: true })
  await boss.createQueue(queue, { ...patience, deadLetter: givenUp })
  // A queue made by an earlier version keeps its own patience.
  await boss.updateQueue(queue, { ...patience, deadLetter: givenUp })
  const worker = await boss.work<JobRef>(
    queue,
    { pollingIntervalSeconds: 1, localConcurrency: atOnce, localGroupConcurrency: 1 },
    async ([job]) => job && hands.run(job.data, job.signal),
  )
  await boss.work<JobRef>(givenUp, { pollingIntervalSeconds: 1 }, async ([job]) => job && hands.giveUp(job.data))
  return {
    async send(client, job, group) {
      await client.query('reset role')
      await boss.send(queue, { ...job }, { group: { id: group }, db: through(client) })
    },
    wake: () => boss.notifyWorker(worker),
    close: () => boss.stop({ graceful: true, timeout: grace }),
  }
}

/** A job whose program was killed is missed after ten seconds, and looked for every three. */
const timing = { schedule: false, registerInstance: false, superviseIntervalSeconds: 3, monitorIntervalSeconds: 3 }
/** How often a job is begun is counted beside it, by reason; the queue itself only stops what would go on for ever. */
const patience = {
  retryLimit: 40,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 30,
  heartbeatSeconds: 10,
  expireInSeconds: 4 * 3600,
}

/** The queue reads times as dates, our own connections as text. */
function through(connection: Pick<PoolClient, 'query'> | Database['pool']): Db {
  return {
    executeSql: (text, values) => (connection as PoolClient).query({ text, ...(values ? { values } : {}), types }),
  }
}
