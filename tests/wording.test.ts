import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Finding } from '#domain/finding.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { wordingRules } from '#rules/wording/wording-rules.ts'
import { cleanTexts } from './fixtures/clean-texts.ts'

const ids = new Set(wordingRules.map(({ id }) => id))

/** What the wording rules say of a text, consequences included. */
async function wordingOf(name: string, bytes: Uint8Array): Promise<Finding[]> {
  const { findings } = await auditDocument({ name, bytes })
  return findings.flatMap((each) => [each, ...(each.consequences ?? [])]).filter(({ rule }) => ids.has(rule))
}

for (const [name, text] of cleanTexts)
  test(`写得规范的材料没有用语上的错误和警告：${name}`, async () => {
    const found = await wordingOf(`${name}.txt`, new TextEncoder().encode(text))
    assert.deepEqual(
      found.filter(({ severity }) => severity !== 'info').map(({ rule, message }) => `${rule} ${message}`),
      [],
    )
  })

/** By hand from the report of the seed: rule, severity, number of places, a word of the message. */
const expected: readonly [rule: string, severity: string, places: number, word: string][] = [
  ['wording.slip', 'warning', 1, '依法依归'],
  ['wording.slip', 'warning', 1, '眼界决定'],
  ['wording.slip', 'warning', 5, '全都投入'],
  ['wording.slip', 'warning', 1, '3多篇'],
  ['wording.slip', 'info', 1, '项目项目'],
  ['wording.slip', 'info', 1, '半角逗号'],
  ['heading.shape', 'warning', 6, '绩效评价工作过程'],
  ['heading.shape', 'warning', 5, '效益性分析'],
  ['heading.shape', 'info', 1, '(一）'],
  ['I79', 'warning', 7, '县财绩〔2024〕51号'],
  ['I83', 'warning', 5, '模板填写说明'],
  ['I84', 'warning', 2, '落实政府工作报告'],
  ['I84', 'warning', 2, '会议费、宣传费'],
  ['I84', 'warning', 2, '核电'],
  ['I84', 'warning', 2, '招商引资'],
  ['I84', 'info', 30, '6段文字在5份项目报告'],
  ['I92', 'warning', 1, '1-7月'],
  ['I94', 'info', 3, '排名、位次'],
  ['I94', 'info', 6, '没有问题'],
]

test('真实的县级报告：用语方面的发现一条不多一条不少', async (context) => {
  const path = new URL('../../shared/seeds/000_70ce798c79707be7.txt', import.meta.url)
  if (!existsSync(path)) {
    context.diagnostic('种子报告不在，这一项没有可查的')
    return
  }
  const found = await wordingOf('报告.txt', new Uint8Array(readFileSync(path)))
  for (const [rule, severity, places, word] of expected) {
    const fitting = found.filter((each) => each.rule === rule && each.message.includes(word))
    assert.deepEqual(
      fitting.map((each) => [each.severity, each.evidence.length]),
      [[severity, places]],
      `${rule} ${word}`,
    )
  }
  assert.equal(found.length, expected.length)
})
