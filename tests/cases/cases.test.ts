import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '#domain/finding.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { fileOf, readCases } from './read-cases.ts'

const cases = readCases()

for (const each of cases)
  test(`${each.rule}：${each.name}（${each.file}）`, async () => {
    const { pack } = each
    const audit = await auditDocument({ ...fileOf(each), ...(pack ? { pack } : {}) })
    const row = audit.rules.find(({ rule }) => rule === each.rule)
    assert.ok(row, `没有规则 ${each.rule}`)
    const found = audit.findings.flatMap((finding) => [finding, ...(finding.consequences ?? [])])
    const own = found.filter(({ rule }) => rule === each.rule)
    const outcome =
      row.contradictions > 0
        ? 'contradiction'
        : row.holds > 0
          ? 'holds'
          : row.undetermined > 0
            ? 'undetermined'
            : 'not-applicable'
    assert.equal(outcome, each.outcome, [...own.map(wordsOf), ...row.missing].join('\n'))
    const words = each.outcome === 'undetermined' ? row.missing.join('；') : own.map(wordsOf).join('\n')
    for (const said of [each.says ?? []].flat()) assert.ok(words.includes(said), `应有「${said}」：\n${words}`)
  })

function wordsOf({ severity, message, expression, cause, suggestion }: Finding): string {
  return [severity, message, expression, cause, suggestion].filter((words) => words !== undefined).join(' ')
}
/** Notes that ask for evidence, and slips that are sought where a number is told again: there is nothing to agree with. */
const onlyNotes = ['fact.retold holds', 'I94 holds']

test('每条规则都有相符和矛盾的案例，矛盾的写明算式或说法', async () => {
  const empty = await auditDocument({ name: '空.txt', bytes: new TextEncoder().encode('没有数字。') })
  const known = empty.rules.map(({ rule }) => rule)
  const lacking = known.flatMap((rule) =>
    (['holds', 'contradiction'] as const)
      .filter((outcome) => !cases.some((each) => each.rule === rule && each.outcome === outcome))
      .map((outcome) => `${rule} ${outcome}`),
  )
  assert.deepEqual(lacking, onlyNotes)
  assert.deepEqual(
    cases.filter(({ rule }) => !known.includes(rule)).map(({ rule }) => rule),
    [],
  )
  for (const { rule, name, outcome, says } of cases)
    assert.ok(outcome !== 'contradiction' || says !== undefined, `${rule}：${name}没有写算式或说法`)
})
