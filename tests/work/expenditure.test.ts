import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addSupplement } from './add-supplement.ts'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

type Request = {
  id: string
  state: string
  next?: string
  open: string[]
  chain: { id: string; title: string; signed?: { who: string } }[]
  balances: { what: string; left: string }[]
  remarks: { severity: string; message: string }[]
  steps: { action: string; who: string; state: string }[]
  voucher?: string
  whyNot?: string
}

let work: WorkServer
let clerk: Person
let leader: Person
const signers = new Map<string, Person>()
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
  leader = await work.signIn('leader')
  signers.set('office', leader)
  for (const signs of ['finance', 'charge', 'head']) signers.set(signs, await work.signIn(`leader-${signs}`))
  await addSupplement(clerk, 'T-1', '10万元')
})
after(() => work?.close())

const path = `${ledgerPath}/expenditure-requests`
const content = {
  organisation: '001',
  project: 'p1',
  account: '2010302',
  economic: '30201',
  budgetLine: 'T-1',
  amount: '3万元',
  purpose: '印制督查通报',
  payee: '桃江县印刷厂',
}
const write = (change: object = {}) => clerk.send('POST', path, { request: { ...content, ...change } })
const step = async (who: Person, id: string, action: string, more: object = {}) =>
  who.send('POST', `${path}/${id}/steps`, { action, ...more })
/** Each level by the person whose it is, or by another. */
const sign = (id: string, signs: string, who = signers.get(signs)) => step(who ?? leader, id, 'sign', { signs })
const written = async (change: object = {}): Promise<Request> => {
  const { status, body } = await write(change)
  assert.equal(status, 200, JSON.stringify(body))
  return body as Request
}

test('逐级签批：经办人送签，股室、财务、分管、主要领导依次签完才算批准，签名是账户的姓名', async () => {
  const { id, chain, state } = await written()
  assert.equal(state, 'draft')
  assert.deepEqual(
    chain.map(({ title }) => title),
    ['经办人', '股室负责人', '财务负责人', '分管领导', '主要领导'],
  )
  assert.equal((await sign(id, 'office')).status, 409, '还没送签，领导签不了')
  assert.equal((await step(clerk, id, 'send')).status, 200)
  const early = await step(clerk, id, 'sign')
  assert.equal(early.status, 409)
  assert.match(String(early.body['message']), /轮到股室负责人/)
  const twice = await Promise.all([sign(id, 'office'), sign(id, 'office')])
  assert.deepEqual(twice.map(({ status }) => status).toSorted(), [200, 409], '点了两下只签一级')
  const again = await sign(id, 'finance', leader)
  assert.equal(again.status, 409)
  assert.match(
    String(again.body['message']),
    /示例审核人已经签过股室负责人，同一人不能签两级：财务负责人请换一位审核人签/,
  )
  const seenBy = async (who: Person) =>
    ((await who.get(path)).body as { requests: Request[] }).requests.find((each) => each.id === id)
  const own = await seenBy(leader)
  assert.deepEqual(own?.open, ['refuse'], '签过的人只能不同意')
  assert.match(own?.whyNot ?? '', /请换一位审核人签/)
  assert.deepEqual((await seenBy(signers.get('finance') ?? leader))?.open, ['sign', 'refuse'])
  for (const signs of ['finance', 'charge', 'head']) assert.equal((await sign(id, signs)).status, 200)
  const { requests } = (await clerk.get(path)).body as { requests: Request[] }
  const request = requests.find((each) => each.id === id)
  assert.equal(request?.state, 'approved')
  assert.deepEqual(
    request?.chain.map(({ signed }) => signed?.who),
    ['示例填报人', '示例审核人', '示例财务负责人', '示例分管领导', '示例主要领导'],
  )
  assert.deepEqual(request?.remarks, [])
})

test('送签以后一个字也不能改，只能撤回；撤回、不同意的不再占用余额', async () => {
  const { id, balances } = await written({ amount: '1万元' })
  assert.deepEqual(
    balances.map(({ left }) => left),
    ['70000', '70000', '70000'],
    '前一份批准的3万元占着余额',
  )
  assert.equal((await clerk.send('PUT', `${path}/${id}`, { request: { ...content, amount: '6万元' } })).status, 200)
  await step(clerk, id, 'decide', { decision: { date: '2023-05-08', minutes: '党组纪要〔2023〕9号' } })
  await step(clerk, id, 'send')
  const changed = await clerk.send('PUT', `${path}/${id}`, { request: content })
  assert.equal(changed.status, 409)
  assert.match(String(changed.body['message']), /已经签过/)
  const second = await written({ amount: '2万元' })
  const refusedSend = await step(clerk, second.id, 'send')
  assert.equal(refusedSend.status, 409)
  assert.match(String(refusedSend.body['message']), /超出项目.*余额10000.00元，差10000.00元/)
  assert.equal((await step(leader, id, 'refuse')).status, 409, '不同意要写理由')
  assert.equal((await step(leader, id, 'refuse', { comment: '先做政府采购' })).status, 200)
  assert.equal((await step(clerk, second.id, 'send')).status, 200, '余额放出来了')
  assert.equal((await step(leader, second.id, 'withdraw')).status, 409, '领导不能替填报人撤回')
  const withdrawn = await step(clerk, second.id, 'withdraw', { comment: '改到下月' })
  assert.deepEqual([withdrawn.status, withdrawn.body['state'], withdrawn.body['open']], [200, 'withdrawn', []])
})

test('达到5万元要先登记集体决策，主要领导才能签；支付凭证在账本里、不超过批准数才能登记', async () => {
  const { id } = await written({ amount: '5万元' })
  await step(clerk, id, 'send')
  for (const signs of ['office', 'finance', 'charge']) assert.equal((await sign(id, signs)).status, 200)
  const undecided = await sign(id, 'head')
  assert.equal(undecided.status, 409)
  assert.match(String(undecided.body['message']), /50000元.*集体决策.*主要领导才能签/)
  const blank = await step(clerk, id, 'decide', { decision: { date: '2023-02-30', minutes: '' } })
  assert.equal(blank.status, 422)
  assert.equal((await step(leader, id, 'decide', { decision: { date: '2023-06-01', minutes: '1号' } })).status, 409)
  assert.equal(
    (await step(clerk, id, 'decide', { decision: { date: '2023-06-01', minutes: '党组纪要〔2023〕11号' } })).status,
    200,
  )
  assert.equal((await sign(id, 'head')).body['state'], 'approved')
  assert.equal((await step(clerk, id, 'pay', { voucher: 'T-9' })).status, 409, '账本里还没有这笔支付')
  const payment = {
    voucher: 'T-9',
    organisation: '001',
    date: '2023-06-20',
    amount: '49999.99',
    source: 'general-public',
    nature: 'project',
    account: '2010302',
    economic: '30201',
    project: 'p1',
  }
  await clerk.send('POST', `${ledgerPath}/entries/payments`, { entry: { ...payment, amount: '50000.01' } })
  assert.match(String((await step(clerk, id, 'pay', { voucher: 'T-9' })).body['message']), /超过批准的50000.00元/)
  await clerk.send('DELETE', `${ledgerPath}/entries/payments`, { key: ['T-9'] })
  await clerk.send('POST', `${ledgerPath}/entries/payments`, { entry: payment })
  const paid = await step(clerk, id, 'pay', { voucher: 'T-9' })
  assert.deepEqual([paid.status, paid.body['state'], paid.body['voucher']], [200, 'paid', 'T-9'])
  assert.equal((await step(clerk, id, 'withdraw')).status, 409, '付了的不能撤回')
})

test('写错的申请说清哪一栏；财政看得到、不能签；外人看不到；每一步在日志里', async () => {
  for (const [change, message, status = 422] of [
    [{ amount: '0' }, /金额：金额应大于0/],
    [{ amount: '一万' }, /不是金额/],
    [{ purpose: ' ' }, /用途：请写用途/],
    [{ purpose: '印\0刷' }, /不能保存的字符/, 400],
    [{ amount: '9'.repeat(30) }, /没有保存/],
    [{ project: 'nobody' }, /没有编号为“nobody”的项目/],
    [{ budgetLine: 'none' }, /没有行号为“none”的预算指标/],
    [{ chain: [] }, /没有“chain”这一栏/],
    [{ payee: undefined }, /收款人：还没有填写/],
    [{ organisation: 7 }, /单位：填得不对/],
  ] as const) {
    const answer = await write(change)
    assert.equal(answer.status, status)
    assert.match(String(answer.body['message']), message)
  }
  const finance = await work.signIn('finance-reviewer')
  assert.equal((await finance.get(path)).status, 200)
  assert.equal((await step(finance, '1', 'sign', { signs: 'office' })).status, 403)
  assert.equal((await clerk.get(path.replace('/001/', '/002/'))).status, 404)
  const auditor = await work.signIn('audit-administrator')
  const { body } = await auditor.get('api/log?search=expenditure_requests')
  const actions = (body['changes'] as { action: string }[]).map(({ action }) => action)
  for (const action of ['add', 'change', 'send', 'sign', 'refuse', 'withdraw', 'decide', 'pay'])
    assert.ok(actions.includes(action), action)
  assert.equal((await auditor.get('api/log/verified')).status, 200)
})
