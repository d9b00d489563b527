import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EntryLine } from '../../saving/use-entries.ts'
import { placedBefore, placedUnder, steppedBy, treeOf } from './tree.ts'

const variants = [
  {
    id: 'standard',
    title: '有满意度指标',
    groups: [
      { headings: ['产出指标'], points: '50' },
      { headings: ['效益指标'], points: '30' },
      { headings: ['满意度指标'], points: '10' },
    ],
  },
  {
    id: 'no-satisfaction',
    title: '没有满意度指标',
    groups: [
      { headings: ['产出指标'], points: '50' },
      { headings: ['效益指标'], points: '40' },
    ],
  },
]
const shared = [{ id: 'hubei', title: '', groups: [{ headings: ['效益指标', '满意度指标'], points: '40' }] }]

function line(id: string, level1: string, level2: string, weight: string): EntryLine {
  const entry = { id, level1, level2, name: id, weight }
  return { id, key: [id], stored: entry, entry, isNew: false }
}

const lines = [
  line('a', '产出指标', '数量指标', '20'),
  line('b', '产出指标', '质量指标', '12.5'),
  line('c', '产出指标', '数量指标', '17.5'),
  line('d', '效益指标', '社会效益指标', '40'),
]
const tree = treeOf(lines, variants)

test('分值逐级相加，与规则包给一级指标的分值相比；没有满意度指标时效益归40分', () => {
  assert.deepEqual(
    tree.levels.map(({ level1, sum, planned, groups }) => [level1, sum, planned, groups.map((each) => each.sum)]),
    [
      ['产出指标', '50', '50', ['37.5', '12.5']],
      ['效益指标', '40', '40', ['40']],
    ],
  )
  assert.deepEqual([tree.sum, tree.planned, tree.unused], ['90', '90', ['满意度指标']])
})

test('没填或填错的分值不算进合计；规则包没有的一级指标排在后面，没有应得分', () => {
  const odd = treeOf([...lines, line('e', '管理指标', '制度', ''), line('f', '管理指标', '制度', '很多')], variants)
  const last = odd.levels.at(-1)
  assert.deepEqual([last?.level1, last?.sum, last?.planned], ['管理指标', '0', undefined])
  assert.equal(odd.sum, '90')
})

test('两个一级指标合给一份分值的，按两者之和比', () => {
  const both = treeOf(
    [line('a', '效益指标', '社会效益指标', '25'), line('b', '满意度指标', '服务对象满意度指标', '15')],
    shared,
  )
  assert.deepEqual(
    both.levels.map(({ sum, reached, planned, others }) => [sum, reached, planned, others]),
    [
      ['25', '40', '40', ['满意度指标']],
      ['15', '40', '40', ['效益指标']],
    ],
  )
})

const steps: readonly [string, -1 | 1, string | undefined, string?][] = [
  ['c', -1, '数量指标 c a b d'],
  ['a', 1, '数量指标 c a b d'],
  ['c', 1, '质量指标 a c b d'],
  ['b', -1, '数量指标 a c b d'],
  ['b', 1, '社会效益指标 a c b d'],
  ['d', -1, '质量指标 a c b d'],
  ['a', -1, undefined],
  ['d', 1, undefined],
]
for (const [id, by, wanted] of steps)
  test(`${id}${by < 0 ? '上移' : '下移'}一步：${wanted ?? '已在尽头，不动'}`, () => {
    const placing = steppedBy(tree, id, by)
    assert.equal(placing && [placing.level2, ...placing.ids].join(' '), wanted)
  })

test('拖到一项之前，归到那一项的指标下；拖到二级指标上，排在末尾；可以是新的二级指标', () => {
  assert.deepEqual(placedBefore(tree, 'd', 'c'), { ids: ['a', 'd', 'c', 'b'], level1: '产出指标', level2: '数量指标' })
  assert.equal(placedBefore(tree, 'd', 'd'), undefined)
  assert.deepEqual(placedUnder(tree, 'a', '产出指标', '质量指标').ids, ['c', 'b', 'a', 'd'])
  assert.deepEqual(placedUnder(tree, 'a', '效益指标', '经济效益指标').ids, ['c', 'b', 'd', 'a'])
})
