import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Finding } from '#domain/finding.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { arbitraryLedger } from './laws/arbitrary-ledger.ts'
import { otherNumber, withNumber } from './laws/change-number.ts'
import { numbersOf, write } from './laws/law-package.ts'

/** One of a department's sets, by the seed; the numbers of its bound report. */
function setOf(seed: number) {
  const [ledger] = fc.sample(arbitraryLedger('hunan-2023'), { numRuns: 1, seed })
  const { set } = prepareReports(ledger!)
  return { set, numbers: numbersOf(bindSet(set)) }
}

/** What is found when the number at a place of a set is printed otherwise. */
async function foundOf({ set }: ReturnType<typeof setOf>, at: number, text: string): Promise<Finding[]> {
  const changed = withNumber(set, at, text)
  const { findings } = await auditDocument(await write('html', bindSet(changed), changed))
  return findings.filter(({ severity }) => severity !== 'info')
}

const wrong: readonly [name: string, fact: RegExp, most: number][] = [
  ['三公经费的合计', /^three-public\.total\|/, 8],
  ['在职人员控制率', /^staff\.control-rate\|/, 2],
  ['预算执行率', /^execution\.rate\|/, 6],
  ['项目支出', /^project\.spent\|/, 3],
  ['指标得分', /^indicator\.score\./, 8],
  ['指标值', /^indicator\.target\./, 8],
]
for (const [name, fact, most] of wrong)
  test(`${name}错一处，是一条发现，对不上的其他各处都是它的后果`, async () => {
    let changed = 0
    for (const seed of [41, 42, 43]) {
      const own = setOf(seed)
      const places = own.numbers.flatMap((number, at) => (fact.test(number.fact) ? [{ number, at }] : []))
      for (const { number, at } of places.slice(0, most)) {
        const text = otherNumber(number.text, 1, 3)
        const findings = await foundOf(own, at, text)
        changed += 1
        assert.deepEqual(
          findings.slice(1).map(({ rule, message }) => `${number.text}→${text} ${rule} ${message}`),
          [],
        )
      }
    }
    assert.ok(changed >= 3, String(changed))
  })
