import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { listAccounts } from '#storage/accounts/accounts.ts'
import { openSessions } from '#storage/accounts/sessions.ts'
import { deadlinesOf } from '#storage/deadlines/deadlines.ts'
import { assignmentsOf } from '#storage/evaluators/assignments.ts'
import { jobsOf } from '#storage/jobs/jobs-table.ts'
import { lookInDivision } from '#storage/look-in-division.ts'
import { saveLedger } from '#storage/ledgers/save-ledger.ts'
import { confined } from '#storage/open-database.ts'
import { departmentLike } from '../department-like.ts'
import { temporaryDatabase } from './temporary-database.ts'

const example = fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url))
const { ledger } = await openLedger(example)
assert.ok(ledger)
const { database } = await temporaryDatabase()
await saveLedger(database, ledger, { who: '示例' })
await saveLedger(database, departmentLike(ledger, '002', '另一个部门'), { who: '示例' })

const division = '430922'
const own = confined(database, { division, department: '001' })
const departments = () => lookInDivision<{ department: string }>(own, division, 'select department from ledgers')

test('看一眼，和别的问法一样只看得到自己的部门', async () => {
  assert.deepEqual(await departments(), [{ department: '001' }])
  const all = await lookInDivision(database, division, 'select department from ledgers')
  assert.equal(all.length, 2)
  await assert.rejects(lookInDivision(own, '430923', 'select 1'), { code: 'ledger-missing' })
})

test('话里有引号、反斜线、分号，照原样问，不当命令', async () => {
  for (const said of ["'; drop table ledgers; --", '\\', "\\'", '"', '$1', '一句；话']) {
    const [row] = await lookInDivision<{ said: string }>(own, division, 'select $1::text as said', (literal) => [
      literal(said),
    ])
    assert.equal(row?.said, said)
  }
})

test('看一眼不能改什么；问错了，这个连接还能接着问，角色和范围不留给后来的人', async () => {
  for (const wrong of ['delete from ledgers', 'select nothing from nowhere', 'select 1/0']) {
    await assert.rejects(lookInDivision(own, division, wrong))
    assert.equal((await departments()).length, 1)
  }
  const { rows } = await database.pool.query<{ role: string; within: string }>(
    `select current_user as role, current_setting('jiheng.division', true) as within`,
  )
  assert.notEqual(rows[0]?.role, 'jiheng_application')
  assert.equal(rows[0]?.within || '', '')
})

const reads: Readonly<Record<string, () => Promise<unknown>>> = {
  看一眼: departments,
  账户: () => listAccounts(own, division),
  登录着的地方: () => openSessions(own, division, 30),
  分派: () => assignmentsOf(own, division),
  期限: () => deadlinesOf(own, division),
  任务: () => jobsOf(own, division, 'nobody'),
}
for (const [name, read] of Object.entries(reads))
  test(`${name}是一个来回`, async () => {
    const client = await database.pool.connect()
    client.release()
    const sent: unknown[] = []
    const { query } = client
    client.query = ((...asked: unknown[]) => {
      sent.push(asked[0])
      return (query as (...asked: unknown[]) => unknown).apply(client, asked)
    }) as typeof query
    try {
      await read()
    } finally {
      client.query = query
    }
    assert.equal(sent.length, 1)
  })

test('同一句话，一个连接上只准备一次；换了部门，还是只看得到问的人自己的', async () => {
  const other = confined(database, { division, department: '002' })
  const statement = 'select department, current_setting($1::text) as within from ledgers'
  const look = (seen: typeof own) =>
    lookInDivision(seen, division, statement, (literal) => [literal('jiheng.department')])
  for (const seen of [own, other, own])
    assert.deepEqual(await look(seen), [{ department: seen.within?.department, within: seen.within?.department }])
  const { rows } = await database.pool.query(
    'select generic_plans + custom_plans as plans from pg_prepared_statements where statement like $1',
    ['%current_setting($1::text) as within%'],
  )
  assert.deepEqual(rows, [{ plans: 3 }])
})

test('连接中间换了服务器、准备好的话不在了，照样答，也照样只看得到自己的部门', async () => {
  await departments()
  await database.pool.query('deallocate all')
  for (const _ of [1, 2]) assert.deepEqual(await departments(), [{ department: '001' }])
  const { rows } = await database.pool.query('select current_user as role')
  assert.notEqual(rows[0]?.role, 'jiheng_application')
})
