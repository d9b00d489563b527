import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import { Client, type ClientConfig, Pool, types } from 'pg'
import Cursor from 'pg-cursor'
import type { SubmissionState } from '#domain/workflow.ts'
import { exists } from './file-exists.ts'
import { migrate } from './migrations/migrate.ts'
import type { Schema } from './schema.ts'
import { clusterIn } from './server/initialise-cluster.ts'
import { startServer, stopServer } from './server/start-server.ts'
import { StorageProblem } from './storage-problem.ts'

/**
 * Where the database is: `url` of a PostgreSQL 15 or later somebody runs, or a `folder` in which one of our own is kept;
 * `name` of the database on our own server, 'jiheng' unless told.
 */
export type DatabasePlace = { readonly url: string } | { readonly folder: string; readonly name?: string }

/**
 * An open database. `kysely` and `pool` work as the owner of the tables and see every division: what is done for a
 * division goes through `inDivision`.
 *
 * close   gives the connections back; the last program to leave stops a server of our own
 */
export type Database = {
  readonly kysely: Kysely<Schema>
  readonly pool: Pool
  /** Whose rows `inDivision` may touch at most; absent: every division's. */
  readonly within?: Within
  /** Starts a server of our own again when it died; absent for a server somebody else runs. */
  readonly revive?: () => Promise<void>
  close(): Promise<void>
}

/**
 * A division, or one department of it: what a signed-in person may see; `account`: whose jobs; `stages`: only sets that
 * stand in one of these states; `assignee`: only sets given to this account to evaluate.
 */
export type Within = {
  readonly division: string
  readonly department?: string
  readonly account?: string
  readonly stages?: readonly SubmissionState[]
  readonly assignee?: string
}

/** The same database for one person: whatever is asked through it stays inside their division or department. */
export function confined(database: Database, within: Within): Database {
  return { ...database, within }
}

/**
 * Opens the database and brings its tables up to date. Several processes may open the same one.
 * A server of our own is started unless it runs; it outlives a process that is killed and serves the next one.
 * throws   StorageProblem
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const opened = 'url' in place ? await openUrl(place.url) : await openFolderDatabase(place.folder, place.name)
  try {
    await migrate(opened.kysely)
    return opened
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** Whether a folder holds a database of our own, running or not. */
export function isDatabase({ folder }: { readonly folder: string }): Promise<boolean> {
  return exists(clusterIn(folder).home)
}

async function openUrl(url: string): Promise<Database> {
  const { pool, kysely } = connect({ connectionString: url })
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw new StorageProblem('database-unreachable', reasonOf(error), error)
  }
  return { pool, kysely, close: () => pool.end() }
}

/** Told apart from every other lock of the server: presence of a program that uses it. */
const presence = 20_231_118
const attempts = 40
/** A connection that does not keep the process alive while it is not referenced. */
type Guard = Client & { ref(): void; unref(): void }

async function openFolderDatabase(folder: string, name = 'jiheng'): Promise<Database> {
  let reason: unknown
  for (let attempt = 0; attempt < attempts; attempt++) {
    const address = await startServer(folder)
    const guard: Guard = new Client({ ...address, database: 'postgres' }) as Guard
    guard.on('error', () => {})
    try {
      await guard.connect()
      await guard.query('select pg_advisory_lock_shared($1)', [presence])
      await createDatabase(guard, name)
      guard.unref()
      const { pool, kysely } = connect({ ...address, database: name })
      return { pool, kysely, revive: reviver(folder), close: () => leave(folder, pool, guard) }
    } catch (error) {
      // The server may just be stopping as the last other program leaves: then the next round starts it again.
      reason = error
      await guard.end().catch(() => {})
      await sleep(100)
    }
  }
  throw new StorageProblem('server-not-starting', reasonOf(reason), reason)
}

async function createDatabase(guard: Client, name: string): Promise<void> {
  const { rowCount } = await guard.query('select from pg_database where datname = $1', [name])
  if (rowCount) return
  try {
    await guard.query(`create database ${guard.escapeIdentifier(name)} template template0`)
  } catch (error) {
    // Two programs that open a new folder at once both try; one of them made it.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  }
}

/** Starts the server of a folder again, once for all who ask meanwhile. Its socket stays where it was. */
function reviver(folder: string): () => Promise<void> {
  let starting: Promise<unknown> | undefined
  return async () => {
    starting ??= startServer(folder).finally(() => {
      starting = undefined
    })
    await starting
  }
}

/**
 * Leaves a server of our own. Everyone who uses it holds a shared lock; who can take it whole is alone and stops the
 * server while holding it, so that a newcomer waits for the lock, loses its connection and starts the server anew.
 */
async function leave(folder: string, pool: Pool, guard: Guard): Promise<void> {
  guard.ref()
  await pool.end()
  try {
    await guard.query('select pg_advisory_unlock_shared($1)', [presence])
    const { rows } = await guard.query('select pg_try_advisory_lock($1) as alone', [presence])
    if (rows[0].alone) await stopServer(folder)
  } catch {
    // The server is gone already: there is nothing to stop.
  }
  await guard.end().catch(() => {})
}

function connect(config: ClientConfig): { pool: Pool; kysely: Kysely<Schema> } {
  const pool = new Pool({ ...config, max: 10, allowExitOnIdle: true, connectionTimeoutMillis: 15_000, types: parsers })
  // A connection that breaks while idle is replaced by the pool.
  pool.on('error', () => {})
  return { pool, kysely: new Kysely<Schema>({ dialect: new PostgresDialect({ pool, cursor: Cursor }) }) }
}

const int8 = 20
const asText = new Set([1082, 1114, 1184, 1700])
/** Days, times and exact decimals come as PostgreSQL prints them; counts as numbers. */
const parsers: NonNullable<ClientConfig['types']> = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return Number
    if (asText.has(oid)) return String
    return types.getTypeParser(oid, format as 'text')
  }) as typeof types.getTypeParser,
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error)
}
