import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

let work: WorkServer
let clerk: Person
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
})
after(() => work?.close())

const nextYear = ledgerPath.replace('2023', '2024')
const draft = {
  scope: 'department',
  level1: '产出指标',
  level2: '数量指标',
  name: '县政府常务会议',
  sign: '≥',
  target: '11',
  unit: '次',
  weight: '12.5',
}
const checked = async (path: string, indicator: object) => {
  const { status, body } = await clerk.send('POST', `${path}/indicator-check`, { indicator })
  assert.equal(status, 200, JSON.stringify(body))
  return body as {
    isWhole: boolean
    remarks: { rule: string; field: string; message: string }[]
    earlier: { year: number; value: string }[]
  }
}

test('第二年的指标与去年完成值比：台账计数、填写、账本里的数都取得到，偏低的提醒', async () => {
  assert.equal((await clerk.send('POST', `${nextYear}/from-last-year`, {})).status, 200)
  const { isWhole, remarks, earlier } = await checked(nextYear, { ...draft, id: 'd1' })
  assert.equal(isWhole, true)
  const [last] = earlier
  assert.equal(last?.year, 2023)
  const low = remarks.find(({ rule }) => rule === 'indicator.unambitious')
  assert.match(low?.message ?? '', new RegExp(`指标值11次低于近年最差的完成值${last?.value}次（2023年`))
  const money = { ...draft, id: 'd4', level2: '成本指标', name: '三公经费支出', sign: '≤', target: '999', unit: '万元' }
  assert.match(
    (await checked(nextYear, money)).remarks.map(({ message }) => message).join(),
    /高于近年最差的完成值[\d.]+万元/,
  )
  const { body } = await clerk.get(`${nextYear}/indicator-ambition`)
  const lines = body['indicators'] as { id: string; earlier: object[]; remark?: string }[]
  assert.equal(lines.length, 25)
  assert.ok(lines.every((line) => line.earlier.length === 1))
})

test('没有往年的账本不提醒偏低；同名的、多出的分值照样说', async () => {
  const { remarks, earlier } = await checked(ledgerPath, { ...draft, id: 'x' })
  assert.deepEqual(earlier, [])
  assert.deepEqual(
    remarks.map(({ rule }) => rule),
    ['indicator.weights', 'indicator.repeated'],
  )
})

test('还没写完的说缺哪一栏，不拒绝；别的部门的查不了', async () => {
  const { isWhole, remarks } = await checked(ledgerPath, { name: '会议', weight: '一半' })
  assert.equal(isWhole, false)
  const fields = new Set(remarks.map(({ field }) => field))
  for (const field of ['scope', 'level1', 'level2', 'sign', 'target', 'weight']) assert.ok(fields.has(field), field)
  assert.ok(
    remarks.every(({ message }) => /\p{Script=Han}/u.test(message)),
    JSON.stringify(remarks),
  )
  const unfinished = await checked(ledgerPath, { name: '群众满意度', level2: '数量指标' })
  assert.ok(
    unfinished.remarks.some(({ message }) => /满意程度，一般放在满意度指标下/.test(message)),
    '目标值还没写，放错了级已经说得出',
  )
  const foreign = ledgerPath.replace('/001/', '/002/')
  assert.equal((await clerk.send('POST', `${foreign}/indicator-check`, { indicator: draft })).status, 404)
})
