import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unitInText } from './unit-in-text.ts'

const cases: readonly (readonly [text: string, unit: string | undefined])[] = [
  ['金额（万元）', '万元'],
  ['单位：元', '元'],
  ['表2 项目自评情况（单位：万元、分）', '万元'],
  ['表3 部门汇总（单位：个、万元、分）', '万元'],
  ['单位:万吨、元/吨、万元', '万元'],
  ['单位：元、万元、人', undefined],
  ['表5 复核对比（单位：个、分）', '分'],
  ['单位：某县财政局、某县审计局', undefined],
  ['项目名称', undefined],
]
for (const [text, unit] of cases)
  test(`表的单位：${text} ${unit ?? '没有写明'}`, () => {
    const found = unitInText(text)
    assert.equal(found && `${found.scale}${found.name}`, unit)
  })
