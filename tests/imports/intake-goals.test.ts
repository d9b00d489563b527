import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { draftLedger } from '#operations/intake/draft-ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { write } from '../laws/law-package.ts'

const example = fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url))

const report = `某县水利局2023年度部门整体支出绩效自评报告

一、部门概况

（一）部门基本情况

某县水利局主管全县水利工作。

（二）绩效目标设立情况

部门中长期绩效目标：建成管得住、供得上的农村供水网。

年度绩效目标：完成三处水厂改造，汛期不出险。

二、部门整体支出情况

2023年度支出合计820.50万元。

2023年度小型水库维护项目支出绩效评价报告

一、项目概况

（一）项目基本情况简介

全县小型水库由镇村代管，每年汛前汛后各查一遍。

（二）项目绩效目标设立情况

险情及时处置，坝体完好。

二、项目资金使用情况

2023年实际支出120.00万元。
`

test('报告转成草稿：写明的目标按中长期和年度登记，项目的目标和简介也转过来', async () => {
  const audit = await auditDocument({ name: '水利局.txt', bytes: new TextEncoder().encode(report) })
  const draft = draftLedger(audit, '430922')
  assert.ok(draft)
  const { goals, projects } = draft.ledger
  assert.deepEqual(
    goals.map(({ term, planned, scope }) => [scope === 'department' ? '部门' : scope.project, term, planned]),
    [
      ['部门', 'medium', '建成管得住、供得上的农村供水网。'],
      ['部门', 'annual', '完成三处水厂改造，汛期不出险。'],
      ['p1', 'annual', '险情及时处置，坝体完好。'],
    ],
  )
  assert.equal(projects[0]?.summary, '全县小型水库由镇村代管，每年汛前汛后各查一遍。')
})

test('目标表和自评表印着同一个指标：草稿只登记一个，分值和完成值都有，不问「没有分值」', async () => {
  const { ledger: own } = await openLedger(example)
  assert.ok(own)
  const { set } = prepareReports(own)
  const draft = draftLedger(await auditDocument(await write('docx', bindSet(set), set)), '430922')
  assert.ok(draft)
  const { indicators, openQuestions } = draft.ledger
  const named = (list: typeof indicators) => list.map(({ name, weight }) => `${name} ${weight?.toFixed()}`).toSorted()
  assert.deepEqual(named(indicators), named(own.indicators))
  assert.deepEqual(
    indicators.filter(({ actual }) => !actual).map(({ name }) => name),
    [],
  )
  assert.deepEqual(
    openQuestions.map(({ question }) => question).filter((question) => question.includes('分值')),
    [],
  )
})
