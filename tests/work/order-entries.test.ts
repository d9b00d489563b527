import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

let work: WorkServer
let clerk: Person
const path = `${ledgerPath}/entries/indicators`

before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
})
after(() => work?.close())

async function ids(): Promise<string[]> {
  const { body } = await clerk.get(`${path}?limit=500`)
  return (body['entries'] as { id: string }[]).map(({ id }) => id)
}

test('几项换先后：只在它们原来占的位置之间换，别的不动；不认得的、重复的编号不算', async () => {
  const before = await ids()
  const { status } = await clerk.send('PUT', `${path}/order`, { keys: [['d3'], ['没有'], ['d1'], ['d3'], ['p1-1']] })
  assert.equal(status, 200)
  const places = ['d1', 'd3', 'p1-1'].map((id) => before.indexOf(id))
  const wanted = [...before]
  for (const [turn, id] of ['d3', 'd1', 'p1-1'].entries()) wanted[places[turn] ?? 0] = id
  assert.deepEqual(await ids(), wanted)
})

const refused: readonly [string, unknown][] = [
  ['没有编号', { keys: [] }],
  ['编号不是一串', { keys: 'd1' }],
  ['多余的栏', { keys: [['d1']], list: 'goals' }],
]
for (const [what, body] of refused)
  test(`换先后的请求写错，说清拒绝：${what}`, async () => {
    const answer = await clerk.send('PUT', `${path}/order`, body)
    assert.equal(answer.status, 400)
    assert.match(String(answer.body['message']), /\p{Script=Han}/u)
  })

test('送审以后不能换先后', async () => {
  assert.equal((await clerk.send('POST', `${ledgerPath}/submission/steps`, { action: 'submit' })).status, 200)
  const locked = await clerk.send('PUT', `${path}/order`, { keys: [['d2'], ['d1']] })
  assert.deepEqual([locked.status, locked.body['code']], [409, 'ledger-locked'])
})

test('监控到某一天的进度：日期写错说清拒绝，别的部门的账本等于没有', async () => {
  assert.equal((await clerk.get(`${ledgerPath}/rounds/2023-07-31`)).status, 200)
  assert.equal((await clerk.get(`${ledgerPath}/rounds/2023-02-30`)).status, 400)
  assert.equal((await clerk.get('api/ledgers/430922/002/2023/rounds/2023-07-31')).status, 404)
})
