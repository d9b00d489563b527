import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySections } from './empty-sections.ts'
import { headingOrder } from './heading-order.ts'
import { headingShape } from './heading-shape.ts'
import { findingsIn, findingsOf, quoted } from '../sample-reading.ts'

const text = '按照年初批复的预算组织实施，各项工作按进度完成。'

const inOrder: readonly [name: string, ...texts: string[]][] = [
  ['逐级连续', '一、概况', '（一）职能', text, '（二）机构', text, '二、收支', '（一）收入', text, '（二）支出', text],
  ['标题后接正文', '（一）加强领导。' + text, '（二）完善制度', text, '（三）强化监督。' + text],
  ['序号夹在段落里', '一、概况', `${text}二、收支情况${text}`, '三、绩效', text],
  ['序号夹在表格里之后续写', '一、概况', text, '三、四季度重点工作稳步推进。', '二、收支', text],
  ['职责从段中列起', '主要职责：1.贯彻法律法规；', '2.拟订发展规划；', '3.组织实施。'],
  ['小数不是序号', '1.5万元用于培训。', '3.2万元用于印刷。'],
  ['目录不算', '一、概况……1', '二、收支……3', '四、附表……9', '一、概况', text, '二、收支', text],
  ['新的部分重新编号', '第一部分 概况', '一、职能', text, '第二部分 说明', '三、收入', text],
]
for (const [name, ...texts] of inOrder)
  test(`标题序号连续的不报：${name}`, () => assert.deepEqual(findingsIn(headingOrder, texts), []))

const broken: readonly [name: string, expected: RegExp, ...texts: string[]][] = [
  ['缺号', /标题缺号.*中间缺“三、”/, '一、概况', text, '二、收支', text, '四、绩效', text],
  ['重号', /标题重号.*后一处应为“（三）”/, '（一）职能', text, '（二）机构', text, '（二）人员', text],
  ['倒号', /标题倒号/, '一、概况', text, '二、收支', text, '三、绩效', text, '二、问题', text],
  [
    '漏写序号的标题被点出',
    /其间的“效率情况分析”像是漏写了序号/,
    '（一）经济性',
    text,
    '效率情况分析',
    text,
    '（三）效益性',
    text,
  ],
  ['小序号缺一个', /中间缺“2、”/, '1、成立小组', text, '3、撰写报告', text],
]
for (const [name, expected, ...texts] of broken)
  test(`标题序号断开的要报：${name}`, () => {
    const [finding, ...others] = findingsIn(headingOrder, texts)
    assert.deepEqual(others, [])
    assert.equal(finding?.severity, 'warning')
    assert.match(finding?.message ?? '', expected)
  })

const projects = (second: readonly string[]) => [
  { title: '2023年度甲项目绩效报告', blocks: ['四、绩效情况', '（一）经济性分析', text, '（二）效益性分析', text] },
  { title: '2023年度乙项目绩效报告', blocks: second },
]

test('别的报告里有序号的标题，这里漏写序号要报', () => {
  const second = ['四、绩效情况', '（一）经济性分析', text, '效益性分析', text]
  const [finding, ...others] = findingsOf(headingShape, projects(second))
  assert.deepEqual(others, [])
  assert.equal(finding?.severity, 'warning')
  assert.deepEqual(quoted(finding), ['效益性分析', '（二）效益性分析'])
})

const shaped: readonly [name: string, second: readonly string[]][] = [
  ['这一节本来不编号', ['四、绩效情况', '效益性分析', text]],
  ['没有带序号的同名标题', ['四、绩效情况', '（一）经济性分析', text, '数量指标', text]],
  ['都编了号', ['四、绩效情况', '（一）经济性分析', text, '（二）效益性分析', text]],
]
for (const [name, second] of shaped)
  test(`不编号不算漏写：${name}`, () => assert.deepEqual(findingsOf(headingShape, projects(second)), []))

test('括号一半全角一半半角作提示', () => {
  const [finding] = findingsIn(headingShape, ['(一）经济性', text, '（二）效益性', text])
  assert.equal(finding?.severity, 'info')
  assert.equal(finding?.suggestion, '（一）')
})

test('同级括号有全角有半角作提示', () => {
  const [finding] = findingsIn(headingShape, ['(一)经济性', text, '（二）效益性', text])
  assert.equal(finding?.severity, 'info')
  assert.deepEqual(quoted(finding), ['(一)'])
})

test('全用半角括号或级别不同的不提示', () => {
  assert.deepEqual(findingsIn(headingShape, ['(一)经济性', text, '(二)效益性', text]), [])
  assert.deepEqual(findingsIn(headingShape, ['（一）经济性', text, '(1)成本', text]), [])
})

test('标题下面没有正文要报', () => {
  const texts = ['一、概况', text, '二、收支', text, '三、存在的问题', '四、改进措施', text, '五、其他', text]
  const [finding, ...others] = findingsIn(emptySections, texts)
  assert.deepEqual(others, [])
  assert.equal(finding?.severity, 'warning')
  assert.deepEqual(quoted(finding), ['三、存在的问题'])
})

const filled: readonly [name: string, ...blocks: (string | string[][])[]][] = [
  ['下面是小标题', '一、概况', '（一）职能', text, '二、收支', text],
  ['下面是表格', '一、概况', text, '二、收支', [['收入', '100']], '三、绩效', text],
  ['目录', '目录', '一、概况', '二、收支', '三、绩效', '一、概况', text, '二、收支', text, '三、绩效', text],
  ['一串短句是列举', '一、措施', '（一）加强领导', '（二）完善制度', '（三）强化监督', '二、其他', text],
  ['标题里写明没有', '一、概况', text, '二、其他情况：无', '三、附件', text],
]
for (const [name, ...blocks] of filled)
  test(`不算空标题：${name}`, () => assert.deepEqual(findingsIn(emptySections, blocks), []))
