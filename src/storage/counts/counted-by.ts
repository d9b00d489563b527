import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { CountingRule } from '#domain/ledger/work-ledger.ts'
import type { Database } from '../open-database.ts'
import { countSql } from './count-sql.ts'
import { refreshWorkCounts } from './work-counts.ts'

/** Draws all stored counts anew where they were drawn by other rules than this program's; of several programs one does. */
export async function countByTheseRules({ pool }: Pick<Database, 'pool'>): Promise<void> {
  if ((await pool.query('select from counted_by where rules = $1', [theseRules])).rowCount) return
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ rules: string }>('select rules from counted_by for update')
    if (rows[0]?.rules !== theseRules) await countAnew(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** Draws the counts of every ledger anew, in a transaction of the tables' owner; what was worked out of a ledger before holds no more. */
export async function countAnew(client: PoolClient): Promise<void> {
  await client.query(`set local datestyle = 'ISO'`)
  const { rows } = await client.query<{ division: string; department: string; year: number }>(
    `update ledgers l set revision = revision + 1
     where exists (select from work_records t where (t.division, t.department, t.year) = (l.division, l.department, l.year))
     returning l.division, l.department, l.year`,
  )
  for (const scope of rows) await refreshWorkCounts(client, scope)
  await client.query('update counted_by set rules = $1', [theseRules])
}

const some = [{ field: 'a', in: ['b'] }]
const named = (how: CountingRule['how']): CountingRule => ({
  id: how,
  name: how,
  how,
  unit: '%',
  where: some,
  of: some,
})
const ways = [
  ...(['count', 'distinct', 'sum', 'latest', 'rate'] as const).map((how) => ({ ...named(how), field: 'c' })),
  named('rate'),
]

/** Every way of counting, written out: whoever changes one changes this, and need not remember anything. */
const theseRules = createHash('sha256')
  .update(countSql({ id: 'k', key: ['date', 'd'], counts: ways }))
  .update(countSql({ id: 'k', key: [], counts: [] }))
  .digest('hex')
