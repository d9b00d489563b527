import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnsWithRoom } from './columns-with-room.ts'

const widths: Readonly<Record<string, number>> = { 凭证号: 100, 金额: 120, 用途: 100, 收款人: 120, 备注: 80 }
const all = Object.keys(widths)

const cases: readonly (readonly [string, number, readonly string[], readonly string[]])[] = [
  ['放得下，一栏不少', 520, ['凭证号'], all],
  ['差一点也放不下：末尾的先隐去', 519, ['凭证号'], ['凭证号', '金额', '用途', '收款人']],
  ['再窄，从后往前一栏一栏隐去', 330, ['凭证号'], ['凭证号', '金额', '用途']],
  ['必填的、自己要看的留着，隐去它们前面的', 420, ['凭证号', '金额', '备注'], ['凭证号', '金额', '用途', '备注']],
  ['再窄必填的也在', 10, ['凭证号', '金额'], ['凭证号', '金额']],
  ['还没有量出多宽', Infinity, [], all],
]

for (const [name, room, stay, expected] of cases)
  test(name, () => {
    const shown = columnsWithRoom(
      all,
      room,
      (column) => widths[column] ?? 0,
      (column) => stay.includes(column),
    )
    assert.deepEqual(shown, expected)
  })
