import { inDivision } from '../in-division.ts'
import { logAction } from '../log/log-action.ts'
import type { Database } from '../open-database.ts'
import { type LedgerList, ledgerTables } from '../tables/ledger-tables.ts'
import { type LedgerScope, ofLedger, scopeValues } from '../tables/scope-of-ledger.ts'
import { lockForEditing } from '../workflow/ledger-state.ts'

/**
 * Puts some entries of a list in another order among themselves: the first of `keys` takes the first of their places.
 * The others stay where they are; a key that is not stored is passed over. throws StorageProblem
 */
export async function orderEntries(
  database: Database,
  scope: LedgerScope,
  list: LedgerList,
  keys: readonly (readonly string[])[],
  who: string,
): Promise<void> {
  const { name, key } = ledgerTables[list]
  const once = [...new Map(keys.map((each) => [JSON.stringify(each), each])).values()]
  const columns = key.map((column) => `t."${column}"`).join(', ')
  const isWanted = key.map((column, index) => `t."${column}"::text = w.key->>${index}`).join(' and ')
  const isPlaced = key.map((column) => `t."${column}" = taken."${column}"`).join(' and ')
  await inDivision(database, scope.division, async (client) => {
    await lockForEditing(client, scope)
    const { rowCount } = await client.query(
      `with wanted as (
         select ${columns}, t.position, row_number() over (order by w.place) as turn,
           row_number() over (order by t.position) as seat
         from ${name} t join jsonb_array_elements($4::jsonb) with ordinality w(key, place) on ${isWanted}
         where ${ofLedger('t')})
       update ${name} t set position = seats.position from wanted taken join wanted seats on seats.seat = taken.turn
       where ${ofLedger('t')} and ${isPlaced} and t.position <> seats.position`,
      [...scopeValues(scope), JSON.stringify(once)],
    )
    const target = `${name}:${scope.department}/${scope.year}`
    if (rowCount) await logAction(client, scope.division, { who, action: 'order', target, after: { keys: once } })
  })
}
