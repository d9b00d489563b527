import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import { faultText, type ImportFault, type ImportedRow } from '#domain/imports/import-result.ts'
import type { BaseItem } from '#domain/ledger/base-data.ts'
import type { BaseRow } from '#domain/ledger/base-row.ts'
import { watchBaseTotals } from './watch-base-totals.ts'

const baseRows: readonly BaseRow[] = [
  { item: 'three', zh: '三公经费', parts: ['car', 'guest'] },
  { item: 'car', zh: '公务用车费' },
  { item: 'guest', zh: '公务接待' },
  { item: 'public', zh: '公用经费', parts: ['office', 'water'], open: true },
  { item: 'office', zh: '办公经费' },
  { item: 'water', zh: '水电费' },
]
type Wan = readonly [item: string, wan: number]

const itemOf = ([item, wan]: Wan): BaseItem => ({ item, column: 'original', amount: new Big(wan).times(10_000) })

function saidOf(handed: readonly Wan[], stored: readonly Wan[] = []): string[] {
  const faults: ImportFault[] = []
  const context = { accounts: new Map(), baseRows, baseItems: stored.map(itemOf) }
  const watch = watchBaseTotals(
    context,
    () => 'C',
    (fault) => faults.push(fault),
  )
  for (const [at, wan] of handed.entries())
    watch.see({ sheet: '', row: at + 2, entry: itemOf(wan) } as unknown as ImportedRow)
  watch.finish(() => true)
  return faults.map((fault) => `${fault.severity} ${faultText(fault).split('。')[0]}`)
}

const cases: readonly (readonly [
  name: string,
  handed: readonly Wan[],
  stored: readonly Wan[],
  said: readonly string[],
])[] = [
  [
    '合计等于各项',
    [
      ['three', 5],
      ['car', 2],
      ['guest', 3],
    ],
    [],
    [],
  ],
  [
    '合计打成了别的数',
    [
      ['three', 6],
      ['car', 2],
      ['guest', 3],
    ],
    [],
    ['error 第2行C列：三公经费6.00万元与所列各项之和不符：公务用车费2.00、公务接待3.00，多 1.00万元'],
  ],
  [
    '各项四舍五入，差一分',
    [
      ['three', 5.01],
      ['car', 2],
      ['guest', 3],
    ],
    [],
    [],
  ],
  [
    '缺一项，合计大于已有的，不说',
    [
      ['three', 6],
      ['car', 2],
    ],
    [],
    [],
  ],
  [
    '缺一项，已有的就大于合计',
    [
      ['three', 1],
      ['car', 2],
    ],
    [],
    ['error 第2行C列：三公经费1.00万元与所列各项之和不符：公务用车费2.00，少 1.00万元'],
  ],
  [
    '其中没有列全的，合计可以更大',
    [
      ['public', 9],
      ['office', 2],
      ['water', 3],
    ],
    [],
    [],
  ],
  [
    '其中没有列全的，也不能比合计大',
    [
      ['public', 4],
      ['office', 2],
      ['water', 3],
    ],
    [],
    ['error 第2行C列：公用经费4.00万元与所列各项之和不符：办公经费2.00、水电费3.00，少 1.00万元'],
  ],
  [
    '只导入合计，账本里有各项，提醒',
    [['three', 6]],
    [
      ['car', 2],
      ['guest', 3],
    ],
    ['warning 第2行C列：三公经费6.00万元与所列各项之和不符：公务用车费2.00（账本）、公务接待3.00（账本），多 1.00万元'],
  ],
  [
    '只导入一项，账本里的合计对不上了，提醒',
    [['guest', 4]],
    [
      ['three', 5],
      ['car', 2],
      ['guest', 3],
    ],
    [
      'warning 第2行C列：账本里登记的三公经费5.00万元与所列各项之和不符：公务用车费2.00（账本）、公务接待4.00，少 1.00万元',
    ],
  ],
  [
    '账本里原来就不符的，不归这次导入',
    [['water', 1]],
    [
      ['three', 6],
      ['car', 2],
      ['guest', 3],
    ],
    [],
  ],
]
for (const [name, handed, stored, said] of cases)
  test(`导入基础数据，${name}`, () => assert.deepEqual(saidOf(handed, stored), said))
