import { type IndicatorUsage, indicatorUsage } from '#storage/ledgers/indicator-usage.ts'
import type { Database } from '#storage/open-database.ts'
import { revisionOfDivision } from '../ledgers/revision-of.ts'
import { indicatorLibraries } from './load-library.ts'

type Usage = ReadonlyMap<string, Omit<IndicatorUsage, 'name'>>
type Counted = { readonly revision: string; readonly usage: Promise<Usage> }

const counted = new WeakMap<Database['pool'], Map<string, Counted>>()

/** How many indicators of each library name stand in how many ledgers of a division: counted once for each edit there. */
export async function usageIn(database: Database, division: string): Promise<Usage> {
  const now = await revisionOfDivision(database, division)
  const shelf = counted.get(database.pool) ?? new Map<string, Counted>()
  counted.set(database.pool, shelf)
  const found = shelf.get(division)
  if (found?.revision === now) return found.usage
  const usage = count(database, division)
  shelf.set(division, { revision: now, usage })
  usage.catch(() => shelf.delete(division))
  return usage
}

async function count(database: Database, division: string): Promise<Usage> {
  const names = indicatorLibraries().flatMap(({ indicators }) => indicators.map(({ name }) => name))
  const usage = await indicatorUsage(database, division, [...new Set(names)])
  return new Map(usage.map(({ name, ...counts }) => [name, counts]))
}
