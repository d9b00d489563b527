import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from './findings-of.ts'

const form = (...rows: readonly string[]) => ['指标\t分值\t得分\t扣分原因', ...rows, '立项依据\t5\t5.00\t'].join('\n')
const byColumns = (score: string) =>
  [
    '项目名称\t全年预算数\t全年执行数\t执行率\t预算执行得分（10分）\t产出得分（50分）',
    `河湖管护\t680.00\t594.06\t87.36%\t${score}\t44.50`,
    '防汛物资\t745.00\t742.18\t99.62%\t9.96\t49.00',
  ].join('\n')

const cases: readonly (readonly [name: string, text: string, isReported: boolean])[] = [
  ['得分等于分值乘执行率', form('预算执行率94.92%\t10\t9.49\t跨年支付'), false],
  ['执行率错了一位', form('预算执行率94.52%\t10\t9.49\t跨年支付'), true],
  ['得分错了一位', form('预算执行率94.92%\t10\t9.94\t跨年支付'), true],
  ['写明按比例，差得再多也提醒', form('群众满意度\t10\t6.48\t满意度94.81%，按比例计分'), true],
  ['没写按比例，另有算法', form('预算执行率94.92%\t10\t8.00\t每低1个百分点扣0.4分'), false],
  ['到一定比例就得满分', form('预算执行率96.92%\t10\t10.00\t'), false],
  ['不是预算的执行率', form('制度执行率85.92%\t10\t8.29\t'), false],
  ['按目标值的完成程度计分', form('预算执行率\t≥95%\t94.92%\t10\t9.94\t'), false],
  ['分值写在表头里', byColumns('8.74'), false],
  ['分值写在表头里，得分错了一位', byColumns('8.84'), true],
]
for (const [name, text, isReported] of cases)
  test(`按比例计分：${name}`, async () => {
    const found = await findingsOf(text)
    assert.equal(found.includes('warning I60.rate'), isReported, found.join('、'))
  })
