import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PrintedBlock } from '#domain/report/printed-report.ts'
import { pageSections } from './page-sections.ts'
import { titleMeasure } from './title-measure.ts'

const title: PrintedBlock = { kind: 'title', runs: ['标题'] }
const prose: PrintedBlock = { kind: 'paragraph', runs: ['正文'] }
const unit: PrintedBlock = { kind: 'paragraph', runs: ['单位：万元'], indent: false }
const signature: PrintedBlock = { kind: 'signature', lines: ['某单位'] }
const form = (landscape: boolean): PrintedBlock => ({
  kind: 'table',
  name: '表',
  widths: [1],
  landscape,
  rows: [[{ runs: ['格'] }]],
})

test('横向的表带上它的标题和落款，正文留在竖页', () => {
  const cases: [string, PrintedBlock[], string][] = [
    ['竖表不转页', [title, prose, form(false)], '竖3'],
    ['标题随横表', [title, unit, form(true), signature], '横4'],
    ['正文不随横表', [title, prose, form(true), prose], '竖2 横1 竖1'],
    ['两张横表在一节', [title, form(true), title, form(true)], '横4'],
    ['没有内容', [], ''],
  ]
  for (const [name, blocks, expected] of cases) {
    const sections = pageSections(blocks).map((section) => `${section.landscape ? '横' : '竖'}${section.blocks.length}`)
    assert.equal(sections.join(' '), expected, name)
  }
})

test('长标题在词间折行，上行不短于下行', () => {
  // 5 + 4×0.5 + 2 + 2 characters up to 部门; 22 in all, 20 to a line.
  assert.equal(titleMeasure('例县办公室2023年度部门整体支出绩效自评报告', 20), 11)
  // 年份不拆开：桃江县人民政府办公室2023年度
  assert.equal(titleMeasure('桃江县人民政府办公室2023年度部门整体支出绩效自评报告', 20), 14)
  // 数字比半个字宽，刚好放满的一行会挤出最后一个字
  assert.equal(titleMeasure('2023年度会议费、宣传费项目支出绩效自评表', 20) !== undefined, true)
  assert.equal(titleMeasure('短标题', 20), undefined)
  assert.equal(titleMeasure('囍'.repeat(45), 20) !== undefined, true)
})

test('每个附件连同它的标记另起一页，标记随横表转页', () => {
  const mark: PrintedBlock = { kind: 'attachment-mark', runs: ['附件1'] }
  const cases: [string, PrintedBlock[], string][] = [
    ['标记和标题同页', [title, prose, mark, title, form(false), mark, title, prose], '竖2 竖3 竖3'],
    ['标记随横表', [title, prose, mark, title, form(true)], '竖2 横3'],
    ['两个横表附件各起一页', [mark, title, form(true), mark, title, form(true)], '横3 横3'],
  ]
  for (const [name, blocks, expected] of cases) {
    const sections = pageSections(blocks).map((section) => `${section.landscape ? '横' : '竖'}${section.blocks.length}`)
    assert.equal(sections.join(' '), expected, name)
  }
})
