import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import type { ImportedRow } from '#domain/imports/import-result.ts'
import type { ImportTable } from '#domain/imports/import-table.ts'
import { findHeader } from './find-header.ts'
import { runningSum } from './running-sum.ts'
import { seenKeys } from './seen-keys.ts'
import { totalsOf } from './totals.ts'

const payments: ImportTable = {
  id: 'payments',
  zh: '国库支付明细',
  fields: [
    { id: 'voucher', zh: '凭证号', type: 'text', required: true, synonyms: ['支付凭证号'] },
    { id: 'date', zh: '支付日期', type: 'date', required: true, synonyms: ['日期'] },
    { id: 'amount', zh: '支付金额', type: 'amount', required: true, synonyms: ['金额'] },
    { id: 'purpose', zh: '用途', type: 'text', synonyms: ['摘要'] },
  ],
}
/** 前几行怎样写，读出哪一列是什么；undefined 是认不出表头。 */
const headings: readonly (readonly [
  name: string,
  lines: readonly (readonly string[])[],
  columns: Readonly<Record<string, number>> | undefined,
  unit?: string,
])[] = [
  ['按模板', [['凭证号', '支付日期', '支付金额（元）', '用途']], { voucher: 0, date: 1, amount: 2, purpose: 3 }, '元'],
  [
    '换了次序和叫法',
    [['摘要', '金额(万元)', '支付凭证号', '日期']],
    { purpose: 0, amount: 1, voucher: 2, date: 3 },
    '万元',
  ],
  [
    '标题和单位在上面',
    [['某局国库支付明细'], ['', '', '单位：万元'], ['凭证号', '日期', '金额']],
    { voucher: 0, date: 1, amount: 2 },
    '万元',
  ],
  [
    '标题紧挨着单层的表头',
    [['某局国库支付明细'], ['序号', '凭证号', '日期', '金额']],
    { voucher: 1, date: 2, amount: 3 },
  ],
  [
    '两层表头，上层合并',
    [
      ['支付凭证号', '支付', '支付', '摘要'],
      ['支付凭证号', '日期', '金额', '摘要'],
    ],
    { voucher: 0, date: 1, amount: 2, purpose: 3 },
  ],
  ['必填的缺了一大半', [['用途', '经办人', '金额']], undefined],
  ['没有表头', [['PZ1', '2023-05-01', '12.50', '办公用品']], undefined],
]
for (const [name, lines, columns, unit] of headings)
  test(`找表头，${name}`, () => {
    const rows = lines.map((cells, index) => ({ row: index + 1, cells }))
    const header = findHeader(rows, payments)
    assert.deepEqual(header && Object.fromEntries([...header.columns].toSorted()), columns && sorted(columns))
    assert.equal(header?.units.get('amount') ?? header?.caption, unit)
    if (name.startsWith('标题紧挨')) assert.deepEqual([header?.unused, header?.row], [[], header?.end])
  })

function sorted(columns: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(columns).toSorted())
}

type Total = `${'合计' | '小计'}${'' | '='}${number}`

/** 数字是一行的金额，「合计」后面是合计行写的数，「合计=」是公式算的。 */
const totals: readonly (readonly [name: string, rows: readonly (number | Total)[], said: readonly string[]])[] = [
  ['合计在最后', [1.1, 2.2, '合计3.3'], []],
  ['合计在最前', ['合计3.3', 1.1, 2.2], []],
  ['每组有小计，末了有总计', [1, 2, '小计3', 4, '小计4', '合计7'], []],
  ['合计多了一角', [1.1, 2.2, '合计3.4'], ['3.4：各行3.3']],
  ['小计不符的，与本组比', [1, 2, '小计3', 4, '小计5', 5, '小计5'], ['5：本组4']],
  ['没有各行只有合计', ['合计5'], ['5：各行0']],
  ['退款是负数', [10, -3.33, '合计6.67'], []],
  ['别的小计是公式，一个直接填，数对', [1, '小计=1', 2, '小计2', 3, '小计=3'], ['2：盖住了公式']],
  ['别的小计是公式，一个直接填，数不对', [1, '小计=1', 2, '小计9', '合计=3'], ['9：本组2，盖住了公式']],
  ['全是直接填的，不说', [1, '小计1', 2, '小计2', '合计3'], []],
]
for (const [name, rows, said] of totals)
  test(`核对合计，${name}`, () => {
    const sums = totalsOf()
    for (const [row, value] of rows.entries())
      if (typeof value === 'number') sums.add('amount', new Big(value))
      else
        sums.claim({
          row,
          field: 'amount',
          column: 0,
          value: new Big(value.replace(/^[^\d-]+/, '')),
          label: value.slice(0, 2),
          kind: value.includes('=') ? 'formula' : 'typed',
        })
    const wrong = sums
      .faults()
      .map(({ value, sum, ofGroup, isTypedOver }) =>
        [
          `${value.toFixed()}：${ofGroup ? '本组' : '各行'}${sum.toFixed()}`,
          ...(isTypedOver ? ['盖住了公式'] : []),
        ].join('，'),
      )
    assert.deepEqual([...wrong, ...sums.typed().map(({ value }) => `${value.toFixed()}：盖住了公式`)], said)
  })

test('很多数相加，与逐个按小数相加一样：分、厘、很大的数、负数', () => {
  const values = [
    '0.01',
    '99999999999.99',
    '-0.005',
    '123456789012345678.91',
    '1000',
    '0',
    '-99999999999999.99',
    '7e-10',
  ]
  let exact = new Big(0)
  const sum = runningSum()
  for (let round = 0; round < 3000; round++)
    for (const value of values) {
      exact = exact.plus(value)
      sum.add(new Big(value))
    }
  assert.equal(sum.value().toFixed(), exact.toFixed())
})

const first = { voucher: 'PZ1', amount: new Big('1.50'), purpose: '办公用品第一批采购' }
/** 同一凭证号的第二行写的什么，是不是和第一行一样。 */
const twins: readonly (readonly [name: string, second: object, isSame: boolean])[] = [
  ['一字不差', { ...first }, true],
  ['金额写法不同，数相同', { ...first, amount: new Big('1.5') }, true],
  ['金额不同', { ...first, amount: new Big('1.51') }, false],
  ['正负不同', { ...first, amount: new Big('-1.5') }, false],
  ['用途差一个字', { ...first, purpose: '办公用品第二批采购' }, false],
  ['少填一栏', { voucher: 'PZ1', amount: first.amount }, false],
]
for (const [name, second, isSame] of twins)
  test(`同一凭证号出现两次，${name}：${isSame ? '算重复' : '算矛盾'}`, () => {
    const keys = seenKeys()
    const at = (row: number, entry: object) => ({ sheet: '表', row, entry }) as unknown as ImportedRow
    assert.equal(keys.see('PZ1', at(2, first)), undefined)
    assert.deepEqual(keys.see('PZ1', at(9, second)), { sheet: '表', row: 2, isSame })
  })

test('十万个凭证号，一个不混', () => {
  const keys = seenKeys()
  for (let at = 0; at < 100_000; at++) {
    const row = { sheet: '', row: at + 1, entry: { voucher: `PZ${at}` } } as unknown as ImportedRow
    assert.equal(keys.see(`PZ${at}`, row), undefined)
  }
  assert.ok(keys.has('PZ99999') && !keys.has('PZ100000'))
})
