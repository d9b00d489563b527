import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PrintedBlock, PrintedTable } from '#domain/report/printed-report.ts'
import { formFit } from './form-fit.ts'
import { pageSections } from './page-sections.ts'

const page = { width: 467.7, height: 717.2, leading: 1.35, across: 6 }
const title: PrintedBlock = { kind: 'title', runs: ['部门整体支出绩效自评表'] }
const form = (rows: number, words = '格'): PrintedTable => ({
  kind: 'table',
  name: '表',
  widths: [1, 1],
  rows: Array.from({ length: rows }, () => [{ runs: [words] }, { runs: ['1.00'] }]),
})
const fitOf = (table: PrintedTable) => formFit(table, { blocks: [title, table] }, page)
const high = (heights: readonly number[]) => heights.reduce((sum, height) => sum + height, 0)

test('放得下的表用五号字和平常的行距', () => {
  const { size, inset } = fitOf(form(10))
  assert.deepEqual([size, inset], [10.5, 5.5])
})

test('多出几行的表先收紧行距，再多就用小五号字，都放在一页上', () => {
  const closer = fitOf(form(33))
  assert.ok(closer.size === 10.5 && closer.inset < 5.5 && closer.inset >= 1.6, JSON.stringify(closer))
  const smaller = fitOf(form(42))
  assert.equal(smaller.size, 9)
  for (const { heights } of [closer, smaller]) assert.ok(high(heights) < page.height - 46, String(high(heights)))
})

test('怎么也放不下的表照平常的字号排，分页', () => {
  const { size, inset } = fitOf(form(120, '很长的文字'.repeat(20)))
  assert.deepEqual([size, inset], [10.5, 5.5])
})

test('只有表的页用表的页边，正文里的表不用', () => {
  const prose: PrintedBlock = { kind: 'paragraph', runs: ['正文'] }
  const formsOf = (blocks: readonly PrintedBlock[]) => pageSections(blocks).map((section) => section.form)
  const mark: PrintedBlock = { kind: 'attachment-mark', runs: ['附件1'] }
  assert.deepEqual(formsOf([title, prose, form(2), mark, title, form(2)]), [false, true])
  assert.deepEqual(formsOf([title, prose]), [false])
})
