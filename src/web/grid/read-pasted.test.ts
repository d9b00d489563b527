import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Column } from './column.ts'
import { valueOf } from './column.ts'
import { readPasted } from './read-pasted.ts'

const columns: readonly Column[] = [
  { field: 'voucher', title: '凭证号', kind: 'text', required: true, isFixed: true, names: ['支付凭证号', '支付单号'] },
  { field: 'date', title: '日期', kind: 'date', required: true, names: ['支付日期'] },
  { field: 'amount', title: '金额（元）', kind: 'amount', required: true, names: ['支付金额'] },
  { field: 'purpose', title: '用途', kind: 'text', names: ['摘要'] },
]

/** Each row as field: what is stored. */
function stored(text: string, at = 0) {
  const { rows, ...rest } = readPasted(columns, columns.slice(at), text)
  const entries = rows.map((row) =>
    Object.fromEntries(row.map(([column, cell]) => [column.field, valueOf(column, cell)])),
  )
  return { entries, ...rest }
}

const cases: readonly (readonly [string, string, number, unknown])[] = [
  ['没有标题行：从点的那一格起依次贴', '2023/5/4\t1,200.50', 1, [{ date: '2023-05-04', amount: '1200.5' }]],
  [
    '有标题行：按栏名对应，不管从哪一格贴、栏的先后',
    '摘要\t支付金额\t支付凭证号\n办公\t300\tP-1\n',
    2,
    [{ purpose: '办公', amount: '300', voucher: 'P-1' }],
  ],
  [
    '标题行写着万元：光写数字的是万元，写明单位的照它写的',
    '凭证号\t金额（万元）\nP-1\t1,200.50\nP-2\t0.3\nP-3\t500元',
    0,
    [
      { voucher: 'P-1', amount: '12005000' },
      { voucher: 'P-2', amount: '3000' },
      { voucher: 'P-3', amount: '500' },
    ],
  ],
  [
    '表名和“单位：万元”在标题行上面：都不是登记，单位照用',
    '支付明细表\t\t\n\t\t单位：万元\n凭证号\t日期\t金额\nP-1\t2023.12.30\t2',
    0,
    [{ voucher: 'P-1', date: '2023-12-30', amount: '20000' }],
  ],
  [
    '合计行、小计行、空行不是登记，别的行还在原来的位置',
    'P-1\t2023-1-2\t1\n\t\t\n小 计\t\t1\nP-2\t2023-1-3\t2\n合计\t\t3\n',
    0,
    [
      { voucher: 'P-1', date: '2023-01-02', amount: '1' },
      {},
      {},
      { voucher: 'P-2', date: '2023-01-03', amount: '2' },
      {},
    ],
  ],
  [
    '会计格式：货币符号、括号里的是负数',
    'P-1\t2023-1-2\t¥ 1,200.50 \nP-2\t2023-1-2\t(300.00)',
    0,
    [
      { voucher: 'P-1', date: '2023-01-02', amount: '1200.5' },
      { voucher: 'P-2', date: '2023-01-02', amount: '-300' },
    ],
  ],
  ['只有一个词碰巧是栏名，不当标题行', '用途\t2023-1-2\t5', 0, [{ voucher: '用途', date: '2023-01-02', amount: '5' }]],
  ['只贴一格空白：清空那一格', '\n', 3, [{ purpose: null }]],
  ['一列里的“合计”是文字，照贴', '办公\n合计', 3, [{ purpose: '办公' }, { purpose: '合计' }]],
]
for (const [name, text, at, entries] of cases) test(name, () => assert.deepEqual(stored(text, at).entries, entries))

test('标题行里没有对应的栏说得出来，序号不用说', () => {
  const { unused, heads, totals } = stored('序号\t凭证号\t金额\t账户余额\n1\tP-1\t2\t9\n合计\t\t2\t9')
  assert.deepEqual({ unused, heads, totals }, { unused: ['账户余额'], heads: 1, totals: 1 })
})
