import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

type Preview = {
  isNew: boolean
  lists: {
    list: string
    counts: { add: number; same: number; differs: number }
    entries: { outcome: string; key: string; entry: Record<string, unknown>; blanked?: string[]; fields?: object[] }[]
  }[]
}

let work: WorkServer
let clerk: Person
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
})
after(() => work?.close())

const nextYear = ledgerPath.replace('2023', '2024')
const path = `${nextYear}/from-last-year`
const preview = async () => {
  const { status, body } = await clerk.get(path)
  assert.equal(status, 200, JSON.stringify(body))
  const { isNew, lists } = body as unknown as Preview
  return { isNew, lists: new Map(lists.map((each) => [each.list, each])) }
}

test('没有2024年账本：预览说会建立，看过不算数；建立后单位、项目、指标都在，完成值留空，钱和人不带来', async () => {
  const seen = await preview()
  assert.equal(seen.isNew, true)
  assert.deepEqual(seen.lists.get('indicators')?.counts, { add: 25, same: 0, differs: 0 })
  const typed = seen.lists.get('indicators')?.entries.find(({ key }) => key === 'd9')
  assert.deepEqual([typed?.blanked, typed?.entry['target']], [['actual', 'varianceReason', 'improvement'], '100'])
  assert.equal((await clerk.get(nextYear)).status, 404, '预览没有建立账本')
  const made = await clerk.send('POST', path, {})
  assert.deepEqual([made.status, made.body['indicators'], made.body['projects']], [200, 25, 6])
  assert.equal((await clerk.get(nextYear)).status, 200)
  const projects = (await clerk.get(`${nextYear}/entries/projects`)).body['entries'] as { nature: string }[]
  assert.ok(projects.every(({ nature }) => nature === 'continued'))
  for (const list of ['budgetLines', 'payments', 'staffing', 'workRecords', 'sections'])
    assert.equal((await clerk.get(`${nextYear}/entries/${list}`)).body['total'], 0, list)
  const indicators = (await clerk.get(`${nextYear}/entries/indicators`)).body['entries'] as {
    id: string
    actual?: { since: string }
  }[]
  assert.equal(indicators.find(({ id }) => id === 'd1')?.actual?.since, '2024-01-01')
  const organisations = (await clerk.get(`${nextYear}/entries/organisations`)).body['total']
  assert.equal(organisations, (await clerk.get(`${ledgerPath}/entries/organisations`)).body['total'])
})

test('今年改过的不覆盖，删去的补回，完成值填了不算不同', async () => {
  const entries = `${nextYear}/entries/indicators`
  const set = { target: '14', actual: { from: 'entered', value: '15' } }
  const was = { target: '12', actual: undefined }
  const stored = ((await clerk.get(`${entries}?search=d1`)).body['entries'] as Record<string, unknown>[])[0]
  const changed = await clerk.send('PATCH', entries, { key: ['d1'], was: { ...was, actual: stored?.['actual'] }, set })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  await clerk.send('PATCH', entries, { key: ['d8'], was: {}, set: { actual: { from: 'entered', value: '0' } } })
  for (const key of ['d2', 'd3']) await clerk.send('DELETE', entries, { key: [key] })
  const { isNew, lists } = await preview()
  assert.equal(isNew, false)
  assert.deepEqual(lists.get('indicators')?.counts, { add: 2, same: 22, differs: 1 })
  const differing = lists.get('indicators')?.entries.find(({ outcome }) => outcome === 'differs')
  assert.deepEqual([differing?.key, differing?.fields], ['d1', [{ field: 'target', was: '12', is: '14' }]])
  const some = await clerk.send('POST', path, { only: { indicators: ['d2', 'd1'] } })
  assert.deepEqual(some.body, { projects: 0, workKinds: 0, goals: 0, indicators: 1 })
  const rest = await clerk.send('POST', path, {})
  assert.deepEqual(rest.body, { projects: 0, workKinds: 0, goals: 0, indicators: 1 })
  const kept = ((await clerk.get(`${entries}?search=d1`)).body['entries'] as { target: string }[])[0]
  assert.equal(kept?.target, '14')
  assert.deepEqual((await clerk.send('POST', path, {})).body['indicators'], 0, '再来一次什么也不变')
})

test('前一年没有账本的、不是填报人的，都不能沿用；项目不在今年账本里的指标不能单独带来', async () => {
  const early = await clerk.get(`${ledgerPath}/from-last-year`)
  assert.equal(early.status, 404)
  assert.match(String(early.body['message']), /没有2022年的账本/)
  const bare = path.replace('2024', '2025')
  const orphan = await clerk.send('POST', bare, { only: { indicators: ['p1-1'] } })
  assert.equal(orphan.status, 422)
  assert.match(String(orphan.body['message']), /项目p1/)
  assert.equal((await clerk.get(nextYear.replace('2024', '2025'))).status, 404, '没有留下半本账')
  const leader = await work.signIn('leader')
  assert.equal((await leader.send('POST', path, {})).status, 403)
  assert.equal((await clerk.get(path.replace('/001/', '/002/'))).status, 404)
})

test('去年的账本改了，下一次预览就是改后的', async () => {
  const projects = `${ledgerPath}/entries/projects`
  const [first] = (await clerk.get(projects)).body['entries'] as { id: string; name: string }[]
  assert.ok(first)
  const shown = async () => {
    const entries = (await preview()).lists.get('projects')?.entries ?? []
    return entries.find(({ key }) => key === first.id)?.outcome
  }
  assert.deepEqual([await shown(), await shown()], ['same', 'same'])
  const name = `${first.name}（改）`
  const renamed = { key: [first.id], was: { name: first.name }, set: { name } }
  assert.equal((await clerk.send('PATCH', projects, renamed)).status, 200)
  assert.deepEqual([await shown(), await shown()], ['differs', 'differs'])
})
