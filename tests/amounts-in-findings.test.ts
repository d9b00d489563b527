import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'

/** What a finding says of a wrong total: the amounts worked out look like those printed. */
const cases: [name: string, text: string, said: string[]][] = [
  [
    '正文的数有千分位，算出来的也有',
    '2023年支出合计13,518.85万元，其中基本支出12,100.35万元，项目支出1,428.50万元。',
    ['之和13,528.85万元', '相差10.00万元', '= 13,528.85'],
  ],
  [
    '正文的数没有千分位，算出来的也没有',
    '2023年支出合计13518.85万元，其中基本支出12100.35万元，项目支出1428.50万元。',
    ['之和13528.85万元', '相差10.00万元', '= 13528.85'],
  ],
  [
    '以亿元写六位小数的，折成万元只有两位',
    '2023年支出合计13518.85万元，其中基本支出1.210035亿元，项目支出1428.50万元。',
    ['之和13528.85万元', '相差10.00万元', '1.210035亿元（12100.35万元）', '= 13528.85万元'],
  ],
]
for (const [name, text, said] of cases)
  test(`发现里的金额：${name}`, async () => {
    const bytes = new TextEncoder().encode(`2023年度部门整体支出绩效自评报告\n${text}\n`)
    const { findings } = await auditDocument({ name: '报告.txt', bytes })
    const told = findings.map(({ message, expression }) => `${message} ${expression}`).join('\n')
    for (const each of said) assert.ok(told.includes(each), `${each}\n${told}`)
  })
