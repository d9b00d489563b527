import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

let work: WorkServer
let clerk: Person
let leader: Person
let finance: Person
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
  leader = await work.signIn('leader')
  finance = await work.signIn('performance-office')
})
after(() => work?.close())

const entries = `${ledgerPath}/entries`
const steps = `${ledgerPath}/submission/steps`
const staffKey = ['001']

test('登录后看得到自己的账本，概况、执行、得分、问题、材料都读得出', async () => {
  const { body } = await clerk.get('api/ledgers')
  const ledgers = body['ledgers'] as { department: string; state: string }[]
  assert.deepEqual(
    ledgers.map(({ department, state }) => [department, state]),
    [['001', 'draft']],
  )
  const execution = (await clerk.get(`${ledgerPath}/execution`)).body as { total: Record<string, string> }
  assert.deepEqual(execution.total, { original: '9690600', final: '12860500', spent: '12860500', rate: '1' })
  for (const part of ['', '/evaluation', '/checks', '/reports', '/submission', '/tables'])
    assert.equal((await clerk.get(ledgerPath + part)).status, 200, part)
})

test('改一栏即存，再读还在；别人改过的同一栏说明是谁改的，改别的栏互不影响', async () => {
  const change = (who: Person, was: object, set: object) =>
    who.send('PATCH', `${entries}/staffing`, { key: staffKey, was, set })
  const second = await work.signIn('clerk')
  assert.equal((await change(clerk, { retired: 34 }, { retired: 35 })).status, 200)
  const stale = await change(second, { retired: 34 }, { retired: 36 })
  assert.equal(stale.status, 409)
  const detail = stale.body['detail'] as { fields: string[]; stored: { retired: number }; who: string }
  assert.deepEqual([detail.fields, detail.stored.retired], [['retired'], 35])
  assert.match(detail.who, /示例填报人/)
  assert.equal((await change(second, { onPost: 59 }, { onPost: 58 })).status, 200)
  assert.equal((await change(clerk, { retired: 34 }, { retired: 35 })).status, 200, '重发同一次改动不算冲突')
  const { body } = await clerk.get(`${entries}/staffing`)
  const [line] = body['entries'] as { retired: number; onPost: number }[]
  assert.deepEqual([line?.retired, line?.onPost], [35, 58])
  await change(clerk, { retired: 35, onPost: 58 }, { retired: 34, onPost: 59 })
})

test('登记、重复、删去、还在用的删不掉、不合规格的说清哪一栏', async () => {
  const payment = {
    voucher: 'T-1',
    organisation: '001',
    date: '2023-12-01',
    amount: '0.01',
    source: 'general-public',
    nature: 'basic',
    account: '2010301',
    economic: '30201',
  }
  const list = `${entries}/payments`
  assert.equal((await clerk.send('POST', list, { entry: payment })).status, 200)
  assert.equal((await clerk.send('POST', list, { entry: { ...payment, amount: '0.02' } })).status, 422)
  const odd = await clerk.send('POST', list, { entry: { ...payment, voucher: 'T-2', date: '2023-02-30' } })
  assert.equal(odd.status, 422)
  assert.match(String(odd.body['message']), /date：没有这一天/)
  const project = { key: ['p1'] }
  const used = await clerk.send('DELETE', `${entries}/projects`, project)
  assert.equal(used.status, 422)
  const page = await clerk.get(`${list}?search=T-1`)
  assert.equal(page.body['total'], 1)
  const removed = await clerk.send('DELETE', list, { key: ['T-1'] })
  assert.deepEqual(removed.body['entry'], payment)
  assert.equal((await clerk.send('DELETE', list, { key: ['T-1'] })).status, 404)
})

test('送审、退回要写明、答复后再送、审核通过、财政通过；送审后不能改；每一步有记录', async () => {
  const step = (who: Person, action: string, more: object = {}) => who.send('POST', steps, { action, ...more })
  assert.equal((await step(leader, 'approve')).status, 409, '还没送审，审核不了')
  assert.equal((await step(clerk, 'submit')).status, 200)
  const locked = await clerk.send('PATCH', `${entries}/staffing`, {
    key: staffKey,
    was: { retired: 34 },
    set: { retired: 1 },
  })
  assert.deepEqual([locked.status, locked.body['code']], [409, 'ledger-locked'])
  assert.equal((await step(leader, 'return')).status, 409, '退回没有写意见')
  const returned = await step(leader, 'return', { points: ['退休人数请核对', '补充会议台账'] })
  const last = (returned.body['steps'] as { seq: number; points: object[] }[]).at(-1)
  assert.equal(last?.points.length, 2)
  const unanswered = await step(clerk, 'submit')
  assert.equal(unanswered.status, 409)
  const { reasons } = unanswered.body['detail'] as { reasons: { message: string }[] }
  assert.match(reasons[0]?.message ?? '', /退回意见第1条还没有答复/)
  for (const number of [1, 2])
    assert.equal(
      (await clerk.send('PUT', `${ledgerPath}/submission/answers`, { step: last?.seq, number, answer: '已核对' }))
        .status,
      200,
    )
  assert.equal((await step(clerk, 'submit')).status, 200)
  assert.equal((await step(clerk, 'recall')).status, 200, '审核人动手之前可以撤回')
  assert.equal((await step(clerk, 'submit')).status, 200)
  assert.equal((await step(finance, 'accept')).status, 409, '审核人还没审核')
  assert.equal((await step(leader, 'approve')).status, 200)
  const accepted = await step(finance, 'accept', { comment: '数据齐全' })
  assert.equal(accepted.body['state'], 'accepted')
  assert.deepEqual(accepted.body['open'], [])
  const versions = (accepted.body['steps'] as { version?: number }[]).flatMap(({ version }) => version ?? [])
  assert.deepEqual(versions, [1, 2, 3])
  const text = await clerk.get(`${ledgerPath}/versions/2`)
  assert.match(String(text.body['text']), /桃江县人民政府办公室/)
})

test('没有的账本：说没有，不报程序出错', async () => {
  const { status, body } = await finance.get('api/ledgers/430922/404/2023')
  assert.equal(status, 404)
  assert.match(String(body['message']), /没有这个部门、这个年度的账本/)
})

test('审计管理员看得到每一步和每次登录，日志首尾相接', async () => {
  const auditor = await work.signIn('audit-administrator')
  const { body } = await auditor.get('api/log?search=submissions')
  assert.ok(Number(body['total']) >= 8)
  const verified = await auditor.get('api/log/verified')
  assert.ok(Number(verified.body['lines']) > 200)
})

test('请求不合规格：说清哪一栏、为什么，都是中文', async () => {
  const { status, body } = await clerk.send('PATCH', `${ledgerPath}/head`, { issueDate: '2024-02-30', other: 1 })
  assert.equal(status, 400)
  assert.match(String(body['message']), /issueDate：日期请写成 2024-03-15/)
  const missing = await clerk.send('PATCH', `${entries}/papers`, { key: 'x' })
  assert.match(String(missing.body['message']), /key：无效输入/)
})
