import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'

/** What a division is called, as its first ledger said; its code where the database knows it not. */
export function divisionName(database: Database, division: string): Promise<string> {
  return inDivision(database, division, async (client) => {
    const { rows } = await client.query<{ name: string }>('select name from divisions where division = $1', [division])
    return rows[0]?.name ?? division
  })
}
