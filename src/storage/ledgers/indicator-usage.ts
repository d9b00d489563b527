import { inDivision } from '../in-division.ts'
import type { Database } from '../open-database.ts'

/** How many indicators of a name stand in how many ledgers of a division, those of other departments included. */
export type IndicatorUsage = { readonly name: string; readonly indicators: number; readonly ledgers: number }

export function indicatorUsage(
  database: Database,
  division: string,
  names: readonly string[],
): Promise<IndicatorUsage[]> {
  return inDivision(
    database,
    division,
    async (client) => {
      const { rows } = await client.query<IndicatorUsage>(
        'select name, indicators::int, ledgers::int from indicator_usage($1)',
        [names],
      )
      return rows
    },
    { snapshot: true },
  )
}
