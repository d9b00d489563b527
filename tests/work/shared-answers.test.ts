import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inviteNew } from '#operations/accounts/invite.ts'
import { openOwnDatabase } from '#operations/database/database-place.ts'
import { openStoredLedger } from '#operations/ledgers/stored-ledger.ts'
import { saveLedger } from '#storage/ledgers/save-ledger.ts'
import { type Person, type WorkServer, ledgerPath, password, workServer } from './work-server.ts'

let work: WorkServer
before(async () => {
  work = await workServer()
})
after(() => work?.close())

const ledgersOf = async (person: Person) => (await person.get('api/ledgers')).body['ledgers'] as { division: string }[]

test('两个地区的人登录名、角色一样，账本改过的次数也一样：各看各的账本，谁先问都一样', async () => {
  const { ledger } = await openStoredLedger({ division: '430922', department: '001', year: 2023 })
  assert.ok(ledger)
  const database = await openOwnDatabase()
  await saveLedger(database, { ...ledger, division: { code: '430923', name: '另一个县' } }, { who: '导入' })
  await database.pool.query('update ledgers set revision = 7')
  const wish = { division: '430923', login: 'performance-office', name: '绩效股', role: 'performance-office' as const }
  const { invitation } = await inviteNew(database, wish, '管理员')
  await database.close()
  await work.ask('POST', 'api/invitations', { body: { invitation, password } })
  const { cookie } = await work.ask('POST', 'api/session', {
    body: { division: '430923', login: 'performance-office', password },
  })
  const own = await work.signIn('performance-office')
  const other: Person = { ...own, cookie, get: (path) => work.ask('GET', path, { cookie }) }
  assert.deepEqual(
    (await ledgersOf(own)).map(({ division }) => division),
    ['430922'],
  )
  assert.deepEqual(
    (await ledgersOf(other)).map(({ division }) => division),
    ['430923'],
  )
  assert.deepEqual(
    (await ledgersOf(own)).map(({ division }) => division),
    ['430922'],
  )
})

test('材料分派给评价人、收回，他下一次看到的账本就是分派以后的', async () => {
  const office = await work.signIn('performance-office')
  const evaluator = await work.signIn('evaluator')
  const state = async (person: Person, action: string) =>
    assert.equal((await person.send('POST', `${ledgerPath}/submission/steps`, { action })).status, 200)
  await state(await work.signIn('clerk'), 'submit')
  await state(await work.signIn('leader'), 'approve')
  const assign = (assigned: boolean) =>
    office.send('POST', 'api/assignments', { login: 'evaluator', assigned, sets: [{ department: '001', year: 2023 }] })
  assert.equal((await assign(false)).status, 200)
  assert.equal((await ledgersOf(evaluator)).length, 0)
  assert.equal((await assign(true)).status, 200)
  assert.equal((await ledgersOf(evaluator)).length, 1)
  assert.equal((await assign(false)).status, 200)
  assert.equal((await ledgersOf(evaluator)).length, 0)
})

test('变更记录、账户、登录着的人：改了以后马上问，就是改后的；一起问的人答得一样', async () => {
  const system = await work.signIn('system-administrator')
  const security = await work.signIn('security-administrator')
  const auditor = await work.signIn('audit-administrator')
  for (let round = 1; round <= 3; round += 1) {
    const login = `newcomer-${round}`
    const asked = Array.from({ length: 20 }, () => system.get('api/accounts'))
    const added = await system.send('POST', 'api/accounts', { login, name: '新来的', role: 'finance-reviewer' })
    assert.equal(added.status, 200)
    assert.match(JSON.stringify((await system.get('api/accounts')).body), new RegExp(login))
    assert.match(JSON.stringify((await security.get('api/accounts')).body), new RegExp(login))
    for (const { status } of await Promise.all(asked)) assert.equal(status, 200)
    const logs = await Promise.all(
      ['api/log', 'api/log?limit=5', `api/log?search=${login.toUpperCase()}`].map((path) => auditor.get(path)),
    )
    for (const { body } of logs) assert.match(JSON.stringify(body), new RegExp(`accounts:${login}`))
  }
  const { body } = await auditor.get('api/log?limit=200')
  const seqs = (body['changes'] as { seq: number }[]).map(({ seq }) => seq)
  assert.equal(body['total'], seqs[0])
  assert.deepEqual(
    (await auditor.get('api/log?limit=2&offset=3')).body['changes'],
    (body['changes'] as object[]).slice(3, 5),
  )
  const beyond = await auditor.get('api/log?offset=100000')
  assert.deepEqual([beyond.body['changes'], beyond.body['total']], [[], body['total']])
})

test('一起问的人各有各的权限：答过别人的，没有权限的照样拒绝', async () => {
  const system = await work.signIn('system-administrator')
  const clerk = await work.signIn('clerk')
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) => (index % 2 ? clerk : system).get('api/accounts')),
  )
  for (const [index, { status, body }] of answers.entries()) {
    assert.equal(status, index % 2 ? 403 : 200)
    assert.equal('accounts' in body, index % 2 === 0)
  }
})
