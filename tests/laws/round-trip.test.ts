import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rulePacks } from '#operations/packs/load-packs.ts'
import { arbitraryLedger } from './arbitrary-ledger.ts'
import { checkRoundTrip } from './check-round-trip.ts'

/** The same ledgers in every run; `npm run laws` tries others by the thousand. */
const ledgers = 44
const seed = 20230

for (const [index, { id, title }] of rulePacks().entries()) {
  test(`${title}：任取${ledgers}本账本，写成 docx、xlsx、html 再读回，数字原样，稽核没有发现`, async (context) => {
    let [identified, read] = [0, 0]
    await fc.assert(
      fc.asyncProperty(fc.noShrink(arbitraryLedger(id)), async (ledger) => {
        const outcome = await checkRoundTrip(ledger, ['docx', 'xlsx', 'html'])
        identified += outcome.identified
        read += outcome.read
      }),
      { numRuns: ledgers, seed: seed + index },
    )
    context.diagnostic(`${id}：按标识读回 ${identified} 个数，按文字读回 ${read} 个确定的数`)
    assert.ok(identified > ledgers * 200 && read > ledgers * 60)
  })

  test(`${title}：任取10本账本，写成 pdf 再读，稽核没有发现`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.noShrink(arbitraryLedger(id)), async (ledger) => {
        const { read } = await checkRoundTrip(ledger, ['pdf'])
        // How many there are depends on the pack's forms: half of what the docx of the same ledger gives, at least.
        const { read: ofDocx } = await checkRoundTrip(ledger, ['docx'])
        assert.ok(ofDocx > 20 && read * 2 >= ofDocx, `pdf ${read}，docx ${ofDocx}`)
      }),
      { numRuns: 10, seed: seed + index },
    )
  })
}
