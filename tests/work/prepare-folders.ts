import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#storage/open-database.ts'
import { preparedFolder } from './prepared-folder.ts'
import { workServer } from './work-server.ts'

/** Makes what `preparedFolder` copies, in the folder named: each is closed as it would be by whoever works in it. */
const [target = ''] = process.argv.slice(2)
const work = await workServer()
await work.server.close()
renameSync(work.folder, join(target, 'work'))
const folder = preparedFolder('database')
await (await openDatabase({ folder })).close()
renameSync(folder, join(target, 'database'))
