import assert from 'node:assert/strict'
import { test } from 'node:test'
import { names } from './names.ts'
import { nearMisses } from './near-miss.ts'
import { type Sample, findingsOf, quoted } from '../sample-reading.ts'

const project = (name: string, ...blocks: Sample['blocks'][number][]): Sample => ({
  title: `2023年度${name}项目支出绩效评价报告`,
  kind: 'project-report',
  project: name,
  blocks,
})

test('项目名称写错一个字要报', () => {
  const [finding, ...others] = findingsOf(names, [project('高标准农田建设', '高标淮农田建设资金全部到位。')])
  assert.deepEqual(others, [])
  assert.equal(finding?.severity, 'warning')
  assert.deepEqual(quoted(finding), ['高标淮农田建设'])
  assert.equal(finding?.suggestion, '高标准农田建设')
})

test('表格里的项目名称颠倒两个字要报', () => {
  const [finding] = findingsOf(names, [project('招商引资工作', [['项目名称', '招引商资工作']])])
  assert.deepEqual(quoted(finding), ['招引商资工作'])
})

test('单位名称的通用词写错要报', () => {
  const samples = [
    { title: '绩效报告', entity: '临江县人民政府办公室', blocks: ['临江县人名政府办公室是县政府工作部门。'] },
  ]
  const [finding, ...others] = findingsOf(names, samples)
  assert.deepEqual(others, [])
  assert.equal(finding?.suggestion, '临江县人民政府办公室')
})

test('报告里写着另一个项目的经费要报', () => {
  const samples = [
    project('公路养护工程', '现对2023年会议宣传工作经费开展绩效自评。'),
    project('会议宣传工作', '现对2023年会议宣传工作经费开展绩效自评。'),
  ]
  const [finding, ...others] = findingsOf(names, samples)
  assert.deepEqual(others, [])
  assert.deepEqual(quoted(finding), ['会议宣传工作'])
})

const lawful: readonly [name: string, samples: Sample[]][] = [
  ['写法一致', [project('高标准农田建设', '高标准农田建设资金全部到位。')]],
  ['批次不同', [project('农村公路第一批养护', '农村公路第二批养护另行安排。')]],
  ['方位不同', [project('城区东部道路改造', '城区西部道路改造另行安排。')]],
  [
    '另一个项目的名称',
    [project('老旧小区改造甲片区', '与老旧小区改善甲片区不同。'), project('老旧小区改善甲片区', '按期完工。')],
  ],
  [
    '简称',
    [{ title: '绩效报告', entity: '临江县人民政府办公室', blocks: ['县政府办公室、临江县政府办公室内设机构3个。'] }],
  ],
  [
    '别的县的政府办公室',
    [{ title: '绩效报告', entity: '临江县人民政府办公室', blocks: ['赴临河县人民政府办公室学习。'] }],
  ],
  ['别的局', [{ title: '绩效报告', entity: '临江县城市管理局', blocks: ['会同临江县交通管理局开展整治。'] }]],
]
for (const [name, samples] of lawful)
  test(`名称没有错的不报：${name}`, () => assert.deepEqual(findingsOf(names, samples), []))

test('差一个字的位置', () => {
  assert.deepEqual(nearMisses('开展公路养护二程建设', '公路养护工程', false), [])
  assert.deepEqual(nearMisses('开展公路养沪工程建设', '公路养护工程', false), [2])
  assert.deepEqual(nearMisses('公路养护工程', '公路养护工程', false), [])
})
