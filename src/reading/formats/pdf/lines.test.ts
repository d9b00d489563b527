import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellText } from './cell-text.ts'
import { withoutRadicals } from '../text/han-radicals.ts'
import { type Item, withoutSetSpaces } from './items.ts'
import { linesOf } from './lines.ts'
import { withOpenTables } from './open-tables.ts'
import { marginsOf, paragraphsOf } from './paragraphs.ts'
import { withoutRunningHeads } from './running-heads.ts'
import { isContinued } from './table-joins.ts'

/** A run of 10-point text that begins at x and stands at y; figures are half as wide as Chinese characters. */
function run(text: string, x: number, y: number): Item {
  const width = [...text].reduce((sum, character) => sum + (character > '\u2E00' ? 10 : 5), 0)
  return { text, x0: x, x1: x + width, base: y, size: 10 }
}

test('相邻的数由间隙分开，绝不粘连', () => {
  const [line] = linesOf([run('2020', 50, 100), run('10', 74, 100), run('100.00%', 90, 100), run('10', 140, 100)], 1)
  assert.equal(line?.text, '2020 10 100.00% 10')
})

test('紧挨着的两段是同一个数', () => {
  const [line] = linesOf([run('969.', 50, 100), run('06', 70.5, 100), run('万元', 81, 100)], 1)
  assert.equal(line?.text, '969.06万元')
})

test('中文旁的空格是排版，数字之间的空格要留', () => {
  assert.equal(withoutSetSpaces('全 年 支 出 1286.05 万 元'), '全年支出1286.05万元')
  assert.equal(withoutSetSpaces('100.00 10 20'), '100.00 10 20')
})

test('打印程序存成部首的字读成原字，一字仍是一字', () => {
  assert.equal(withoutRadicals('⼀、资⾦⽀出情况：⻢路镇2⼾'), '一、资金支出情况：马路镇2户')
  assert.equal(withoutRadicals('一、资金支出'), '一、资金支出')
})

test('单元格内的折行：填满才接，两个完整的数不接', () => {
  const placed = (items: Item[]) => linesOf(items, 1).flatMap(({ items }) => items)
  const cases: [string, Item[], number, string][] = [
    ['折断的数', [run('97.8', 0, 10), run('8', 0, 22)], 31, '97.88'],
    ['两个数', [run('118.50', 0, 10), run('10.25', 0, 22)], 41, '118.50\n10.25'],
    ['没填满的行', [run('执行数', 0, 10), run('（万元）', 0, 22)], 80, '执行数\n（万元）'],
    ['填满的行', [run('其他文化旅游', 0, 10), run('支出', 0, 22)], 72, '其他文化旅游支出'],
  ]
  for (const [name, items, width, text] of cases) assert.equal(cellText(placed(items), 1, width).text, text, name)
})

const openTable = [
  [run('项目', 50, 100), run('预算', 200, 100), run('执行', 300, 100), run('执行率', 400, 100)],
  [run('会议', 50, 120), run('15.70', 200, 120), run('15.70', 300, 120), run('100.00%', 400, 120)],
  [run('热线', 50, 140), run('90.00', 200, 140), run('89.97', 300, 140), run('99.97%', 400, 140)],
]

test('没有框线的表按横向位置分列', () => {
  const lines = linesOf([run('附表', 50, 50), ...openTable.flat()], 1)
  const [caption, table] = withOpenTables(lines)
  assert.ok(caption && 'text' in caption && caption.text === '附表')
  assert.ok(table && 'rows' in table)
  assert.deepEqual(
    table.rows.map((row) => row.map(({ text }) => text)),
    [
      ['项目', '预算', '执行', '执行率'],
      ['会议', '15.70', '15.70', '100.00%'],
      ['热线', '90.00', '89.97', '99.97%'],
    ],
  )
})

test('没有框线时缺一格是空白，跨两列的数记为没读出', () => {
  const rows = [
    ...openTable,
    [run('督查', 50, 160), run('12.00', 300, 160)],
    [run('小计 1 2 3 4 5 6 7 8 9 10 11 12 13 14', 50, 180), run('1', 420, 180)],
  ]
  const [table] = withOpenTables(linesOf(rows.flat(), 1))
  assert.ok(table && 'rows' in table)
  assert.deepEqual(
    table.rows[3]?.map(({ text }) => text),
    ['督查', '', '12.00', ''],
  )
  assert.equal(table.rows[4]?.[0]?.unread, true)
  assert.equal(table.rows[4]?.[3]?.unread, undefined)
})

test('没有框线时折成两行的数记为没读出', () => {
  const rows = [
    ...openTable,
    [run('总', 50, 168), run('5', 300, 168), run('100%', 400, 168)],
    [run('97.8', 200, 161), run('8', 200, 175)],
  ]
  const [table] = withOpenTables(linesOf(rows.flat(), 1))
  assert.ok(table && 'rows' in table)
  assert.equal(table.rows[3]?.[1]?.unread, true)
})

test('段落：到右边且下一行顶格就接，缩进或没到右边就另起', () => {
  const full = (text: string, x: number, y: number): Item => ({ ...run(text, x, y), x1: 500 })
  const items = [
    full('年初预算', 70, 100),
    full('数为95.', 50, 120),
    run('10%，完成。', 50, 140),
    run('新的一段', 70, 160),
    run('不满的行', 50, 180),
  ]
  const lines = linesOf(items, 1)
  const margins = marginsOf(lines)
  const texts = paragraphsOf(lines, new Map(lines.map((line) => [line, margins]))).map(({ text }) => text)
  assert.deepEqual(texts, ['年初预算数为95.10%，完成。', '新的一段', '不满的行'])
})

test('段落：句中列举的下一项换到行首，仍是同一段', () => {
  const items = [
    { ...run('预算分别为：（1）升级624万元；', 50, 100), x1: 480 },
    { ...run('（2）护栏396万元，两项都已完成，其余各项', 50, 120), x1: 500 },
    run('（3）另起的一段', 50, 160),
  ]
  const lines = linesOf(items, 1)
  const margins = { left: 50, right: 500 }
  const texts = paragraphsOf(lines, new Map(lines.map((line) => [line, margins]))).map(({ text }) => text)
  assert.equal(texts[0], '预算分别为：（1）升级624万元；（2）护栏396万元，两项都已完成，其余各项')
})

test('没有框线时标签写满了一列，紧挨着的数仍归下一列', () => {
  const rows = [
    [run('子项', 50, 100), run('预算', 120, 100), run('支出', 180, 100)],
    [run('储粮补贴', 50, 114), run('734', 120, 114), run('734', 180, 114)],
    [{ ...run('仓房维修及绿色', 50, 128), x1: 115 }, run('312', 120, 128), run('297', 180, 128)],
    [run('合计', 50, 142), run('1046', 120, 142), run('1031', 180, 142)],
  ]
  const [table] = withOpenTables(linesOf(rows.flat(), 1))
  assert.ok(table && 'rows' in table)
  assert.deepEqual(
    table.rows[2]?.map(({ text, unread }) => [text, unread]),
    [
      ['仓房维修及绿色', undefined],
      ['312', undefined],
      ['297', undefined],
    ],
  )
})

test('页眉页脚和各式页码去掉，表里的数留下', () => {
  const page = (number: number, foot: string) => ({
    height: 800,
    lines: linesOf([run('绩效材料', 200, 40), run(`正文第${number}段`, 50, 400), run(foot, 250, 780)], number),
  })
  for (const feet of [
    ['—5—', '—6—'],
    ['- 5 -', '- 6 -'],
    ['第5页 共9页', '第6页 共9页'],
    ['5', '6'],
    ['1/9', '2/9'],
  ]) {
    const kept = withoutRunningHeads(feet.map((foot, index) => page(index + 1, foot)))
    assert.deepEqual(
      kept.map((lines) => lines.map(({ text }) => text)),
      [['正文第1段'], ['正文第2段']],
      feet[0],
    )
  }
  const kept = withoutRunningHeads([page(1, '59'), page(2, '34')])
  assert.deepEqual(
    kept.map((lines) => lines.at(-1)?.text),
    ['59', '34'],
  )
})

test('列对不上的下一页表不接', () => {
  const table = { page: 1, line: 1, top: 0, bottom: 10, rows: [], lastPage: 1 }
  assert.equal(isContinued({ ...table, xs: [50, 100, 200] }, { ...table, page: 2, xs: [50, 101, 200] }), true)
  assert.equal(isContinued({ ...table, xs: [50, 100, 200] }, { ...table, page: 2, xs: [50, 150, 200] }), false)
  assert.equal(isContinued({ ...table, xs: [50, 100, 200] }, { ...table, page: 3, xs: [50, 100, 200] }), false)
})
