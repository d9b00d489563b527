import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { migrations } from '../migrations/migrate.ts'
import type { Database } from '../open-database.ts'
import { allTables } from '../tables/all-tables.ts'
import { type End, type Head, type TableMark, endMark, rowsEnd, tableMark } from './backup-lines.ts'

/** Rows of each table a backup holds. */
export type BackupCounts = Readonly<Record<string, number>>

/**
 * Writes everything the database holds, as of one moment, into one file; others may go on working. The file appears
 * when it is whole. `onTable` hears each table's name as its turn comes.
 */
export async function writeBackup(
  { pool }: Pick<Database, 'pool'>,
  path: string,
  onTable: (name: string) => void = () => {},
): Promise<BackupCounts> {
  const part = `${path}.${process.pid}.part`
  const client = await pool.connect()
  const rows: Record<string, number> = {}
  try {
    await client.query('begin isolation level repeatable read read only')
    await pipeline(
      Readable.from(content(client, rows, onTable), { objectMode: true, highWaterMark: 1 }),
      createGzip({ level: 6 }),
      createWriteStream(part, { mode: 0o600 }),
    )
    await client.query('commit')
    await rename(part, path)
    return rows
  } catch (error) {
    await client.query('rollback').catch(() => {})
    await rm(part, { force: true })
    throw error
  } finally {
    client.release()
  }
}

async function* content(
  client: PoolClient,
  rows: Record<string, number>,
  onTable: (name: string) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const hashed = (chunk: Buffer) => {
    hash.update(chunk)
    return chunk
  }
  const line = (text: string) => hashed(Buffer.from(`${text}\n`))
  const head: Head = { format: 'jiheng-backup', version: 1, migrations: Object.keys(migrations) }
  yield line(JSON.stringify(head))
  for (const name of allTables) {
    onTable(name)
    const mark: TableMark = { name, columns: await columnsOf(client, name) }
    yield line(`${tableMark}${JSON.stringify(mark)}`)
    const copy = client.query(copyTo(`copy ${name} (${quoted(mark.columns)}) to stdout`))
    for await (const chunk of copy) yield hashed(chunk as Buffer)
    rows[name] = copy.rowCount
    yield line(rowsEnd)
  }
  const end: End = { sha256: hash.digest('hex'), rows }
  yield Buffer.from(`${endMark}${JSON.stringify(end)}\n`)
}

/** Columns of a table that are stored as given: not those the database works out. */
export async function columnsOf(client: PoolClient, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => name)
}

export function quoted(columns: readonly string[]): string {
  return columns.map((name) => `"${name}"`).join(', ')
}
