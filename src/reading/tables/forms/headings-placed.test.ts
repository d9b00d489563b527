import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFigureMaker } from '../../figure-maker.ts'
import { claimLine } from '../samples/claim-lines.ts'
import { drawnTable } from '../samples/drawn-table.ts'
import { readTables } from '../read-tables.ts'

/** The merged headings stand one row too low: each has a row of the one before it. */
const shifted = `
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
产出指标（60分） | 数量指标 | 开放天数 | ≥300天 | 312天 | 40 | 40
效益指标（30分） | 质量指标 | 设施完好率 | ≥95% | 96% | 20 | 20
^ | 社会效益 | 服务人次 | ≥2万人次 | 2.1万人次 | 30 | 30
满意度指标（10分） | 满意度 | 群众满意率 | ≥90% | 92% | 10 | 10
合计 | < | < | < | < | 100 | 100`
/** One heading does not fit. */
const wrong = shifted.replace('产出指标（60分）', '产出指标（45分）').replace('效益指标（30分）', '效益指标（50分）')

const said = (drawing: string, format: 'pdf' | 'docx') => {
  const { document, parts } = drawnTable(drawing)
  const { claims } = readTables({ ...document, format }, parts, createFigureMaker())
  return claims.filter(({ rule }) => rule === 'I58').map(claimLine)
}

test('PDF里几个一级指标都对不上：是行归错了，一个也不说', () => {
  assert.deepEqual(said(shifted, 'pdf'), ['I58 10 = 10'])
})
test('别的格式里合并的格写明归哪几行，照说', () => {
  assert.deepEqual(said(shifted, 'docx'), ['I58 60 = 40', 'I58 30 = 20 + 30', 'I58 10 = 10'])
})
test('PDF里只有一个对不上，照说', () => {
  assert.deepEqual(said(wrong, 'pdf'), ['I58 45 = 40', 'I58 50 = 20 + 30', 'I58 10 = 10'])
})
