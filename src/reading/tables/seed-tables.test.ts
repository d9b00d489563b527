import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import type { Part } from '#domain/document.ts'
import { createFigureMaker } from '../figure-maker.ts'
import { readDocument } from '../formats/read-document.ts'
import { claimLine } from './samples/claim-lines.ts'
import { readTables } from './read-tables.ts'

const folder = '../shared/seeds'
const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.txt')) : undefined

async function claimsOfSeed(): Promise<string[]> {
  const { document } = await readDocument({ name: name!, bytes: readFileSync(`${folder}/${name}`) })
  assert.ok(document)
  const part: Part = { index: 0, title: '', kind: 'other', year: 2023, from: 0, to: document.blocks.length }
  return readTables(document, [part], createFigureMaker()).claims.map(claimLine)
}

test('真实报告的基础数据表：控制率、项目支出、公用经费', async (t) => {
  if (!name) return t.diagnostic('没有真实报告，未核对')
  const claims = await claimsOfSeed()
  const due = [
    'I33 85.51 = 59 / 69',
    'I44 440.44 = 59.43 + 380.01',
    'I44 422.59 = 11.69 + 410.9',
    '?I45 146.91 = 133.77 + 13.14 + 0',
    '?I45 113.69 = 70.29 + 0 + 0',
    '?I45 117.32 = 98.56 + 17.82 + 0.94',
  ]
  for (const claim of due) assert.ok(claims.includes(claim), `${claim}\n${claims.join('\n')}`)
  assert.ok(!claims.some((claim) => claim.startsWith('I44 306')))
})

test('真实报告的自评表：执行率、性质分类、标题分数、分值合计与总分', async (t) => {
  if (!name) return t.diagnostic('没有真实报告，未核对')
  const claims = await claimsOfSeed()
  const tens = Array.from({ length: 9 }, () => '10')
  const due = [
    'I28 132.71 = 1286.05 / 1286.05',
    'I08 969.06 = 969.06 + 0 + 0 + 0',
    'I08 969.06 = 663.06 + 306',
    'I58 50 = 10 + 10 + 10 + 10',
    'I58 30 = 10 + 10 + 10 + 10',
    'I58 10 = 10',
    `I54 100 = 10 + ${tens.join(' + ')}`,
    `I55 97 = 10 + ${tens.with(2, '7').join(' + ')}`,
  ]
  for (const claim of due) assert.ok(claims.includes(claim), `${claim}\n${claims.join('\n')}`)
})
