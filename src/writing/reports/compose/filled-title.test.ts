import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filledTitle } from './filled-title.ts'

const ledger = { year: 2023, department: { id: '001', name: '某县教育局' }, division: { code: '430922', name: '某县' } }
const cases: [template: string, project: string, title: string][] = [
  ['{year}年度{project}项目支出绩效评价报告', '营养改善', '2023年度营养改善项目支出绩效评价报告'],
  ['{year}年度{project}项目支出绩效评价报告', '校舍改造项目', '2023年度校舍改造项目支出绩效评价报告'],
  ['{year}年度{project}项目绩效自评报告', '校舍改造项目', '2023年度校舍改造项目绩效自评报告'],
  ['{year}年度{project}项目支出绩效评价报告', '部门改造项目', '2023年度“部门改造项目”项目支出绩效评价报告'],
]
for (const [template, project, title] of cases)
  test(`标题：${project} → ${title}`, () => assert.equal(filledTitle(template, ledger, project), title))
