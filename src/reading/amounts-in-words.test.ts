import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountsInWords } from './amounts-in-words.ts'

const cases: [text: string, printed: string[]][] = [
  ['壹佰贰拾叁元整', ['123']],
  ['人民币壹佰贰拾叁万肆仟伍佰元整', ['1234500']],
  ['大写：叁仟零伍拾圆零贰分', ['3050.02']],
  ['拾万元整', ['100000']],
  ['贰亿零叁佰万元', ['203000000']],
  ['壹拾伍元捌角', ['15.8']],
  ['合同价壹佰元整，尾款贰拾元整', ['100', '20']],
  ['壹贰叁元', []],
  ['拾佰元', []],
  ['单位：万元，共计伍个项目', []],
]
for (const [text, printed] of cases) {
  test(`大写金额：${text}`, () => {
    assert.deepEqual(
      amountsInWords(text).map((each) => each.printed),
      printed,
    )
  })
}
