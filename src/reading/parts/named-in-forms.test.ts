import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Document } from '#domain/document.ts'
import { splitParts } from './split-parts.ts'

const locus = {}
const cases: { name: string; cells: string[]; project: string }[] = [
  { name: '表里写的名称带“项目”，报告也按它', cells: ['老旧小区改造项目'], project: '老旧小区改造项目' },
  { name: '表里写的名称不带，照标题', cells: ['老旧小区改造'], project: '老旧小区改造' },
  { name: '两个名称都有，不猜', cells: ['老旧小区改造项目', '老旧小区改造'], project: '老旧小区改造' },
  { name: '表里是别的项目，照标题', cells: ['农村公路养护项目'], project: '老旧小区改造' },
  { name: '没有写名称的表，照标题', cells: [], project: '老旧小区改造' },
]
for (const { name, cells, project } of cases)
  test(`“老旧小区改造项目支出绩效评价报告”：${name}`, () => {
    const document: Document = {
      file: '报告.docx',
      format: 'docx',
      blocks: [
        { kind: 'paragraph', text: '2023年度老旧小区改造项目支出绩效评价报告', locus },
        ...cells.map((cell, index) => ({
          kind: 'table' as const,
          number: index + 1,
          locus,
          rows: [
            ['项目名称', cell].map((text, column) => ({ text, row: 0, column, columnSpan: 1, rowSpan: 1, locus })),
          ],
        })),
      ],
    }
    assert.equal(splitParts(document)[0]?.project, project)
  })
