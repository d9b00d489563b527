import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BaseDataView } from '#http/contracts/year.ts'
import { lastYearsActuals } from './last-years-actuals.ts'

type Cell = BaseDataView['rows'][number]['cells'][number]
const row = (item: string, actual: Omit<Cell, 'column'>) => ({
  item,
  name: item,
  cells: [
    { column: 'prior-actual' as const, text: '9万元' },
    { column: 'actual' as const, ...actual },
  ],
})
const last: BaseDataView = {
  rows: [
    row('公务接待', { text: '15.7万元' }),
    row('出国经费', { text: '0万元' }),
    row('三公经费', { text: '15.7万元', formula: '0.00 + 15.70 = 15.70万元' }),
    row('办公经费', { text: '98.56万元', formula: '117.32 − 17.82 − 0.94 = 98.56万元' }),
    row('政府采购', {}),
  ],
}

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['没有填的都照去年的决算填，0 也填', [], ['公务接待 15.7万元', '出国经费 0万元', '办公经费 98.56万元']],
  ['填过的不动', ['公务接待', '办公经费'], ['出国经费 0万元']],
]
for (const [name, entered, said] of cases)
  test(`上年决算照去年的账本：${name}；各项之和不填，去年空着的不填`, () => {
    const cells = lastYearsActuals(last, last.rows, (item) => entered.includes(item))
    assert.deepEqual(
      cells.map(({ item, column, text }) => [column, `${item} ${text}`]),
      said.map((each) => ['prior-actual', each]),
    )
  })
