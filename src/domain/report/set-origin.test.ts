import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SetOrigin, originIn, originText } from './set-origin.ts'

const digest = '94bc6de4a26e209801ad9805fa95c86e'
const origin = (department: string): SetOrigin => ({
  division: '430922',
  department,
  year: 2023,
  pack: 'hunan-2023',
  digest,
})

for (const department of ['001', '办公室', 'a/b c', `引"号'<>&,;%`])
  test(`单位编号「${department}」写进文件再读出来还是它，不用转义`, () => {
    const text = originText(origin(department))
    assert.doesNotMatch(text, /[\s"'<>&,;]/)
    assert.deepEqual(originIn(`前 ${text}, 后`), origin(department))
  })

const broken: [name: string, text: string][] = [
  ['没有', '绩效报告'],
  ['少了摘要', 'jiheng:430922/001/2023/hunan-2023'],
  ['摘要短了', `jiheng:430922/001/2023/hunan-2023/${digest.slice(1)}`],
  ['摘要长了', `jiheng:430922/001/2023/hunan-2023/${digest}0`],
  ['地区不是代码', `jiheng:../001/2023/hunan-2023/${digest}`],
  ['转义写坏', `jiheng:430922/%E0%A4/2023/hunan-2023/${digest}`],
]
for (const [name, text] of broken) test(`账本标识${name}：当作没有`, () => assert.equal(originIn(text), undefined))
