import { Kysely, PostgresDialect } from 'kysely'
import { type Client, type ClientConfig, Pool, type PoolConfig, types } from 'pg'
import Cursor from 'pg-cursor'
import type { SubmissionState } from '#domain/workflow.ts'
import { countByTheseRules } from './counts/counted-by.ts'
import { exists } from './file-exists.ts'
import { migrate } from './migrations/migrate.ts'
import type { Schema } from './schema.ts'
import { clusterIn } from './server/initialise-cluster.ts'
import { bePresent } from './server/presence.ts'
import { RevivingPool } from './server/reviving-pool.ts'
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
 * Opens the database and brings its tables and the counts kept in it up to date. Several processes may open the same one.
 * A server of our own is started unless it runs; it outlives a process that is killed and serves the next one.
 * throws   StorageProblem
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const opened = 'url' in place ? await openUrl(place.url) : await openFolderDatabase(place.folder, place.name)
  try {
    await migrate(opened.kysely)
    await countByTheseRules(opened)
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
  const { pool, kysely } = connected(new Pool(poolOf({ connectionString: url })))
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw new StorageProblem('database-unreachable', reasonOf(error), error)
  }
  return { pool, kysely, close: () => pool.end() }
}

async function openFolderDatabase(folder: string, name = 'jiheng'): Promise<Database> {
  const { address, revive, leave } = await bePresent(folder, (guard) => createDatabase(guard, name))
  const { pool, kysely } = connected(new RevivingPool(poolOf({ ...address, database: name }), revive))
  const close = async () => {
    await pool.end()
    await leave()
  }
  return { pool, kysely, close }
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

function poolOf(config: ClientConfig): PoolConfig {
  return { ...config, max: 10, allowExitOnIdle: true, connectionTimeoutMillis: 15_000, types: parsers }
}

function connected(pool: Pool): { readonly pool: Pool; readonly kysely: Kysely<Schema> } {
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
