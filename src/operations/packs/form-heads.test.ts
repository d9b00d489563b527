import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FormLayout, columnsOf } from '#domain/report/form-layout.ts'
import { compact } from '#reading/tables/grids/labels.ts'
import { columnKey, fundSource } from '#reading/tables/grids/lexicon.ts'
import { knowledge } from '../load-knowledge.ts'
import { formsOf } from './load-forms.ts'
import { rulePacks } from './load-packs.ts'

/** What a column of a grid shows, and the column our reader takes its head for. */
const shown: Readonly<Record<string, string>> = {
  '{level1}': 'level1',
  '{level1.points}': 'level1',
  '{level2}': 'level2',
  '{name}': 'level3',
  '{target}': 'target',
  '{target.value}': 'target',
  '{target.signed}': 'target',
  '{actual}': 'attained',
  '{actual.value}': 'attained',
  '{weight}': 'weight',
  '{score}': 'score',
  '{reason}': 'reason',
  '{sign}': 'sign',
  '{unit}': 'measure-word',
}
const sources = /\{(source|fund)\.(?!total)[a-z-]+@/

const layouts = new Map(rulePacks().flatMap((pack) => Object.values(formsOf(pack)).map((form) => [form.id, form])))
for (const form of layouts.values())
  test(`表式 ${form.id}：各栏的叫法，读的时候也认得`, () => {
    for (const { head, show } of gridOf(form))
      if (shown[show]) assert.equal(columnKey(compact(head)), shown[show], `「${head}」`)
  })

test('规则包另写的叫法，读的时候认作它说的那一栏；通行的叫法不因规则包改变', () => {
  const { labels } = knowledge()
  for (const { id, aliases = {} } of rulePacks())
    for (const [key, heads] of Object.entries(aliases))
      for (const head of heads) assert.equal(columnKey(compact(head), labels), key, `${id}「${head}」`)
  const own = new Map([
    ['达标值', 'target'],
    ['得分', 'weight'],
  ])
  assert.deepEqual(
    ['达标值', '得分', '别的'].map((head) => columnKey(head, own)),
    ['target', 'score', undefined],
  )
})

test('各地资金来源各行的叫法，读的时候也认得', () => {
  for (const form of layouts.values())
    for (const row of form.rows) {
      if (!('cells' in row)) continue
      const [label, first] = row.cells
      if (!label || !first || !sources.test(first.text)) continue
      assert.ok(fundSource(label.text.replace(/^其中：/, '')), `${form.id}「${label.text}」`)
    }
})

function gridOf({ rows }: FormLayout) {
  return rows.flatMap((row) => ('indicators' in row ? columnsOf(row.indicators) : []))
}
