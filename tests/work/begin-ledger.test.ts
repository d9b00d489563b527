import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type WorkServer, password, workServer } from './work-server.ts'

let work: WorkServer
let clerk: Person
before(async () => {
  work = await workServer()
  const admin = await work.signIn('system-administrator')
  const account = { name: '档案馆填报人', login: 'archive-clerk', role: 'clerk', department: '002' }
  const { body } = await admin.send('POST', 'api/accounts', account)
  await work.ask('POST', 'api/invitations', { body: { invitation: body['invitation'], password } })
  clerk = await work.signIn('archive-clerk')
})
after(() => work?.close())

const path = 'api/ledgers/430922/002/2023'
const names = { name: '桃江县档案馆', shortName: '县档案馆' }

test('新部门的填报人建立第一本账本：单位和台账种类在，钱、人、指标都空着，差什么说得出', async () => {
  assert.equal((await clerk.get(path)).status, 404)
  const { status, body } = await clerk.send('POST', path, names)
  assert.equal(status, 200, JSON.stringify(body))
  const [own, ...others] = (await clerk.get(`${path}/entries/organisations`)).body['entries'] as { id: string }[]
  assert.deepEqual([own, others.length], [{ id: '002', ...names }, 0])
  assert.equal((await clerk.get(`${path}/entries/workKinds`)).body['total'], 16)
  for (const list of ['budgetLines', 'payments', 'staffing', 'indicators', 'workRecords'])
    assert.equal((await clerk.get(`${path}/entries/${list}`)).body['total'], 0, list)
  const { gaps } = (await clerk.get(`${path}/checks`)).body as { gaps: { message: string }[] }
  assert.ok(gaps.some(({ message }) => message.includes('还没有登记预算指标')))
})

test('已有的账本再建立一次：不收，原来的不动；没有评分规则的年度也不收，都说清楚', async () => {
  const again = await clerk.send('POST', path, { name: '别的名称' })
  assert.deepEqual([again.status, again.body['detail'] ?? again.body['message']], [422, '2023年的账本已经有了。'])
  assert.match(JSON.stringify((await clerk.get(`${path}/entries/organisations`)).body), /桃江县档案馆/)
  const early = await clerk.send('POST', path.replace('2023', '1950'), names)
  assert.match(String(early.body['message']), /1950年还没有评分规则/)
  assert.equal((await clerk.get(path.replace('2023', '1950'))).status, 404)
})

test('别的部门的账本建立不了，名称空着也不收', async () => {
  assert.equal((await clerk.send('POST', path.replace('002', '003'), names)).status, 404)
  assert.equal((await clerk.send('POST', path.replace('2023', '2024'), { name: ' ' })).status, 400)
  assert.equal((await clerk.send('POST', path.replace('2023', '2024'), {})).status, 400)
})
