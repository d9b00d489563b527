import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { type FormLayout, type LayoutRow, columnsOf } from '#domain/report/form-layout.ts'
import { formLayout, formsOf } from './load-forms.ts'
import { rulePacks } from './load-packs.ts'

const ids = readdirSync(new URL('../../../data/forms/', import.meta.url)).map((file) => file.replace(/\.yaml$/, ''))

/** Grid columns each row of a layout fills, with what cells above it cover. */
function filled({ rows, widths }: FormLayout): number[] {
  const covered = widths.map(() => 0)
  const widthOf = (row: LayoutRow) =>
    'indicators' in row
      ? columnsOf(row.indicators).reduce((sum, { span }) => sum + span, row.side === undefined ? 0 : 1)
      : row.cells.reduce((sum, { span }) => sum + span, 0)
  return rows.map((row) => {
    const reached = covered.filter((left) => left > 0).length
    for (const [at, left] of covered.entries()) covered[at] = Math.max(0, left - 1)
    let column = reached
    if ('cells' in row)
      for (const { span, rows: height } of row.cells) {
        for (let under = column; under < column + span; under += 1) covered[under] = height - 1
        column += span
      }
    return reached + widthOf(row)
  })
}

for (const id of ids)
  test(`表式 ${id}：每一行都恰好排满各栏`, () => {
    const layout = formLayout(id)
    assert.deepEqual(
      filled(layout),
      layout.rows.map(() => layout.widths.length),
    )
  })

test('每个规则包的表式都在，data/forms 里没有哪个包都不用的表式', () => {
  const used = rulePacks().flatMap((pack) => Object.values(formsOf(pack)).map(({ id }) => id))
  assert.deepEqual([...new Set(used)].toSorted(), ids.toSorted())
})

test('没有的表式报错，不拿别的顶替', () => {
  assert.throws(() => formLayout('mars'))
})
