import assert from 'node:assert/strict'
import { test } from 'node:test'
import { baseColumns, readBasePasted } from './paste-base.ts'

const rows = ['三公经费', '公车购置', '公务接待'].map((name, index) => ({ item: `i${index}`, name, cells: [] }))
const columns = baseColumns(rows, '项目', { 'prior-actual': '上年决算', original: '本年预算', actual: '本年决算' })

const cases: readonly (readonly [string, string, string, readonly string[], readonly string[]])[] = [
  [
    '光是数：从点的那一格往右往下',
    'i1 original',
    '1\t2\n3\t4',
    ['i1 original 1', 'i1 actual 2', 'i2 original 3', 'i2 actual 4'],
    [],
  ],
  ['超出表的不要', 'i2 actual', '1\t2\n3\t4', ['i2 actual 1'], []],
  [
    '带项目名称：按名称对应，次序不同也行，认得表式里的编号和“其中”',
    'i0 prior-actual',
    '公务接待\t15.7\n其中：1、公车购置\t0',
    ['i2 prior-actual 15.7', 'i1 prior-actual 0'],
    [],
  ],
  [
    '带标题行：各栏按栏名，写着元的照元',
    'i2 actual',
    '项目\t本年决算（元）\t上年决算（元）\n三公经费\t157,000.00\t',
    ['i0 actual 157,000.00元'],
    [],
  ],
  [
    '表里没有的项目说得出来，合计行不算',
    'i0 original',
    '公务接待\t1\n培训费\t2\n合计\t3',
    ['i2 original 1'],
    ['培训费'],
  ],
]
for (const [name, at, text, cells, unknown] of cases)
  test(name, () => {
    const [item = '', column = ''] = at.split(' ')
    const read = readBasePasted(columns, rows, { item, column }, text)
    assert.deepEqual(
      read.cells.map((each) => `${each.item} ${each.column} ${each.text}`),
      cells,
    )
    assert.deepEqual(read.unknown, unknown)
  })
