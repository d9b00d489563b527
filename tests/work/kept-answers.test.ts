import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openOwnDatabase } from '#operations/database/database-place.ts'
import { restoreBackup } from '#storage/backup/restore-backup.ts'
import { writeBackup } from '#storage/backup/write-backup.ts'
import { allTables } from '#storage/tables/all-tables.ts'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

let work: WorkServer
let clerk: Person
let leader: Person
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
  leader = await work.signIn('leader')
})
after(() => work?.close())

const parts = [
  '',
  '/execution',
  '/evaluation',
  '/checks',
  '/reports',
  '/writing',
  '/base-data',
  '/counts',
  '/head',
  '/payment-plan',
  '/evidence',
  '/indicator-ambition',
  '/compare?from=year:2023',
  '/tables',
  '/expenditure-requests',
  '/indicator-library?level1=产出指标',
  '/entries/projects/history?key=p1',
]
const rename = (was: string, name: string) =>
  clerk.send('PATCH', `${ledgerPath}/entries/projects`, { key: ['p1'], was: { name: was }, set: { name } })

for (const part of parts)
  test(`同一个账本，谁先问、问几遍，回答一样：${part || '概况'}`, async () => {
    const [first, ...others] = await Promise.all(
      [clerk, leader, clerk, leader].map((person) => person.get(ledgerPath + part)),
    )
    assert.equal(first?.status, 200)
    for (const { status, body } of others) assert.deepEqual([status, body], [200, first?.body])
    assert.deepEqual((await clerk.get(ledgerPath + part)).body, first?.body)
  })

test('送审、退回、答复，各人下一次看到的都是办过之后的', async () => {
  const path = `${ledgerPath}/submission`
  const stateOf = async (person: Person) => (await person.get(path)).body['state']
  assert.deepEqual([await stateOf(clerk), await stateOf(leader)], ['draft', 'draft'])
  assert.equal((await clerk.send('POST', `${path}/steps`, { action: 'submit' })).status, 200)
  assert.deepEqual([await stateOf(leader), await stateOf(clerk)], ['submitted', 'submitted'])
  const points = ['退休人数请核对']
  assert.equal((await leader.send('POST', `${path}/steps`, { action: 'return', points })).status, 200)
  const { body } = await clerk.get(path)
  assert.equal(body['state'], 'returned')
  const [step] = (body['steps'] as { seq: number }[]).slice(-1)
  const answer = { step: step?.seq, number: 1, answer: '已核对' }
  assert.equal((await clerk.send('PUT', `${path}/answers`, answer)).status, 200)
  assert.match(JSON.stringify((await leader.get(path)).body), /已核对/)
})

test('一处改了，下一次读到的都是改后的：改的人、别人、列表、算出来的', async () => {
  const entries = `${ledgerPath}/entries/projects`
  const nameIn = (body: Readonly<Record<string, unknown>>) =>
    (body['entries'] as { id: string; name: string }[]).find(({ id }) => id === 'p1')?.name
  let name = nameIn((await clerk.get(entries)).body) ?? ''
  for (const next of ['督查工作（一）', '督查工作（二）', '督查工作（三）']) {
    await Promise.all([leader.get(entries), leader.get(`${ledgerPath}/execution`)])
    assert.equal((await rename(name, next)).status, 200)
    name = next
    assert.equal(nameIn((await leader.get(entries)).body), next)
    const { body } = await leader.get(`${ledgerPath}/execution`)
    assert.ok((body['projects'] as { name: string }[]).some((project) => project.name === next))
  }
})

test('答过别人的，看不到这个账本的人照样看不到', async () => {
  const foreign = ledgerPath.replace('/001/', '/002/')
  for (const part of parts) {
    assert.equal((await clerk.get(ledgerPath + part)).status, 200)
    assert.equal((await clerk.get(foreign + part)).status, 404)
    const system = await work.signIn('system-administrator')
    assert.equal((await system.get(ledgerPath + part)).status, 403)
    assert.equal((await work.ask('GET', ledgerPath + part, { cookie: '' })).status, 401)
  }
})

test('会话被收回，马上就不认，一起来问的别人不受影响', async () => {
  const other = await work.signIn('clerk')
  const security = await work.signIn('security-administrator')
  const { body } = await security.get('api/sessions')
  const [mine] = (body['sessions'] as { id: string; login: string; started: string }[])
    .filter(({ login }) => login === 'clerk')
    .toSorted((one, two) => (one.started < two.started ? 1 : -1))
  assert.ok(mine)
  await security.send('DELETE', `api/sessions/${mine.id}`)
  const answers = await Promise.all([other, leader, other, leader].map((person) => person.get(`${ledgerPath}/head`)))
  const statuses = answers.map(({ status }) => status)
  assert.deepEqual([statuses[1], statuses[3]], [200, 200])
  assert.ok(statuses[0] === 401 || (await clerk.get(`${ledgerPath}/head`)).status === 401)
})

test('服务器开着的时候恢复备份，改的次数碰巧一样，读到的也是恢复以后的', async () => {
  const named = async () => {
    const { body } = await clerk.get(`${ledgerPath}/execution`)
    return (
      (body['projects'] as { project?: string; name: string }[]).find(({ project }) => project === 'p1')?.name ?? ''
    )
  }
  const backup = join(work.folder, '备份.gz')
  const database = await openOwnDatabase()
  try {
    await writeBackup(database, backup)
    const was = await named()
    assert.equal((await rename(was, '恢复以前改的')).status, 200)
    assert.equal(await named(), '恢复以前改的')
    const client = await database.pool.connect()
    try {
      await client.query('set session_replication_role = replica')
      await client.query(`truncate ${allTables.join(', ')} cascade`)
    } finally {
      client.release(true)
    }
    await restoreBackup(database, backup)
    clerk = await work.signIn('clerk')
    assert.equal((await rename(was, '恢复以后改的')).status, 200)
    assert.equal(await named(), '恢复以后改的')
    assert.equal((await clerk.get('api/ledgers')).status, 200)
  } finally {
    await database.close()
  }
})
