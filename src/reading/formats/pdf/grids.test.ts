import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { gridsOf } from './grids.ts'
import { linesOf } from './lines.ts'
import { ruledTable } from './ruled-tables.ts'
import { type Ruling, rulingsOf } from './rulings.ts'

const across = (at: number, from: number, to: number): Ruling => ({ across: true, at, from, to })
const down = (at: number, from: number, to: number): Ruling => ({ across: false, at, from, to })
const run = (text: string, x0: number, x1: number, base: number) => ({ text, x0, x1, base, size: 10 })

/** Two rows and three columns at 0, 50, 100, 150; the first row's last two cells are one. */
const form = [
  across(0, 0, 150),
  across(20, 0, 150),
  across(40, 0, 150),
  down(0, 0, 40),
  down(50, 0, 40),
  down(100, 20, 40),
  down(150, 0, 40),
]

test('少一道竖线的两格是一个合并单元格', () => {
  const [grid] = gridsOf(form)
  assert.deepEqual(
    grid?.cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan]),
    [
      [0, 0, 1, 1],
      [0, 1, 1, 2],
      [1, 0, 1, 1],
      [1, 1, 1, 1],
      [1, 2, 1, 1],
    ],
  )
})

test('左右不封口的表，横线两端就是边', () => {
  const [grid] = gridsOf([across(0, 0, 150), across(20, 0, 150), across(40, 0, 150), down(50, 0, 40), down(100, 0, 40)])
  assert.deepEqual(grid?.xs, [0, 50, 100, 150])
})

test('单独一个方框不是表', () => {
  assert.deepEqual(gridsOf([across(0, 0, 150), across(20, 0, 150), down(0, 0, 20), down(150, 0, 20)]), [])
})

test('一段字穿过竖线：断在空格处分到两格，断不开的两格都记为没读出', () => {
  const read = (text: string) => {
    const lines = linesOf([run('甲', 10, 20, 15), run(text, 60, 140, 35)], 1)
    return ruledTable(gridsOf(form)[0]!, lines, 1)?.rows[1]?.map((cell) => [cell.text, cell.unread === true])
  }
  assert.deepEqual(read('1234.56 100.00%'), [
    ['', false],
    ['1234.56', false],
    ['100.00%', false],
  ])
  assert.deepEqual(
    read('1234.56100.00%')?.map(([, unread]) => unread),
    [false, true, true],
  )
})

test('两格的字印成一段，中间的空隙就是竖线：分到两格；空隙不在竖线上的，两格都记为没读出', () => {
  const read = (spaced: string) => {
    const text = spaced.replaceAll(' ', '')
    const lines = linesOf([run('甲', 10, 20, 15), { ...run(text, 76, 121, 35), spaced }], 1)
    return ruledTable(gridsOf(form)[0]!, lines, 1)?.rows[1]?.map((cell) => [cell.text, cell.unread === true])
  }
  assert.deepEqual(read('分值 得分'), [
    ['', false],
    ['分值', false],
    ['得分', false],
  ])
  assert.deepEqual(
    read('预期目标 值')?.map(([, unread]) => unread),
    [false, true, true],
  )
})

test('描边的线和填成细条的框都认得，曲线和色块不算', () => {
  const path = (operator: number, numbers: number[]) => [operator, [new Float32Array(numbers)]]
  const list = {
    fnArray: [
      OPS.save,
      OPS.transform,
      OPS.constructPath,
      OPS.restore,
      OPS.constructPath,
      OPS.constructPath,
      OPS.constructPath,
    ],
    argsArray: [
      null,
      [2, 0, 0, 2, 0, 0],
      path(OPS.stroke, [0, 10, 100, 1, 50, 100]),
      null,
      path(OPS.fill, [0, 10, 300, 1, 60, 300, 1, 60, 300.5, 1, 10, 300.5, 4]),
      path(OPS.fill, [0, 10, 400, 1, 60, 400, 1, 60, 450, 1, 10, 450, 4]),
      path(OPS.stroke, [0, 10, 500, 2, 20, 510, 30, 510, 40, 500]),
    ],
  }
  const upright = [1, 0, 0, -1, 0, 800]
  assert.deepEqual(
    rulingsOf(list, upright).map(({ across, at, from, to }) => [across, at, from, to]),
    [
      [true, 499.75, 10, 60],
      [true, 600, 20, 100],
    ],
  )
})
