import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alikeParagraphs } from './alike-paragraphs.ts'
import { likeness, shingles } from './likeness.ts'
import { type Sample, findingsOf, quoted } from '../sample-reading.ts'

const boilerplate = '项目执行中单位合理控制成本，杜绝铺张浪费，预算管理严格按年初方案办理，较好地完成了年初目标。'
const project = (name: string, ...blocks: string[]): Sample => ({
  title: `2023年度${name}项目支出绩效评价报告`,
  kind: 'project-report',
  project: name,
  blocks,
})

test('两份项目报告同一段文字作提示', () => {
  const [finding, ...others] = findingsOf(alikeParagraphs, [project('甲', boilerplate), project('乙', boilerplate)])
  assert.deepEqual(others, [])
  assert.equal(finding?.severity, 'info')
  assert.equal(finding?.evidence.length, 2)
})

test('只改了一两个字也算', () => {
  const changed = `${boilerplate}资金管理办法健全，专款专用，分账核算，手续齐全，资料完整。按月会审联签，资金实行国库集中支付，年末对资金使用情况进行评价并撰写报告，评价结果与下年度预算安排挂钩。`
  const samples = [project('甲', changed), project('乙', changed.replace('挂钩', '衔接'))]
  assert.equal(findingsOf(alikeParagraphs, samples).length, 1)
})

const apart: readonly [name: string, samples: Sample[]][] = [
  [
    '各写各的',
    [
      project('甲', boilerplate),
      project('乙', '组织开展巡查二十四次，发现隐患十六处，全部整改到位，厂区环境明显改善，群众反映良好。'),
    ],
  ],
  ['短句相同', [project('甲', '专款专用，分账核算。'), project('乙', '专款专用，分账核算。')]],
  ['只有一份项目报告', [project('甲', boilerplate), { title: '部门整体支出绩效报告', blocks: [boilerplate] }]],
]
for (const [name, samples] of apart)
  test(`不算套用：${name}`, () => assert.deepEqual(findingsOf(alikeParagraphs, samples), []))

test('绩效目标照抄项目简介报警告', () => {
  const same = '保护厂址环境、做好科普宣传。'
  const blocks = ['（一）项目基本情况简介', same, '（二）项目绩效目标设立情况', same]
  const [finding, ...others] = findingsOf(alikeParagraphs, [project('甲', ...blocks)])
  assert.deepEqual(others, [])
  assert.equal(finding?.severity, 'warning')
  assert.deepEqual(quoted(finding), [same, same])
})

test('绩效目标另写的不报', () => {
  const blocks = [
    '（一）项目基本情况简介',
    '保护厂址环境、做好科普宣传。',
    '（二）项目绩效目标设立情况',
    '全年巡查12次，满意度95%以上。',
  ]
  assert.deepEqual(findingsOf(alikeParagraphs, [project('甲', ...blocks)]), [])
})

test('同一份报告里长段落重复作提示，表下的注不算', () => {
  const [finding] = findingsOf(alikeParagraphs, [{ title: '绩效报告', blocks: [boilerplate, '二、其他', boilerplate] }])
  assert.equal(finding?.severity, 'info')
  const note = '注：本表反映部门本年度财政拨款支出情况，没有发生的项目留空，金额单位为万元。'
  assert.deepEqual(findingsOf(alikeParagraphs, [{ title: '绩效报告', blocks: [note, note] }]), [])
})

test('相似度：相同为1，没有共同片段为0，一半相同约三分之一', () => {
  assert.equal(likeness(shingles('甲乙丙丁戊己'), shingles('甲乙丙丁戊己')), 1)
  assert.equal(likeness(shingles('甲乙丙丁戊'), shingles('己庚辛壬癸')), 0)
  assert.equal(likeness(shingles('甲乙丙丁戊己'), shingles('乙丙丁戊己庚')), 1 / 3)
})
