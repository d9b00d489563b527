import { openOwnDatabase } from '#operations/database/database-place.ts'
import { fillCounty } from './county-database.ts'

/** Builds the database of a county under JIHENG_DATA, and leaves it at rest: `build-county.ts DEPARTMENTS PAYMENTS`. */
const database = await openOwnDatabase()
await fillCounty(database, { departments: Number(process.argv[2]), payments: Number(process.argv[3]) })
await database.close()
