import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { rulePacks } from '#operations/packs/load-packs.ts'
import { arbitraryLedger } from './arbitrary-ledger.ts'
import { checkMutations } from './check-mutations.ts'
import type { Format } from './law-package.ts'
import { checkRoundTrip } from './check-round-trip.ts'

/**
 * Both laws on as many ledgers as asked for: `npm run laws -- --ledgers 2000 --seed 7`. Prints every breach of the
 * round trip and every change that no finding showed, with counts by pack and format; exits with 1 on a breach. Numbers are
 * changed in the docx of each ledger, and in one of the other formats in turn.
 */
const { values } = parseArgs({
  options: {
    ledgers: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
  },
})
const seed = Number(values.seed)
const packs = rulePacks()
const others: readonly Format[] = ['xlsx', 'html', 'pdf']
const each = Math.ceil(Number(values.ledgers) / packs.length)
let breaches = 0

console.log(`种子 ${seed}，每个规则包 ${each} 本账本`)
for (const [at, { id, title }] of packs.entries()) {
  let [identified, read] = [0, 0]
  const counts: Partial<Record<Format, { changed: number; shown: number }>> = {}
  const missed: string[] = []
  const random = fc.sample(fc.record({ number: fc.nat(), digit: fc.nat(5), by: fc.nat() }), {
    numRuns: each * 5,
    seed: seed + at,
  })
  for (const [index, ledger] of fc.sample(arbitraryLedger(id), { numRuns: each, seed: seed + at }).entries()) {
    try {
      const outcome = await checkRoundTrip(ledger, [
        'docx',
        'xlsx',
        'html',
        ...(index % 10 === 0 ? ['pdf' as const] : []),
      ])
      identified += outcome.identified
      read += outcome.read
    } catch (error) {
      breaches += 1
      console.log(`${id} 第${index + 1}本：${error instanceof Error ? error.message : String(error)}`)
    }
    const choices = random.slice(index * 5, index * 5 + 5)
    const other = others[index % others.length]!
    for (const [format, chosen] of [
      ['docx', choices],
      [other, choices.slice(0, 2)],
    ] as const) {
      const mutations = await checkMutations(ledger, chosen, format)
      const sum = (counts[format] ??= { changed: 0, shown: 0 })
      sum.changed += mutations.changed
      sum.shown += mutations.shown
      missed.push(...mutations.missed)
    }
  }
  console.log(`${title}：按标识读回 ${identified} 个数，按文字读回 ${read} 个确定的数`)
  for (const [format, { changed, shown }] of Object.entries(counts))
    console.log(`  ${format} 改动 ${changed} 处，看出 ${shown} 处（${((shown / changed) * 100).toFixed(2)}%）`)
  for (const line of missed) console.log(`  没看出 ${line}`)
}
process.exitCode = breaches > 0 ? 1 : 0
