import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { StorageProblem } from '../storage-problem.ts'
import { type ServerAddress, startServer, stopServer } from './start-server.ts'

/**
 * A program's presence at the server of a folder: while it lasts nobody else who leaves stops the server.
 *
 * address   where the server is reached; it stays the same when the server is started again
 * revive    starts a server that died again, once for all who ask meanwhile
 * leave     ends the presence; the last program to leave stops the server
 */
export type Presence = {
  readonly address: ServerAddress
  revive(): Promise<void>
  leave(): Promise<void>
}

/** Told apart from every other lock of the server: presence of a program that uses it. */
const lock = 20_231_118
const attempts = 40
/** A connection that does not keep the process alive while it is not referenced. */
type Guard = Client & { ref(): void; unref(): void }

/**
 * Starts the server of a folder unless it runs, and is present at it from then on, whatever becomes of the server: when
 * it dies it is started again, whether or not anybody asks something of it.
 *
 * prepare   what is to be done on the server before it is used
 * throws    StorageProblem
 */
export async function bePresent(folder: string, prepare: (guard: Client) => Promise<void>): Promise<Presence> {
  let guard: Guard | undefined
  let starting: Promise<ServerAddress> | undefined
  let entering: Promise<ServerAddress> | undefined
  let isLeaving = false
  const start = () =>
    (starting ??= startServer(folder).finally(() => {
      starting = undefined
    }))
  const enter = async () => {
    const { address, client } = await entered(start, prepare, () => isLeaving)
    guard = client
    client.unref()
    client.once('end', () => {
      guard = undefined
      // Nobody waits for this: who asks something of the server hears himself why it does not start.
      if (!isLeaving) enterOnce().catch(() => {})
    })
    return address
  }
  const enterOnce = () =>
    (entering ??= enter().finally(() => {
      entering = undefined
    }))
  return {
    address: await enterOnce(),
    async revive() {
      // That the server died may be known to whoever asks before the guard hears of it.
      await start()
      if (!guard) await enterOnce()
    },
    async leave() {
      isLeaving = true
      await entering?.catch(() => {})
      if (guard) await left(folder, guard)
    },
  }
}

/** The server may just be stopping as the last other program leaves, or be killed again: then the next round starts it. */
async function entered(
  start: () => Promise<ServerAddress>,
  prepare: (guard: Client) => Promise<void>,
  isLeaving: () => boolean,
): Promise<{ readonly address: ServerAddress; readonly client: Guard }> {
  let reason: unknown
  for (let attempt = 0; attempt < attempts && !isLeaving(); attempt++) {
    const address = await start()
    const client = new Client({ ...address, database: 'postgres' }) as Guard
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('select pg_advisory_lock_shared($1)', [lock])
      await prepare(client)
      return { address, client }
    } catch (error) {
      reason = error
      await client.end().catch(() => {})
      await sleep(100)
    }
  }
  const said = reason instanceof Error ? reason.message || reason.name : String(reason)
  throw new StorageProblem('server-not-starting', said, reason)
}

/**
 * Everyone who uses a server holds a shared lock; who can take it whole is alone and stops the server while holding it,
 * so that a newcomer waits for the lock, loses its connection and starts the server anew.
 */
async function left(folder: string, guard: Guard): Promise<void> {
  guard.ref()
  try {
    await guard.query('select pg_advisory_unlock_shared($1)', [lock])
    const { rows } = await guard.query('select pg_try_advisory_lock($1) as alone', [lock])
    if (rows[0].alone) await stopServer(folder)
  } catch {
    // The server is gone already: there is nothing to stop.
  }
  await guard.end().catch(() => {})
}
