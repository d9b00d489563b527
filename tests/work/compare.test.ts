import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

type List = {
  list: string
  counts: Record<string, number>
  added: { key: string }[]
  removed: { key: string }[]
  changed: { key: string; fields: object[] }[]
}

let work: WorkServer
let clerk: Person
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
})
after(() => work?.close())

const compared = async (from: string, to = 'now') => {
  const { status, body } = await clerk.get(`${ledgerPath}/compare?from=${from}&to=${to}`)
  assert.equal(status, 200, JSON.stringify(body))
  return new Map((body['lists'] as List[]).map((list) => [list.list, list]))
}

test('送审的版本与现状逐栏比较：刚送审一处不差，撤回改动后新增、删去、更改都列出两边的值', async () => {
  const steps = `${ledgerPath}/submission/steps`
  assert.equal((await clerk.send('POST', steps, { action: 'submit' })).status, 200)
  for (const { list, counts } of (await compared('v1')).values())
    assert.deepEqual([list, counts['added'], counts['removed'], counts['changed']], [list, 0, 0, 0])
  await clerk.send('POST', steps, { action: 'recall' })
  const entries = `${ledgerPath}/entries`
  await clerk.send('PATCH', `${entries}/staffing`, { key: ['001'], was: { retired: 34 }, set: { retired: 36 } })
  await clerk.send('DELETE', `${entries}/indicators`, { key: ['p5-3'] })
  await clerk.send('POST', `${entries}/papers`, { entry: { id: 'x1', title: '关于自评的通知' } })
  const lists = await compared('v1')
  assert.deepEqual(lists.get('staffing')?.changed[0]?.fields, [{ field: 'retired', was: 34, is: 36 }])
  assert.deepEqual(
    lists.get('indicators')?.removed.map(({ key }) => key),
    ['p5-3'],
  )
  assert.deepEqual(
    lists.get('papers')?.added.map(({ key }) => key),
    ['x1'],
  )
  const back = await compared('now', 'v1')
  assert.deepEqual(back.get('staffing')?.changed[0]?.fields, [{ field: 'retired', was: 36, is: 34 }])
})

test('报告按印出来的段落比较，改过的数在段里标出', async () => {
  const { body } = await clerk.get(`${ledgerPath}/reports`)
  const report = (body['reports'] as { id: string; title: string }[]).find(({ id }) => id.startsWith('01-'))
  assert.ok(report)
  const path = `${ledgerPath}/compare/reports/${encodeURIComponent(report.id)}`
  const answer = await clerk.get(`${path}?from=v1`)
  assert.equal(answer.status, 200)
  const paragraphs = answer.body['paragraphs'] as { kind: string; parts?: { kind: string; text: string }[] }[]
  const changed = paragraphs.filter(({ kind }) => kind === 'changed').flatMap(({ parts }) => parts ?? [])
  assert.ok(changed.some(({ kind, text }) => kind === 'removed' && text === '34'))
  assert.ok(changed.some(({ kind, text }) => kind === 'added' && text === '36'))
  const counts = answer.body['counts'] as Record<string, number>
  assert.ok((counts['same'] ?? 0) > 20)
})

test('没有的版本、没有的年度、写错的名字，说清是哪个', async () => {
  assert.match(String((await clerk.get(`${ledgerPath}/compare?from=v9`)).body['message']), /没有第9版/)
  assert.match(String((await clerk.get(`${ledgerPath}/compare?from=year:2019`)).body['message']), /没有2019年的账本/)
  assert.equal((await clerk.get(`${ledgerPath}/compare?from=..`)).status, 400)
  assert.equal((await clerk.get(`${ledgerPath}/compare/reports/none?from=v1`)).status, 404)
})
