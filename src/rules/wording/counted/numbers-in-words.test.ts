import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absoluteClaims } from '../words/absolute-claims.ts'
import { changeWords } from '../figures/change-words.ts'
import { numberFormat } from '../figures/number-format.ts'
import { findingsIn, quoted } from '../sample-reading.ts'

const changed: readonly [text: string, suggestion: string | undefined][] = [
  ['公务接待费同比增长-3.5%。', '下降3.5%'],
  ['支出比上年增加-12.6万元。', '减少12.6万元'],
  ['运行经费下降-3.5%。', '下降3.5%'],
  ['投诉量下降了2倍。', undefined],
  ['事故数减少三倍。', undefined],
  ['满意率提高3个百分点%。', undefined],
  ['满意率提高3%个百分点。', undefined],
]
for (const [text, suggestion] of changed)
  test(`增减用语搭配不当要报：${text}`, () => {
    const [finding, ...others] = findingsIn(changeWords, [text])
    assert.deepEqual(others, [])
    assert.equal(finding?.severity, 'warning')
    assert.equal(finding?.suggestion, suggestion)
  })

const wellSaid: readonly string[] = [
  '公务接待费同比下降3.5%。',
  '三公经费变动率为-3.5%，增长率为-2%。',
  '税收增长3-5%，产值增长2倍。',
  '满意率提高3个百分点，增长3.2%。',
  '成本减少到原来的三分之一。',
]
for (const text of wellSaid)
  test(`搭配得当的不报：${text}`, () => assert.deepEqual(findingsIn(changeWords, [text]), []))

const formats: readonly [text: string, words: string][] = [
  ['支出1,28,605元。', '1,28,605'],
  ['支出１286.05万元。', '１'],
  ['下达补助资金19204.096万，全部到位。', '19204.096万'],
]
for (const [text, words] of formats)
  test(`数字写法不规范作提示：${text}`, () => {
    const [finding, ...others] = findingsIn(numberFormat, [text])
    assert.deepEqual(others, [])
    assert.equal(finding?.severity, 'info')
    assert.deepEqual(quoted(finding), [words])
  })

const wellWritten: readonly string[] = [
  '支出1,286,050.00元，收入3，518.85元不在此列，合计12,345,678元。',
  '分别支出12,35万元。',
  '注册用户23万，发放资料补助宣传册5万，资金30万元。',
  '第1,2,3项指标。',
  '支出１２８６万元。',
]
for (const text of wellWritten)
  test(`数字写法规范的不提示：${text}`, () => assert.deepEqual(findingsIn(numberFormat, [text]), []))

test('绝对说法只作提示，每类一条', () => {
  const texts = ['政务信息位列全市前三，税收全市排名第2。', '资金无截留、挪用，未发生安全责任事故。']
  const found = findingsIn(absoluteClaims, texts)
  assert.deepEqual(
    found.map(({ severity, evidence }) => [severity, evidence.length]),
    [
      ['info', 2],
      ['info', 2],
    ],
  )
})

test('口号、季度、普通的“无”不算绝对说法', () => {
  const texts = ['市场准入“零门槛”。', '全市第三季度完成税收120万元。', '其他需要说明的问题：无。', '全市第1批项目。']
  assert.deepEqual(findingsIn(absoluteClaims, texts), [])
})
