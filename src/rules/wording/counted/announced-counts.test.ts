import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announcedCounts } from './announced-counts.ts'
import { ordinalOrder } from './ordinal-order.ts'
import { findingsIn } from '../sample-reading.ts'

const agreeing: readonly [name: string, ...texts: string[]][] = [
  ['个数相符', '局机关内设4个股室：办公室、预算股、国库股、绩效股。'],
  ['中文数字', '下设三个二级机构，分别是会计中心、票据中心、投资评审中心。'],
  ['括号里的名称不计', '内设3个机构：秘书组、综合室（信息室、督办室）、行政组（含后勤）。'],
  ['末一项用“和”连接', '设3个股室：办公室、预算股和国库股。'],
  ['名称里自带“和”', '设3个股室：办公室、人事股、法规和政策股。'],
  ['名单后面另有一句', '设3个股室：办公室、人事股、财务股，均为正股级。'],
  ['逗号后面还有名称', '建成3个中心：政务服务中心、矛盾调解中心，文明实践中心。'],
  ['分号隔开名称', '设3个处室：（一）办公室；（二）财务处；（三）业务处。'],
  ['名单没有列完', '设10个股室：办公室、人事股等。'],
  ['“包括”只举几个', '共有12个项目，包括道路硬化、路灯安装。'],
  ['约数不算', '走访近10个单位：县教育局、县卫健局。'],
  ['序数不算', '这是第3个试点单位：县教育局、县卫健局。'],
  ['先列后数', '在城关镇、沿河镇和东山镇3个乡镇开展试点。'],
  ['名单前的动词不算名称', '走访、慰问城关镇、东山乡2个乡镇。'],
  ['“等”后的个数可以多于所列', '覆盖城关镇、沿河镇等8个乡镇。'],
  ['三个率三个100%', '建议提案办结率、满意率、回复率“三个100%”。'],
  ['措施条数相符', '主要采取以下三项措施：一是健全制度；二是加强培训；三是强化监督。'],
  ['措施分段写', '主要采取以下三项措施：一是健全制度；', '二是加强培训；', '三是强化监督。'],
  ['条里再分条', '存在以下两个问题：一是管理不细，（1）台账不全，（2）资料不齐；二是进度偏慢。'],
  ['没有点名是条目', '召开三次会议。一是安全会议；二是财务会议。'],
]
for (const [name, ...texts] of agreeing)
  test(`个数与所列相符的不报：${name}`, () => assert.deepEqual(findingsIn(announcedCounts, texts), []))

const contradicting: readonly [name: string, text: string, severity: string, expression: string][] = [
  ['少列一个', '局机关内设5个股室：办公室、预算股、国库股、绩效股。', 'error', '4 ≠ 5'],
  ['中文数字多列一个', '下设两个二级机构，分别是会计中心、票据中心、投资评审中心。', 'error', '3 ≠ 2'],
  ['先列后数', '在城关镇、沿河镇、东山镇4个乡镇开展试点。', 'error', '3 ≠ 4'],
  ['先列后数，多写了几个零', '涉及城关镇、沿河镇、东山镇30000个乡镇。', 'error', '3 ≠ 30000'],
  ['“等”前列出的反而更多', '覆盖城关镇、沿河镇、东山镇等2个乡镇。', 'error', '3 ≠ 2'],
  ['三个100%只列两个率', '实现办结率、满意率“三个100%”。', 'error', '2 ≠ 3'],
  ['两个百分之百列了三个率', '实现入学率、巩固率、资助率“两个百分之百”。', 'error', '3 ≠ 2'],
  ['三项措施只有两条', '主要采取以下三项措施：一是健全制度；二是加强培训。', 'error', '2 ≠ 3'],
  ['四个方面列了三条', '体现在4个方面：（1）数量达标；（2）质量合格；（3）成本可控。', 'error', '3 ≠ 4'],
  ['句号之后列出的', '重点抓好两项工作。一是预算；二是决算；三是绩效。', 'warning', '3 ≠ 2'],
]
for (const [name, text, severity, expression] of contradicting)
  test(`个数与所列不符的要报：${name}`, () => {
    const [finding, ...others] = findingsIn(announcedCounts, [text])
    assert.deepEqual(others, [])
    assert.equal(finding?.severity, severity)
    assert.equal(finding?.expression, expression)
  })

const inOrder: readonly [name: string, ...texts: string[]][] = [
  ['依次排列', '一是查阅资料；二是核对数据；三是实地查看。'],
  ['分段排列', '一是查阅资料。', '二是核对数据。', '三是实地查看。'],
  ['条里再分条', '一是抓管理：一是建章立制，二是明确分工；二是抓进度。'],
  ['换一种写法', '一是抓谋划，二要抓落实，三是抓督查。'],
  ['另起一组', '一是抓谋划；二是抓落实。下一步：一是抓督查；二是抓整改。'],
  ['“统一是”“之一是”不是序号', '标准统一是前提，难点之一是资金，之三是人员。'],
]
for (const [name, ...texts] of inOrder)
  test(`“一是二是”顺序对的不报：${name}`, () => assert.deepEqual(findingsIn(ordinalOrder, texts), []))

test('缺“三是”要报', () => {
  const [finding] = findingsIn(ordinalOrder, ['一是建机制；二是强培训；四是严考核。'])
  assert.equal(finding?.severity, 'warning')
  assert.match(finding?.message ?? '', /中间缺“三是”/)
})

test('“二是”出现两次要报', () => {
  const [finding] = findingsIn(ordinalOrder, ['一是建机制；二是强培训；二是严考核。'])
  assert.equal(finding?.suggestion, '三是')
})
