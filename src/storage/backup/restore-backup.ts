import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { countAnew } from '../counts/counted-by.ts'
import { migrations } from '../migrations/migrate.ts'
import type { Database } from '../open-database.ts'
import { StorageProblem } from '../storage-problem.ts'
import { allTables } from '../tables/all-tables.ts'
import {
  type End,
  type Head,
  type TableMark,
  backupLines,
  endMark,
  parsedMark,
  rowsEnd,
  tableMark,
} from './backup-lines.ts'
import { type BackupCounts, columnsOf, quoted } from './write-backup.ts'

type Source = { next(): Promise<string | undefined>; digest(): string }

/**
 * Puts a backup into an empty database, in one transaction: a damaged file, or a kill, leaves it empty. The log keeps
 * its lines, times and hashes.
 * throws   StorageProblem backup-broken, database-not-empty, schema-newer
 */
export async function restoreBackup(
  { pool }: Pick<Database, 'pool'>,
  path: string,
  onTable: (name: string) => void = () => {},
): Promise<BackupCounts> {
  const client = await pool.connect()
  const source = hashedLines(path)
  try {
    await client.query('begin')
    await refuseFilled(client)
    refuseNewer(parsedMark<Head>(await source.next(), ''))
    await client.query('alter table change_log disable trigger change_log_append')
    const rows: Record<string, number> = {}
    for (;;) {
      const before = source.digest()
      const line = await source.next()
      if (line?.startsWith(endMark)) {
        const end = parsedMark<End>(line, endMark)
        if (end.sha256 !== before) throw new StorageProblem('backup-broken', path)
        break
      }
      const mark = parsedMark<TableMark>(line, tableMark)
      onTable(mark.name)
      rows[mark.name] = await fill(client, mark, source)
    }
    await client.query('set constraints all immediate')
    // The backup may hold counts drawn by the rules of another program.
    await countAnew(client)
    // What servers keep of the state before holds no more.
    await client.query('update database_epoch set id = gen_random_uuid()')
    await client.query('alter table change_log enable trigger change_log_append')
    await client.query('commit')
    return rows
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw asBroken(error)
  } finally {
    client.release()
  }
}

function hashedLines(path: string): Source {
  const lines = backupLines(path)
  const hash = createHash('sha256')
  return {
    async next() {
      const { value, done } = await lines.next()
      if (done) return undefined
      hash.update(`${value}\n`)
      return value
    },
    digest: () => hash.copy().digest('hex'),
  }
}

async function fill(client: PoolClient, { name, columns }: TableMark, source: Source): Promise<number> {
  const known = allTables.includes(name) ? await columnsOf(client, name) : []
  if (columns.length === 0 || columns.some((column) => !known.includes(column)))
    throw new StorageProblem('backup-broken', name)
  const rows = async function* () {
    for (;;) {
      const line = await source.next()
      if (line === undefined) throw new StorageProblem('backup-broken', name)
      if (line === rowsEnd) return
      yield `${line}\n`
    }
  }
  const copy = client.query(copyFrom(`copy ${name} (${quoted(columns)}) from stdin`))
  await pipeline(Readable.from(rows()), copy)
  return copy.rowCount
}

async function refuseFilled(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ filled: boolean }>('select exists (select from divisions) as filled')
  if (rows[0]?.filled) throw new StorageProblem('database-not-empty')
}

function refuseNewer(head: Head): void {
  if (head.format !== 'jiheng-backup' || head.version !== 1) throw new StorageProblem('backup-broken')
  const unknown = head.migrations.filter((name) => !(name in migrations))
  if (unknown.length > 0) throw new StorageProblem('schema-newer', unknown.join('、'))
}

/** What the database refuses of a backup's rows means that the rows were altered. */
function asBroken(error: unknown): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return error instanceof StorageProblem || !/^(?:22|23|42)/.test(code)
    ? error
    : new StorageProblem('backup-broken', message, error)
}
