import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import type { ImportFault, ImportedRow } from '#domain/imports/import-result.ts'
import type { PackVariant } from '#domain/pack.ts'
import { watchWeights } from './watch-weights.ts'

const groups = (points: Readonly<Record<string, number>>): PackVariant['groups'] =>
  Object.entries(points).map(([heading, own]) => ({ headings: [heading], points: new Big(own) }))
const weightVariants: readonly PackVariant[] = [
  { id: 'usual', title: '一般', groups: groups({ 产出指标: 50, 效益指标: 30, 满意度指标: 10 }) },
  { id: 'no-satisfaction', title: '不设满意度', groups: groups({ 产出指标: 50, 效益指标: 40 }) },
]

const cases: readonly (readonly [
  name: string,
  rows: readonly (readonly [string, number])[],
  said: readonly string[],
])[] = [
  [
    '各级都对得上',
    [
      ['产出指标', 25],
      ['产出指标', 25],
      ['效益指标', 30],
      ['满意度指标', 10],
    ],
    [],
  ],
  [
    '不设满意度的另一种也算对',
    [
      ['产出指标', 50],
      ['效益指标', 40],
    ],
    [],
  ],
  [
    '合计90，两级各差5分',
    [
      ['产出指标', 55],
      ['效益指标', 25],
      ['满意度指标', 10],
    ],
    [
      'H2:「部门整体」产出指标的分值合计 55，评分规则给 50 分。',
      'H3:「部门整体」效益指标的分值合计 25，评分规则给 30 分。',
    ],
  ],
  ['规则里没有的一级指标，只看合计', [['管理指标', 90]], []],
]
for (const [name, rows, said] of cases)
  test(`导入指标，${name}`, () => {
    const faults: ImportFault[] = []
    const watch = watchWeights(
      { accounts: new Map(), weightVariants },
      () => 'H',
      (fault) => faults.push(fault),
    )
    for (const [index, [level1, weight]] of rows.entries()) {
      const entry = { id: `x${index}`, scope: 'department', level1, weight: new Big(weight) }
      watch.see({ sheet: '', row: index + 2, entry } as unknown as ImportedRow)
    }
    watch.finish(() => true)
    assert.deepEqual(
      faults.map(({ row, column, message }) => `${column}${row}:${message}`),
      said,
    )
  })

test('湖北预算执行率占20分：指标合计80不提醒，合计90才提醒', () => {
  const hubei: readonly PackVariant[] = [{ id: 'usual', title: '一般', groups: groups({ 产出指标: 40, 效益指标: 40 }) }]
  const said = (weights: readonly (readonly [string, number])[]) => {
    const faults: ImportFault[] = []
    const watch = watchWeights(
      { accounts: new Map(), weightVariants: hubei },
      () => 'H',
      (fault) => faults.push(fault),
    )
    for (const [at, [level1, weight]] of weights.entries())
      watch.see({
        sheet: '',
        row: at + 1,
        entry: { id: `i${at}`, scope: 'department', level1, weight: new Big(weight) },
      } as unknown as ImportedRow)
    watch.finish(() => false)
    return faults.map(({ message }) => message)
  }
  assert.deepEqual(
    said([
      ['产出指标', 40],
      ['效益指标', 40],
    ]),
    [],
  )
  assert.deepEqual(said([['管理指标', 90]]), [
    '「部门整体」各指标分值合计 90，不是 100（不含预算执行率 20 分时应为 80）。',
  ])
})
