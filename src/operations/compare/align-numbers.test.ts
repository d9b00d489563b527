import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alignNumbers } from './align-numbers.ts'

const written = [
  ['2023年支出', '969.06', '万元，其中：项目', '305.99', '万元，执行率', '100.00%', '。'],
  ['全年会议', '12', '次。'],
].flatMap((line) => line.map((text, at) => ({ text, number: at % 2 === 1 })))
const text = '2023年支出969.06万元，其中：项目 305.99 万元，\n执行率100.00%。全年会议12次。'

const edits: [name: string, edit: (text: string) => string, now: (string | undefined)[], added: string[]][] = [
  ['没有改过，换行和空格不算', (same) => same, ['969.06', '305.99', '100.00%', '12'], []],
  ['改了一个数', (same) => same.replace('305.99', '350.99'), ['969.06', '350.99', '100.00%', '12'], []],
  ['删了一个数', (same) => same.replace('12次', '次'), ['969.06', '305.99', '100.00%', ''], []],
  ['数前面添了一位', (same) => same.replace('议12', '议112'), ['969.06', '305.99', '100.00%', '112'], []],
  ['另写了一句带数的话', (same) => `${same}另有经费58万元。`, ['969.06', '305.99', '100.00%', '12'], ['58']],
  ['页码插在中间', (same) => same.replace('全年', '—3—全年'), ['969.06', '305.99', '100.00%', '12'], ['3']],
]
for (const [name, edit, now, added] of edits)
  test(`印出来的数和改过的文字对齐：${name}`, () => {
    const aligned = alignNumbers(written, edit(text))
    assert.deepEqual(aligned?.now, now)
    assert.deepEqual(aligned?.added, added)
  })
