import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periods } from './periods.ts'
import { reportYear } from './report-year.ts'
import { findingsIn, findingsOf, quoted } from '../sample-reading.ts'

const lawful: readonly [name: string, ...texts: string[]][] = [
  ['全年数', '1-12月，收集企业反馈问题88个。'],
  ['工作安排', '1-3月，制定实施方案；4-6月，组织实施。'],
  ['次年的自评期间', '2024年1-3月，组织12家单位开展自评。'],
  ['没有数字', '1-7月，项目稳步推进。'],
  ['截至年末', '截至2023年12月31日，资金到位30万元。'],
  ['截至次年自评日', '截至2024年3月31日，项目支付28万元。'],
  ['上年末作期初数', '截至2022年12月31日，累计结余12万元。'],
  ['闰年二月', '2024年2月29日召开评审会。'],
  ['落款之前', '截至2024年3月1日，支付28万元。', '2024年3月15日'],
]
for (const [name, ...texts] of lawful)
  test(`期间和日期无误的不报：${name}`, () => assert.deepEqual(findingsIn(periods, texts), []))

const wrong: readonly [name: string, severity: string, words: string, ...texts: string[]][] = [
  ['部分年度', 'warning', '1-7月', '1-7月，收集企业反馈问题88个，已解决85个。'],
  ['写成1月至9月', 'warning', '1月至9月', '1月至9月，完成税收5200万元。'],
  ['上年的截止日', 'warning', '截至2022年12月31日', '截至2022年12月31日，资金全部拨付到位，支出30万元。'],
  ['还没到的截止日', 'warning', '截至2026年12月31日', '截至2026年12月31日，资金到位30万元。'],
  ['晚于落款', 'warning', '截至2024年6月30日', '截至2024年6月30日，支付28万元。', '2024年3月15日'],
  ['没有的日子', 'error', '2023年2月30日', '2023年2月30日召开评审会。'],
  ['平年二月', 'error', '2023年2月29日', '2023年2月29日召开评审会。'],
  ['没有的月份', 'error', '2023年13月', '2023年13月底完工。'],
]
for (const [name, severity, words, ...texts] of wrong)
  test(`期间和日期有误的要报：${name}`, () => {
    const [finding, ...others] = findingsIn(periods, texts)
    assert.deepEqual(others, [])
    assert.equal(finding?.severity, severity)
    assert.deepEqual(quoted(finding), [words])
  })

test('监控表和季度报告里的部分年度数字不报', () => {
  const blocks = ['1-7月，收集企业反馈问题88个。']
  assert.deepEqual(
    findingsOf(periods, [{ title: '2023年1-7月绩效监控表', kind: 'monitoring-form', year: 2023, blocks }]),
    [],
  )
  assert.deepEqual(findingsOf(periods, [{ title: '2023年三季度绩效报告', year: 2023, blocks }]), [])
})

const annual = (...blocks: string[]) => [{ title: '2023年度部门整体支出绩效自评报告', year: 2023, blocks }]
const copied = [
  '2022年收入120万元。',
  '2022年支出118万元。',
  '2022年召开会议12次。',
  '至2022年12月底完成。',
  '目标设立合理。',
]

test('正文多写别的年度要报', () => {
  const [finding, ...others] = findingsOf(reportYear, annual('一、概况', ...copied))
  assert.deepEqual(others, [])
  assert.equal(finding?.severity, 'warning')
  assert.equal(finding?.evidence.length, 4)
})

test('标题沿用上年年度要报', () => {
  const [finding, ...others] = findingsOf(reportYear, annual('一、2022年收支情况', '2023年收入120万元。', '二、绩效'))
  assert.deepEqual(others, [])
  assert.equal(finding?.suggestion, '2023年')
})

const fitting: readonly [name: string, ...blocks: string[]][] = [
  [
    '与上年对比',
    '一、概况',
    '2023年收入120万元，2022年收入118万元。',
    '2023年支出110万元，2022年支出109万元。',
    '2022年结转2万元，2022年结余1万元。',
  ],
  ['下年计划的标题', '一、概况', '2023年收入120万元。', '二、2024年工作计划', '2024年召开会议。'],
  ['与上年比较的标题', '一、与2022年对比情况', '2023年收入120万元。'],
  ['文件名里的年度', '一、概况', '根据《2021年办法》《2021年方案》《2021年细则》《2021年通知》，2023年收入120万元。'],
]
for (const [name, ...blocks] of fitting)
  test(`年度相符的不报：${name}`, () => assert.deepEqual(findingsOf(reportYear, annual(...blocks)), []))
