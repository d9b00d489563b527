import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import type { Wording } from '#domain/knowledge.ts'
import { residue } from './residue.ts'
import { findingsIn, quoted } from '../sample-reading.ts'
import { slips } from './slips.ts'

const wording = parse(readFileSync(new URL('../../../../data/wording.yaml', import.meta.url), 'utf8')) as Wording

test('词表里的错字都查得到，正字里没有错字', () => {
  for (const { wrong, right } of wording.slips) {
    assert.ok(!right.includes(wrong), wrong)
    assert.equal(findingsIn(slips, [`其中${wrong}，`], wording).length, 1, wrong)
  }
})

test('正字不报', () => {
  for (const { right } of wording.slips) assert.deepEqual(findingsIn(slips, [`其中${right}，`], wording), [], right)
})

const right: readonly string[] = [
  '既使用财政资金，又使用自有资金。',
  '按装机容量计算补助。',
  '搭建救灾帐篷120顶，对帐篷统一登记。',
  '办理涉企事项时，由企业自己完成申报。',
  '年末完成验收，12月末完成结算。',
  '公布署名文章3篇。',
  '天然气份额稳步提高。',
  '他究竟争取了多少资金，毕竟标准不同。',
  '受理报名截止2023年12月31日。',
  '截至2023年12月31日，资金全部到位。',
  '培训23多人次不成立，培训20多人次、10余家企业成立。',
  '支出1,286.05万元，比上年增加3.5%。',
  '海拔800米，选拔干部20名。',
  '在致贫因素分析的基础上分类施策。',
]
for (const each of right) test(`用得对的不报：${each}`, () => assert.deepEqual(findingsIn(slips, [each], wording), []))

const wrong: readonly [text: string, words: string, severity: string][] = [
  ['大额资金的使用由班子会议眼界决定。', '眼界决定', 'warning'],
  ['依法依归使用资金。', '依法依归', 'warning'],
  ['撰写3多篇调研文稿。', '3多篇', 'warning'],
  ['截止2023年12月31日，到位资金30万元。', '截止', 'warning'],
  ['项目己全部完工。', '己', 'warning'],
  ['该项指标末完成。', '末', 'warning'],
  ['参与市场竟争。', '竟', 'warning'],
  ['资金969.06万元元。', '6万元元', 'warning'],
  ['满意度达到95%%。', '5%%', 'warning'],
  ['完成率百分之95%。', '百分之95%', 'warning'],
  ['约300人左右参加。', '约300人左右', 'info'],
  ['开支同比上年下降3%。', '同比上年', 'info'],
  ['设立专用帐户。', '帐户', 'info'],
  ['行政运行347.26万元,其他25.33万元。', ',', 'info'],
]
for (const [text, words, severity] of wrong)
  test(`用错的要报：${text}`, () => {
    const [finding, ...others] = findingsIn(slips, [text], wording)
    assert.deepEqual(others, [])
    assert.equal(finding?.severity, severity)
    assert.deepEqual(quoted(finding), [words])
  })

test('同一个错字几处合成一条，表格里的也算', () => {
  const [finding, ...others] = findingsIn(slips, ['全都投入项目。', [['资金', '全都投入']]], wording)
  assert.deepEqual(others, [])
  assert.equal(finding?.evidence.length, 2)
  assert.equal(finding?.suggestion, '全部投入')
  const cell = finding?.evidence[1]
  assert.deepEqual(cell && 'place' in cell ? cell.place : undefined, {
    part: 0,
    block: 2,
    start: 0,
    end: 4,
    row: 0,
    cell: 1,
  })
})

const clean: readonly (string | string[][])[] = [
  '其他资金占比3.5%，比上年减少2.1万元，下降4%。',
  '支出 126.3 万元，占 35 %。',
  '公务接待费为0万元。',
  '按得分（分值×执行率）计算，面积20×30米。',
  [
    ['指标', '占%', '……'],
    ['增加/减少', '占 %', '××'],
  ],
  '单位负责人：　　　　　　联系电话：',
  '联系电话：0999-5521×××。',
  '（含县核电办8人）',
]
for (const each of clean)
  test(`没有残留的不报：${String(each)}`, () => assert.deepEqual(findingsIn(residue, [each], wording), []))

const left: readonly [text: string, severity: string][] = [
  ['主要从项目的经济性、效率性、有效性和可持续性等方面进行量化、具体分析。其中：…', 'warning'],
  ['（一）项目概况（100字以内）', 'warning'],
  ['（请填写项目立项依据）', 'warning'],
  ['支出比上年增加（减少）3.5万元。', 'warning'],
  ['基本支出占总支出的 %。', 'warning'],
  ['公务接待费比上年减少 万元。', 'warning'],
  ['公务接待费比上年减少万元，下降5%。', 'warning'],
  ['预算执行率为%。', 'warning'],
  ['支出××万元。', 'error'],
  ['XX项目已完工。', 'warning'],
  ['具体成效待补充。', 'error'],
  ['【此处填写绩效目标】', 'error'],
]
for (const [text, severity] of left)
  test(`模板残留要报：${text}`, () => {
    const [finding, ...others] = findingsIn(residue, [text], wording)
    assert.deepEqual(others, [])
    assert.equal(finding?.severity, severity)
  })
