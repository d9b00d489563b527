import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { addAccount } from '#storage/accounts/accounts.ts'
import { openSession } from '#storage/accounts/sessions.ts'
import { inDivision } from '#storage/in-division.ts'
import { saveLedger } from '#storage/ledgers/save-ledger.ts'
import { type Within, confined } from '#storage/open-database.ts'
import { allTables } from '#storage/tables/all-tables.ts'
import { addStep } from '#storage/workflow/submissions.ts'
import { departmentLike } from '../department-like.ts'
import { temporaryDatabase } from './temporary-database.ts'

const example = fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url))
const { ledger } = await openLedger(example)
assert.ok(ledger)
const { database } = await temporaryDatabase()
const who = '示例'
const division = '430922'
const other = departmentLike(ledger, '002', '另一个部门')
await saveLedger(database, ledger, { who })
await saveLedger(database, other, { who })

/** Tables whose rows belong to a department; the others belong to a division or to nobody. */
const ofNobody = ['divisions', 'accounts', 'deadlines', 'change_log']
const tables = allTables.filter((table) => !ofNobody.includes(table))
const own = confined(database, { division, department: '001' })
for (const department of ['001', '002'])
  await inDivision(database, division, (client) =>
    addStep(
      client,
      { division, department, year: 2023 },
      { who, role: 'clerk', action: 'submit', state: 'submitted', points: ['一'], content: '账本' },
    ),
  )

/** Columns that are written, not worked out. */
async function ownColumns(table: string): Promise<string> {
  const { rows } = await database.pool.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'",
    [table],
  )
  return rows.map(({ name }) => `"${name}"`).join(', ')
}

for (const table of tables) {
  test(`忘了写条件的查询也只看得到自己部门：${table}`, async () => {
    const { rows } = await inDivision(own, division, (client) =>
      client.query<{ department: string }>(`select distinct department from ${table}`),
    )
    assert.deepEqual(
      rows.filter(({ department }) => department !== '001'),
      [],
    )
  })

  test(`改不了、删不了、写不进别的部门：${table}`, async () => {
    const columns = await ownColumns(table)
    await assert.rejects(
      inDivision(own, division, async (client) => {
        const { rowCount } = await client.query(
          `insert into ${table} (${columns}) select ${columns.replace('"department"', "'002'")} from ${table} t limit 1`,
        )
        // A table of which the example has no row says nothing here; the walk over the others stands for it.
        if (rowCount === 0) throw new Error('row-level security: nothing to copy')
      }),
      /row-level security|permission denied/,
    )
    for (const change of [
      `update ${table} set division = division where department = '002'`,
      `delete from ${table} where department = '002'`,
    ])
      await inDivision(own, division, (client) => client.query(change)).then(
        ({ rowCount }) => assert.equal(rowCount, 0),
        (error: Error) => assert.match(error.message, /permission denied/),
      )
  })
}

test('别的部门的变更记录看不到，自己的看得到', async () => {
  const { rows } = await inDivision(own, division, (client) =>
    client.query<{ target: string }>('select target from change_log'),
  )
  assert.ok(rows.length > 0)
  assert.deepEqual(
    rows.filter(({ target }) => target.includes(':002/')),
    [],
  )
})

test('限定在一个部门的连接只看得到本部门的账户，会话一个也看不到；只看几套材料的连接两样都看不到', async () => {
  const login = (role: 'clerk' | 'evaluator', department?: string) => ({
    division,
    login: `${role}-${department ?? 'all'}`,
    name: '示例',
    role,
    ...(department === undefined ? {} : { department }),
  })
  await inDivision(database, division, async (client) => {
    const added = [login('clerk', '001'), login('clerk', '002'), login('evaluator')]
    for (const entry of added) {
      const account = await addAccount(client, entry, who)
      await openSession(client, account, Buffer.from(entry.login), { agent: '', address: '' })
    }
  })
  const seen = (within: Within) =>
    inDivision(confined(database, within), division, async (client) => {
      const accounts = await client.query<{ login: string }>('select login from accounts order by login')
      const sessions = await client.query('select from sessions')
      const changed = await client.query('update accounts set password = password')
      return [accounts.rows.map((row) => row.login), sessions.rowCount, changed.rowCount]
    })
  assert.deepEqual(await seen({ division }), [['clerk-001', 'clerk-002', 'evaluator-all'], 3, 3])
  assert.deepEqual(await seen({ division, department: '001' }), [['clerk-001'], 0, 1])
  assert.deepEqual(await seen({ division, stages: ['accepted'] }), [[], 0, 0])
  assert.deepEqual(await seen({ division, assignee: '00000000-0000-4000-8000-000000000000' }), [[], 0, 0])
})

test('限定在一个地区的连接，别的地区像没有一样', async () => {
  await assert.rejects(
    inDivision(own, '430923', (client) => client.query('select 1')),
    { code: 'ledger-missing' },
  )
})
