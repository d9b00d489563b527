import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rulePacks } from '#operations/packs/load-packs.ts'
import { arbitraryLedger } from './arbitrary-ledger.ts'
import { type Mutations, checkMutations } from './check-mutations.ts'

const seed = 20231
const ledgers = 20
const choices = fc.array(fc.record({ number: fc.nat(), digit: fc.nat(5), by: fc.nat() }), {
  minLength: 8,
  maxLength: 8,
})

for (const [index, { id, title }] of rulePacks().entries()) {
  test(`${title}：改动一个有他处可对的数，标识必定认出，稽核百里至少看出九十九`, async (context) => {
    const outcomes: Mutations[] = []
    await fc.assert(
      fc.asyncProperty(fc.noShrink(arbitraryLedger(id)), choices, async (ledger, chosen) => {
        const [first, ...others] = chosen
        for (const format of ['xlsx', 'html', 'pdf'] as const)
          outcomes.push(await checkMutations(ledger, [first!], format))
        outcomes.push(await checkMutations(ledger, others, 'docx'))
      }),
      { numRuns: ledgers, seed: seed + index },
    )
    const changed = outcomes.reduce((sum, each) => sum + each.changed, 0)
    const shown = outcomes.reduce((sum, each) => sum + each.shown, 0)
    const missed = outcomes.flatMap((each) => each.missed)
    context.diagnostic(`${id}：改动 ${changed} 处，稽核看出 ${shown} 处；没看出：${missed.join('；')}`)
    assert.ok(changed > ledgers * 5)
    assert.ok(shown >= changed * 0.99, missed.join('；'))
  })
}
