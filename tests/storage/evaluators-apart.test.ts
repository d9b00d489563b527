import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { withinOf } from '#operations/accounts/within-of.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { type Account, addAccount } from '#storage/accounts/accounts.ts'
import { assign, withdraw } from '#storage/evaluators/assignments.ts'
import { inDivision } from '#storage/in-division.ts'
import { saveLedger } from '#storage/ledgers/save-ledger.ts'
import { type Database, confined } from '#storage/open-database.ts'
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
await saveLedger(database, ledger, { who })
await saveLedger(database, departmentLike(ledger, '002', '另一个部门'), { who })
const scopeOf = (department: string) => ({ division, department, year: 2023 })
const as = <T>(seen: Database, work: Parameters<typeof inDivision<T>>[2]) => inDivision(seen, division, work)
const newEvaluator = (login: string): Promise<Account> =>
  as(database, (client) => addAccount(client, { division, login, name: login, role: 'evaluator' }, who))
const [first, second] = [await newEvaluator('evaluator-1'), await newEvaluator('evaluator-2')]
await as(database, async (client) => {
  for (const department of ['001', '002'])
    for (const [role, action, state] of [
      ['clerk', 'submit', 'submitted'],
      ['leader', 'approve', 'approved'],
    ] as const)
      await addStep(client, scopeOf(department), { who, role, action, state, points: ['一'], content: '账本' })
  await assign(client, scopeOf('001'), first, who)
  await assign(client, scopeOf('002'), second, who)
})
const own = confined(database, withinOf(first))

/** Tables whose rows belong to a set. */
const ofNobody = ['divisions', 'accounts', 'deadlines', 'change_log']
const tables = allTables.filter((table) => !ofNobody.includes(table))

for (const table of tables)
  test(`忘了写条件的查询，评价人也只看得到分派给自己的材料，一条也删不了：${table}`, async () => {
    const { rows } = await as(own, (client) =>
      client.query<{ department: string }>(`select distinct department from ${table}`),
    )
    assert.deepEqual(
      rows.filter(({ department }) => department !== '001'),
      [],
    )
    await as(own, (client) => client.query(`delete from ${table}`)).then(
      ({ rowCount }) => assert.equal(rowCount, 0),
      (error: Error) => assert.match(error.message, /permission denied/),
    )
  })

test('分派给自己的看得到，连同它的变更记录；别人的变更记录看不到', async () => {
  const { rows } = await as(own, (client) => client.query<{ target: string }>('select target from change_log'))
  assert.ok(rows.some(({ target }) => target === 'submissions:001/2023'))
  assert.deepEqual(
    rows.filter(({ target }) => !/^[a-z_]+:001\/2023/.test(target)),
    [],
  )
  const payments = await as(own, (client) => client.query('select from payments'))
  assert.ok((payments.rowCount ?? 0) > 0)
})

test('评价人改不了材料，也不能分派给自己', async () => {
  await assert.rejects(
    as(own, (client) => client.query(`update projects set name = name`)),
    /row-level security/,
  )
  await assert.rejects(
    as(own, (client) => assign(client, scopeOf('001'), second, first.login)),
    /row-level security/,
  )
  await assert.rejects(
    as(own, (client) => assign(client, scopeOf('002'), first, first.login)),
    { code: 'ledger-missing' },
  )
})

test('只看某些阶段的人，材料走到那一步也一条都删不了', async () => {
  const reader = confined(database, { division, stages: ['approved'] })
  for (const table of ['payments', 'projects', 'evidence'])
    assert.equal((await as(reader, (client) => client.query(`delete from ${table}`))).rowCount, 0, table)
})

test('收回以后一条也看不到；重复分派、重复收回都不再记一笔', async () => {
  const lines = () =>
    as(database, async (client) => {
      const { rows } = await client.query<{ action: string }>(
        "select action from change_log where target = 'evaluators:001/2023' order by seq",
      )
      return rows.map(({ action }) => action)
    })
  await as(database, (client) => assign(client, scopeOf('001'), first, who))
  assert.deepEqual(await lines(), ['assign'])
  await as(database, (client) => withdraw(client, scopeOf('001'), first, who))
  await as(database, (client) => withdraw(client, scopeOf('001'), first, who))
  assert.deepEqual(await lines(), ['assign', 'take-back'])
  for (const table of ['ledgers', 'payments', 'indicators', 'evidence', 'submission_steps'])
    assert.equal((await as(own, (client) => client.query(`select from ${table}`))).rowCount, 0, table)
})
