import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { StorageProblem } from '../storage-problem.ts'

/**
 * A backup is a gzip of text lines:
 *
 *   {"format":"jiheng-backup","version":1,"migrations":[…]}
 *   \table {"name":"payments","columns":[…]}      then its rows as PostgreSQL's COPY prints them, then \.
 *   \end {"sha256":"…","rows":{"payments":16}}    of every line before it
 *
 * No row can look like one of these marks: COPY doubles every backslash that stands in data.
 */
export type Head = { readonly format: 'jiheng-backup'; readonly version: 1; readonly migrations: readonly string[] }
export type TableMark = { readonly name: string; readonly columns: readonly string[] }
export type End = { readonly sha256: string; readonly rows: Readonly<Record<string, number>> }

export const tableMark = '\\table '
export const rowsEnd = '\\.'
export const endMark = '\\end '

/** The lines of a backup as they are inflated. throws StorageProblem backup-broken */
export async function* backupLines(path: string): AsyncGenerator<string> {
  const source = createReadStream(path)
  const inflated = source.pipe(createGunzip())
  source.once('error', (error) => inflated.destroy(error))
  inflated.setEncoding('utf8')
  let rest = ''
  try {
    for await (const chunk of inflated) {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    // A file that is not there, or may not be read, is no broken backup.
    if (/^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error
    throw new StorageProblem('backup-broken', error instanceof Error ? error.message : path, error)
  } finally {
    source.destroy()
  }
  if (rest !== '') throw new StorageProblem('backup-broken', path)
}

/** What a mark says. throws StorageProblem backup-broken */
export function parsedMark<T>(line: string | undefined, mark: string): T {
  if (!line?.startsWith(mark)) throw new StorageProblem('backup-broken', (line ?? '').slice(0, 80))
  try {
    return JSON.parse(line.slice(mark.length)) as T
  } catch (error) {
    throw new StorageProblem('backup-broken', line.slice(0, 80), error)
  }
}
