import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openOwnDatabase } from '#operations/database/database-place.ts'
import { openStoredLedger } from '#operations/ledgers/stored-ledger.ts'
import type { Database } from '#operations/database/work-database.ts'
import { saveLedger } from '#storage/ledgers/save-ledger.ts'
import { departmentLike } from '../department-like.ts'
import { type WorkServer, ledgerPath, workServer } from './work-server.ts'

let work: WorkServer
let database: Database
before(async () => {
  work = await workServer()
  database = await openOwnDatabase()
  const { ledger } = await openStoredLedger({ division: '430922', department: '001', year: 2023 })
  assert.ok(ledger)
  await saveLedger(database, departmentLike(ledger, '002', '另一个部门'), { who: '示例' })
})
after(async () => {
  await database?.close()
  await work?.close()
})

const own = `${ledgerPath}/head`
const other = own.replace('/001/', '/002/')

/** What happens to somebody who has just been reading, and what they are told of their ledger and of another from then on. */
const happenings: readonly (readonly [name: string, sql: string, own: number, other: number])[] = [
  ['什么也没有发生', 'select 1', 200, 404],
  ['调到另一个部门', `update accounts set department = '002' where login = 'clerk'`, 404, 200],
  ['调回来', `update accounts set department = '001' where login = 'clerk'`, 200, 404],
  [
    '改做系统管理员',
    `update accounts set role = 'system-administrator', department = null where login = 'clerk'`,
    403,
    403,
  ],
  ['改做评价人，还没有分派', `update accounts set role = 'evaluator' where login = 'clerk'`, 404, 404],
  ['改做绩效股', `update accounts set role = 'performance-office' where login = 'clerk'`, 200, 200],
  ['改回填报人', `update accounts set role = 'clerk', department = '001' where login = 'clerk'`, 200, 404],
  ['停用', `update accounts set disabled = true where login = 'clerk'`, 401, 401],
  ['恢复', `update accounts set disabled = false where login = 'clerk'`, 200, 404],
  ['会话被收回', 'delete from sessions s using accounts a where a.id = s.account', 401, 401],
]

test('刚才还在读的人，权限变了、会话收回了，下一次问就按变了以后的答，问几次都一样', async () => {
  const clerk = await work.signIn('clerk')
  for (const path of [own, own, own]) assert.equal((await clerk.get(path)).status, 200)
  for (const [name, sql, ownStatus, otherStatus] of happenings) {
    await database.pool.query(sql)
    for (const again of [1, 2, 3])
      assert.deepEqual(
        [(await clerk.get(own)).status, (await clerk.get(other)).status],
        [ownStatus, otherStatus],
        `${name}，第${again}次`,
      )
  }
})

test('同时来问的，有的地址不成样子：各答各的，好的不受牵连', async () => {
  const clerk = await work.signIn('clerk')
  for (const path of [own, own]) await clerk.get(path)
  const odd = [
    '001/abc',
    '001/99999999999',
    '001/2023.5',
    '001/0000',
    '%00/2023',
    "'/2023",
    '%27%3B--/2023',
    '001%2F/2023',
    '\\/2023',
  ]
  const asked = odd.flatMap((each) => [own, `api/ledgers/430922/${each}/head`, own])
  const statuses = await Promise.all(asked.map(async (path) => [path, (await clerk.get(path)).status] as const))
  for (const [path, status] of statuses)
    if (path === own) assert.equal(status, 200)
    else assert.ok([400, 404].includes(status), `${path} ${status}`)
})
