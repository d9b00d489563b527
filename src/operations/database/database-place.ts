import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Database, type DatabasePlace, isDatabase, openDatabase } from '#storage/open-database.ts'
import { StorageProblem } from '#storage/storage-problem.ts'

const project = fileURLToPath(new URL('../../../', import.meta.url))

/** Where this installation keeps its files: JIHENG_DATA, else the project's .cache. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['JIHENG_DATA'] ?? join(project, '.cache/jiheng')
}

/** Where the database is: DATABASE_URL, else a folder under JIHENG_DATA, else under the project's .cache. */
export function databasePlace(environment: NodeJS.ProcessEnv = process.env): DatabasePlace {
  const url = environment['DATABASE_URL']
  if (url) return { url }
  return { folder: join(dataFolder(environment), 'database') }
}

/** Whether this installation has a database yet: one somebody runs, or a folder of our own that was begun. */
export async function hasOwnDatabase(environment: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const place = databasePlace(environment)
  if ('url' in place) return true
  const folders = environment['JIHENG_DATA'] === undefined ? [place.folder, folderBeside()] : [place.folder]
  return (await Promise.all(folders.map((folder) => isDatabase({ folder })))).includes(true)
}

/**
 * Opens the database of this installation.
 * A checkout in a folder that only root may enter (/root) can't hold a server that must not run as root: unless a place
 * was named, such an installation keeps its database under /var/lib/jiheng.
 * throws   StorageProblem
 */
export async function openOwnDatabase(environment: NodeJS.ProcessEnv = process.env): Promise<Database> {
  const place = databasePlace(environment)
  try {
    return await openDatabase(place)
  } catch (error) {
    const isClosed = error instanceof StorageProblem && error.code === 'folder-unreachable'
    if (!isClosed || environment['JIHENG_DATA'] !== undefined) throw error
    return openDatabase({ folder: folderBeside() })
  }
}

function folderBeside(): string {
  return join('/var/lib/jiheng', createHash('sha256').update(project).digest('hex').slice(0, 12))
}
