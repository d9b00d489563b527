import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { indicatorLibraries } from '#operations/indicators/load-library.ts'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

type Found = {
  library: string
  id: string
  name: string
  scopes: string[]
  level2: string
  usage: { indicators: number; ledgers: number }
}

let work: WorkServer
let clerk: Person
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
})
after(() => work?.close())

const path = `${ledgerPath}/indicator-library`
const found = async (query: Record<string, string>, who: Person = clerk) => {
  const { status, body } = await who.get(`${path}?${new URLSearchParams(query)}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body['indicators'] as Found[]
}

test('指标库：每条有名称、层级、解释，编号不重；共性、行业都有，各有版本和依据', () => {
  const libraries = indicatorLibraries()
  assert.deepEqual([...new Set(libraries.map(({ kind }) => kind))].toSorted(), ['common', 'sector'])
  for (const { indicators, kind, sector, sources } of libraries) {
    assert.equal(new Set(indicators.map(({ id }) => id)).size, indicators.length)
    assert.equal(kind === 'sector', sector !== undefined)
    assert.ok(sources.length > 0)
    for (const { name, level1, level2, sign, unit } of indicators) {
      assert.match(level1, /^(?:产出|效益|满意度)指标$/, name)
      assert.match(level2, /指标$/, name)
      assert.equal(sign === '定性', unit === '', name)
    }
  }
})

test('按范围、层级、行业、词查得到；用得多的在前，按名称数本地区用了多少', async () => {
  const all = await found({})
  assert.equal(
    all.length,
    indicatorLibraries().reduce((sum, { indicators }) => sum + indicators.length, 0),
  )
  const [first] = all
  assert.ok((first?.usage.indicators ?? 0) >= 2, '常务会议在部门和项目里各有一条')
  assert.deepEqual(all.find(({ name }) => name === '县政府常务会议')?.usage, { indicators: 2, ledgers: 1 })
  assert.deepEqual(all.find(({ name }) => name === '培训合格率')?.usage, { indicators: 0, ledgers: 0 })
  const costs = await found({ scope: 'project', level2: '成本指标' })
  assert.ok(
    costs.length > 0 && costs.every(({ scopes, level2 }) => scopes.includes('project') && level2 === '成本指标'),
  )
  const words = await found({ words: '会议 满意' })
  assert.deepEqual(
    words.map(({ name }) => name),
    ['与会人员满意度'],
  )
  const other = await found({ sector: '教育' })
  assert.ok(other.length > 0 && other.every(({ library }) => library.startsWith('common-')))
})

test('第二个年度用了，数字跟着变；别的部门只看得到数', async () => {
  await clerk.send('POST', `${ledgerPath.replace('2023', '2024')}/from-last-year`, {})
  const office = await work.signIn('performance-office')
  const [bulletins] = await found({ words: '督查通报' }, office)
  assert.deepEqual(bulletins?.usage, { indicators: 2, ledgers: 2 })
})

test('选一条填成本账本的指标：编号不撞，分值是这一类还剩的，看过再存', async () => {
  const draft = await clerk.get(`${path}/common-project/meeting-cost/draft?project=p3`)
  assert.equal(draft.status, 200)
  const { indicator } = draft.body as { indicator: Record<string, unknown> }
  assert.deepEqual(indicator, {
    id: 'meeting-cost',
    scope: { project: 'p3' },
    level1: '产出指标',
    level2: '成本指标',
    name: '人均会议成本',
    sign: '≤',
    unit: '元',
    basis: '预算支出标准',
    evidenceRequired: ['付款凭证', '签到表'],
  })
  const entry = { ...indicator, target: '400', weight: '5' }
  assert.equal((await clerk.send('POST', `${ledgerPath}/entries/indicators`, { entry })).status, 200)
  const again = (await clerk.get(`${path}/common-project/meeting-cost/draft`)).body as { indicator: { id: string } }
  assert.equal(again.indicator.id, 'meeting-cost-2')
  await clerk.send('DELETE', `${ledgerPath}/entries/indicators`, { key: ['d9'] })
  const left = await clerk.get(`${path}/common-department/satisfaction/draft`)
  assert.equal((left.body['indicator'] as { weight: string }).weight, '10')
})

test('没有的指标、没有的项目、没有的账本，说清缺什么', async () => {
  assert.match(String((await clerk.get(`${path}/none/none/draft`)).body['message']), /指标库里没有/)
  const project = await clerk.get(`${path}/common-project/meeting-cost/draft?project=none`)
  assert.match(String(project.body['message']), /没有编号为“none”的项目/)
  const leader = await work.signIn('leader')
  assert.equal((await leader.get(`${path}/common-project/meeting-cost/draft`)).status, 403)
})
