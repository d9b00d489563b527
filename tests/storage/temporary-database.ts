import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { type Database, openDatabase } from '#storage/open-database.ts'
import { preparedFolder } from '../work/prepared-folder.ts'

/** A folder that is gone when the test file ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jiheng-test-'))
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** A database of its own on a real server, stopped and gone when the test file ends. */
export async function temporaryDatabase(): Promise<{ readonly database: Database; readonly folder: string }> {
  const folder = preparedFolder('database')
  const database = await openDatabase({ folder })
  after(async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return { database, folder }
}
