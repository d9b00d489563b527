import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDrawn } from '../samples/claim-lines.ts'

const drawing = `
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 自评得分 | 偏差原因分析及改进措施
^ | 产出指标\\n（50分） | 数量\\n指标 | 例会 | 12次 | 12次 | 25 | 25 |
^ | ^ | ^ | …… | | | | |
^ | ^ | 质量指标 | 合格率 | ≥95% | 94% | 25 | 24 | 抽检不足
^ | 效益指标 | 社会效益指标 | 办结率 | 100% | 100% | 40 | 40 |
^ | ^ | 生态效益指标 | | | | | |
总分 | < | < | < | < | < | 100 | 99 |`

test('一级、二级指标顺着合并格往下带，标题里的分数不算名称', () => {
  const rows = readDrawn(drawing).indicators
  assert.deepEqual(
    rows.map((row) => row.group),
    [
      ['产出指标', '数量指标'],
      ['产出指标', '数量指标'],
      ['产出指标', '质量指标'],
      ['效益指标', '社会效益指标'],
      ['效益指标', '生态效益指标'],
    ],
  )
})

test('省略号行和空行是样表行，不是指标', () => {
  assert.deepEqual(
    readDrawn(drawing).indicators.map((row) => row.filler),
    [false, true, false, false, true],
  )
})

test('指标行带出指标值、完成值、分值、得分、原因和行号', () => {
  const row = readDrawn(drawing).indicators[2]
  assert.equal(row?.row, 4)
  assert.equal(row?.name.text, '合格率')
  assert.equal(row?.target?.text, '≥95%')
  assert.equal(row?.actual?.text, '94%')
  assert.equal(row?.weight?.printed, '25')
  assert.equal(row?.score?.printed, '24')
  assert.equal(row?.reason?.text, '抽检不足')
})

test('没有原因列的表不带原因，有列而空的带空原因', () => {
  const without = readDrawn('一级指标 | 二级指标 | 三级指标 | 分值 | 得分\n产出指标 | 数量指标 | 例会 | 10 | 8')
  assert.equal(without.indicators[0]?.reason, undefined)
  assert.equal(readDrawn(drawing).indicators[0]?.reason?.text, '')
})

test('符号和计量单位分列时合成一个指标值', () => {
  const rows = readDrawn(`
一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分
产出指标 | 数量指标 | 培训人数 | ≥ | 500 | 人 | 510 | 50 | 50`).indicators
  assert.equal(rows[0]?.target?.text, '≥500人')
  assert.equal(rows[0]?.actual?.text, '510人')
})

test('同一个格只成一个数', () => {
  const { figures } = readDrawn(drawing)
  const places = figures.map((figure) => `${figure.place.row}:${figure.place.cell}:${figure.place.start}`)
  assert.equal(new Set(places).size, places.length)
  assert.deepEqual(
    figures.map((figure) => figure.id),
    figures.map((_, index) => index),
  )
})

const wide = (heads: string, rows: string) => `
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | < | < | 分值 | 得分
^ | ^ | ^ | ^ | ${heads} | ^ | ^
${rows}`
const attained = (drawing: string) => readDrawn(drawing).indicators.map(({ actual }) => actual?.text)

test('完成值下分上下半年和全年：取全年一栏，第二行表头不是指标', () => {
  const rows = '产出指标 | 数量指标 | 巡河次数 | ≥48次 | 22次 | 28次 | 50次 | 50 | 50'
  assert.deepEqual(attained(wide('上半年 | 下半年 | 全年', rows)), ['50次'])
})

test('完成值下没有全年一栏，便不知取哪一栏', () => {
  const rows = '产出指标 | 数量指标 | 巡河次数 | ≥48次 | 22次 | 28次 | 31次 | 50 | 50'
  assert.deepEqual(attained(wide('甲河 | 乙河 | 丙河', rows)), [undefined])
})

test('指标值下分目标和实际：各归各栏', () => {
  const [row] = readDrawn(`
一级指标 | 二级指标 | 三级指标 | 指标值 | < | 分值 | 得分
^ | ^ | ^ | 目标值 | 实际完成值 | ^ | ^
产出指标 | 数量指标 | 巡河次数 | ≥48次 | 50次 | 50 | 50`).indicators
  assert.deepEqual([row?.target?.text, row?.actual?.text], ['≥48次', '50次'])
})

test('表头占两栏、下一行就是指标，不当第二行表头', () => {
  const rows = readDrawn(`
一级指标 | 二级指标 | 三级指标 | 年度指标值 | < | 实际完成值 | 分值 | 得分
产出指标 | 质量指标 | 管护制度 | 健全 | < | 健全 | 50 | 50
产出指标 | 时效指标 | 完工时间 | 按期 | 入冬前 | 按期 | 50 | 50`).indicators
  assert.equal(rows.length, 2)
})

test('总分行写明含预算执行率得分，仍是总分行', () => {
  const rows = readDrawn(`
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因
产出指标 | 数量指标 | 巡河次数 | ≥48次 | 46次 | 90 | 86 | 汛期停航
总分（含预算执行率得分） | < | < | < | < | 100 | 95.9 |`).indicators
  assert.deepEqual(
    rows.map(({ name }) => name.text),
    ['巡河次数'],
  )
})

test('各一级指标的小计行不是指标', () => {
  const rows = readDrawn(`
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 | 偏差原因
产出指标 | 数量指标 | 巡河次数 | ≥48次 | 46次 | 50 | 48 | 汛期停航
小计：产出指标 | < | < | < | < | 50 | 48 |
效益指标 | 生态效益 | 断面达标率 | ≥90% | 95% | 50 | 50 |
小计（效益指标） | < | < | < | < | 50 | 50 |
总分 | < | < | < | < | 100 | 98 |`).indicators
  assert.deepEqual(
    rows.map(({ name }) => name.text),
    ['巡河次数', '断面达标率'],
  )
})
