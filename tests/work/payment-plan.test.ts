import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
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

const path = `${ledgerPath}/payment-plan`
const shares = (text: string) => text.split(' ')
const late = shares('0 0 5 10 20 30 40 50 60 75 90 100')
const early = shares('10 20 30 40 50 60 70 80 90 95 100 100')
const set = (person: Person, was: readonly string[] | null, next: readonly string[] | null) =>
  person.send('PUT', path, { was, set: next })
const round = async (person: Person) => (await person.get(`${ledgerPath}/rounds/2023-12-31`)).body

test('没有自定的按序时进度；自定以后，监控、逐月执行都按它，谁看都一样', async () => {
  assert.equal((await clerk.get(path)).body['own'], undefined)
  assert.deepEqual([(await round(leader))['plannedBy'], (await round(leader))['planned']], ['even', '1'])
  const told = await set(clerk, null, shares('0 0 5 10 20 30 40 50 60 75 85 90'))
  assert.deepEqual([told.status, (told.body['own'] as string[]).at(-1)], [200, '90'])
  for (const person of [clerk, leader]) {
    assert.deepEqual((await person.get(path)).body['own'], told.body['own'])
    const { plannedBy, planned, goalsBy } = await round(person)
    assert.deepEqual([plannedBy, planned, goalsBy], ['own', '0.9', 'even'])
    const { body } = await person.get(`${ledgerPath}/execution`)
    const months = body['months'] as { planned: string }[]
    assert.deepEqual([body['plannedBy'], months[6]?.planned, months[11]?.planned], ['own', '0.4', '0.9'])
  }
  assert.equal((await set(clerk, told.body['own'] as string[], null)).status, 200)
})

for (const [what, next, said] of [
  ['降了', ['10', '20', '15', ...early.slice(3)], /^既定支付进度没有保存。3月不能低于2月的 20%：填的是到月底的累计。$/],
  ['超过一百', [...early.slice(0, 11), '120'], /12月不能超过 100%/],
  ['不是数', ['一成', ...early.slice(1)], /1月请填 0 到 100 之间的数/],
  ['空着', ['', ...early.slice(1)], /1月还没有填/],
  ['少几个月', early.slice(0, 5), /共 12 个/],
] as const)
  test(`${what}的不收，说清哪个月、怎么改`, async () => {
    const { status, body } = await set(clerk, null, next)
    assert.deepEqual([status, body['code']], [422, 'ledger-refused'])
    assert.match(String(body['message']), said)
    assert.equal((await clerk.get(path)).body['own'], undefined)
  })

test('两个人同时改：后改的看到别人改成什么、是谁；重发同一次改动不算冲突', async () => {
  const second = await work.signIn('clerk')
  assert.equal((await set(clerk, null, late)).status, 200)
  const stale = await set(second, null, early)
  assert.equal(stale.status, 409)
  const { stored, who } = stale.body['detail'] as { stored: string[]; who: string }
  assert.deepEqual(stored, late)
  assert.match(who, /示例填报人/)
  assert.equal((await set(clerk, null, late)).status, 200)
  assert.equal((await set(second, shares('0.0 0 5.00 10 20 30 40 50 60 75 90 100'), early)).status, 200)
  assert.deepEqual((await clerk.get(path)).body['own'], early)
})

test('变更记录写明从什么改成什么', async () => {
  const auditor = await work.signIn('audit-administrator')
  const { body } = await auditor.get('api/log?search=ledgers:001/2023&actions=change')
  const [last] = body['changes'] as { before: { payment_plan: string[] }; after: { payment_plan: string[] } }[]
  assert.deepEqual([last?.before.payment_plan, last?.after.payment_plan], [late, early])
})

test('成文日期也写明从什么改成什么，没有改的不记', async () => {
  const auditor = await work.signIn('audit-administrator')
  const dated = async (issueDate: string | null) =>
    assert.equal((await clerk.send('PATCH', `${ledgerPath}/head`, { issueDate })).status, 200)
  await dated('2024-03-05')
  await dated('2024-03-08')
  await dated('2024-03-08')
  const { body } = await auditor.get('api/log?search=ledgers:001/2023&actions=change')
  const changes = body['changes'] as { before: object; after: object }[]
  assert.deepEqual(
    changes.slice(0, 2).map(({ before, after }) => [before, after]),
    [
      [{ issue_date: '2024-03-05' }, { issue_date: '2024-03-08' }],
      [{ issue_date: null }, { issue_date: '2024-03-05' }],
    ],
  )
  await dated(null)
})

test('沿用到下一年的账本没有自定的进度：每年由部门自己定', async () => {
  const next = ledgerPath.replace('2023', '2024')
  assert.equal((await clerk.send('POST', `${next}/from-last-year`, {})).status, 200)
  const { body } = await clerk.get(`${next}/payment-plan`)
  assert.equal(body['own'], undefined)
  assert.deepEqual(body['references'], [{ kind: 'last-plan', years: [2023], shares: early }])
})

test('送审以后不能改，撤回以后又能', async () => {
  const steps = `${ledgerPath}/submission/steps`
  assert.equal((await clerk.send('POST', steps, { action: 'submit' })).status, 200)
  const locked = await set(clerk, early, late)
  assert.deepEqual([locked.status, locked.body['code']], [409, 'ledger-locked'])
  assert.equal((await clerk.send('POST', steps, { action: 'recall' })).status, 200)
  assert.equal((await set(clerk, early, late)).status, 200)
})

test('送审留的一版与现在比，写出既定支付进度两边是什么', async () => {
  const { body } = await clerk.get(`${ledgerPath}/compare?from=v1`)
  const [head] = body['lists'] as { list: string; changed: { fields: object[] }[] }[]
  assert.equal(head?.list, 'head')
  assert.deepEqual(head?.changed[0]?.fields, [{ field: 'paymentPlan', was: early, is: late }])
})
