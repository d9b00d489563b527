import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type Shown, gatherOutcomes } from './cases/gather-outcomes.ts'

const severityWords = { error: '错误', warning: '提醒', info: '备注' }

/** The rows of the tables of docs/identities.md: columns as printed, without the heads. */
const rows = readFileSync(new URL('../docs/identities.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:I\d\d|[a-z])/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
const identities = rows.filter((row) => row.length === 6)
const others = rows.filter((row) => row.length === 4)

test('勾稽关系一览：I01至I94每条一行，依次排列', () => {
  const numbers = Array.from({ length: 94 }, (_, at) => `I${String(at + 1).padStart(2, '0')}`)
  assert.deepEqual(
    identities.map(([number]) => number),
    numbers,
  )
})

test('勾稽关系一览：没有规则的写明原因，有规则的不写', () => {
  for (const [number, , rules, , , why] of identities)
    assert.notEqual(rules === '—', why === '—', `${number}：规则与原因应当只有一样`)
})

/** The severities and case files of rules, as a row prints them: 「错误、提醒」. */
function printed(ids: readonly string[], shown: ReadonlyMap<string, Shown>): { severities: string; files: string } {
  const own = ids.flatMap((id) => shown.get(id) ?? [])
  const words = (['error', 'warning', 'info'] as const).filter((each) => own.some(({ severity }) => severity === each))
  return {
    severities: words.map((word) => severityWords[word]).join('、'),
    files: [...new Set(own.flatMap(({ files }) => files))].join('、'),
  }
}

test('勾稽关系一览与规则目录、案例一致：规则、级别、案例文件', async () => {
  const { titles, shown } = await gatherOutcomes()
  const ruled = [
    ...identities.map(([number, , rules = '', severity, files]) => ({ number, rules, severity, files })),
    ...others.map(([rules = '', , severity, files]) => ({ number: rules, rules, severity, files })),
  ].filter(({ rules }) => rules !== '—')
  for (const { number, rules, severity, files } of ruled) {
    const ids = rules.split('、')
    for (const id of ids) assert.ok(titles.has(id), `${number}：没有规则 ${id}`)
    const due = printed(ids, shown)
    assert.deepEqual({ number, severity, files }, { number, severity: due.severities, files: due.files })
  }
  for (const [id = '', title] of others) assert.equal(title, titles.get(id))
  const named = new Set(ruled.flatMap(({ rules }) => rules.split('、')))
  assert.deepEqual(
    [...titles.keys()].filter((id) => !named.has(id)),
    [],
    '规则目录里有、一览里没有',
  )
})
