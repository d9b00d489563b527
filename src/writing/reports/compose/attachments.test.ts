import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PrintedBlock, PrintedReport } from '#domain/report/printed-report.ts'
import { asAttachments } from './attachments.ts'

const report = (title: string): PrintedReport => ({
  id: title,
  kind: 'base-data-table',
  title,
  entity: '例县办公室',
  year: 2023,
  blocks: [
    { kind: 'title', runs: [title] },
    { kind: 'paragraph', runs: ['正文'] },
    { kind: 'signature', lines: ['例县办公室'] },
  ],
})
const shown = (block: PrintedBlock) =>
  block.kind === 'signature'
    ? block.lines.join()
    : block.kind === 'table'
      ? block.name
      : `${block.kind === 'attachment' ? block.label : ''}${block.runs.join('')}`

test('整体报告在署名之前列出附件，各附件的标记与序号一致', () => {
  const [main, ...others] = asAttachments([report('整体报告'), report('基础数据表'), report('自评表')])
  assert.deepEqual(main!.blocks.map(shown), ['整体报告', '正文', '附件：1.基础数据表', '2.自评表', '例县办公室'])
  assert.deepEqual(
    others.map(({ blocks }) => blocks.map(shown).slice(0, 2)),
    [
      ['附件1', '基础数据表'],
      ['附件2', '自评表'],
    ],
  )
})

test('只有一个附件时不编序号，没有附件时不写附件说明', () => {
  const [main, only] = asAttachments([report('整体报告'), report('基础数据表')])
  assert.deepEqual(main!.blocks.map(shown).slice(2, 3), ['附件：基础数据表'])
  assert.deepEqual(only!.blocks.map(shown)[0], '附件')
  assert.deepEqual(asAttachments([report('整体报告')]), [report('整体报告')])
  assert.deepEqual(asAttachments([]), [])
})
