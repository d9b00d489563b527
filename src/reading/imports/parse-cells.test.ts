import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Big } from 'big.js'
import type { Account } from '#domain/knowledge.ts'
import { parseAmount } from './parse-amount.ts'
import { type CodeKind, parseCode } from './parse-code.ts'
import { parseDate } from './parse-date.ts'

/** 写的、这一栏的单位值多少元、读成多少元；不是金额的说明是什么。 */
const amounts: readonly (readonly [written: string, worth: string, read: string])[] = [
  ['12345.67', '1', '12345.67'],
  ['12,345.67', '1', '12345.67'],
  ['１２３．４', '1', '123.4'],
  ['¥1,200', '1', '1200'],
  ['1.5', '10000', '15000'],
  ['0.123456', '10000', '1234.56'],
  ['3万元', '1', '30000'],
  ['3元', '10000', '3'],
  ['(12.50)', '1', '-12.5'],
  ['12.50-', '1', '-12.5'],
  ['-12.50', '10000', '-125000'],
  ['1O0', '1', '100 猜作 100'],
  ['0', '1', '0'],
  ['1.005', '1', 'beyond-fen'],
  ['0.1234567', '10000', 'beyond-fen'],
  ['壹万', '1', 'not-money'],
  ['12人', '1', 'not-money'],
  ['一二', '1', 'not-money'],
]
for (const [written, worth, read] of amounts)
  test(`金额「${written}」，单位值${worth}元：${read}`, () => {
    const parsed = parseAmount(written, new Big(worth))
    const guess = parsed.is === 'amount' && parsed.guessed !== undefined ? ` 猜作 ${parsed.guessed}` : ''
    assert.equal(parsed.is === 'amount' ? parsed.amount.toFixed() + guess : parsed.is, read)
  })

const dates: readonly (readonly [written: string, read: string | undefined])[] = [
  ['2023-05-01', '2023-05-01'],
  ['2023/5/1', '2023-05-01'],
  ['2023.5.1', '2023-05-01'],
  ['2023年5月1日', '2023-05-01'],
  ['20230501', '2023-05-01'],
  ['２０２３-０５-０１', '2023-05-01'],
  ['2023-05-01 10:20:30', '2023-05-01'],
  ['45047', '2023-05-01'],
  ['45047.75', '2023-05-01'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', undefined],
  ['2023-13-01', undefined],
  ['23-5-1', undefined],
  ['五月一日', undefined],
  ['12345', undefined],
]
for (const [written, read] of dates)
  test(`日期「${written}」：${read ?? '没有这一天，或不是日期'}`, () => assert.equal(parseDate(written), read))

const accounts = new Map(
  [
    { code: '2010301', name: '行政运行', kind: 'function' },
    { code: '2010302', name: '一般行政管理事务', kind: 'function' },
    { code: '2010399', name: '其他政府办公厅（室）及相关机构事务支出', kind: 'function' },
    { code: '30201', name: '办公费', kind: 'econ-dept' },
    { code: '50201', name: '办公经费', kind: 'econ-gov' },
  ].map((account) => [account.code, account as unknown as Account]),
)
const codes: readonly (readonly [
  written: string,
  kind: CodeKind,
  value: string | undefined,
  said: RegExp | undefined,
])[] = [
  ['2010301', 'function-code', '2010301', undefined],
  ['2010301 行政运行', 'function-code', '2010301', undefined],
  ['201-03-01', 'function-code', '2010301', undefined],
  ['行政运行', 'function-code', '2010301', undefined],
  ['2010301 办公费', 'function-code', '2010301', /名称是“行政运行”/],
  ['2010303', 'function-code', '2010303', /相近的有 20103\d\d /],
  ['20103', 'function-code', undefined, /不是功能科目代码/],
  ['行政运转', 'function-code', undefined, /没有写功能科目代码/],
  ['30201', 'economic-code', '30201', undefined],
  ['50201', 'economic-code', undefined, /政府预算经济分类/],
  ['2010301', 'economic-code', undefined, /不是部门预算经济分类代码/],
]
for (const [written, kind, value, said] of codes)
  test(`科目「${written}」按${kind === 'function-code' ? '功能分类' : '经济分类'}读：${value ?? '读不出'}`, () => {
    const parsed = parseCode(written, kind, accounts)
    assert.equal(parsed.value, value)
    const sentence = (parsed.error ?? parsed.warning ?? []).join('')
    assert.match(sentence, said ?? /^$/)
  })
