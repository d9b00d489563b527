import assert from 'node:assert/strict'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { traceFile } from '#operations/reports/trace-file.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { type Format, identified, ledgerFactsOf, numbersOf, states, write } from './law-package.ts'

/** What one ledger's round trip went through: numbers found again by their identity, facts read as anybody's file. */
export type RoundTrip = { readonly identified: number; readonly read: number }

/**
 * Round-trip law: what is written of a ledger and read again gives the ledger's facts and no finding. Numbers are read
 * twice: by the identity they carry, and by our reader, which knows nothing of where the file comes from.
 */
export async function checkRoundTrip(ledger: Ledger, formats: readonly Format[]): Promise<RoundTrip> {
  const { set, gaps } = prepareReports(ledger)
  assert.deepEqual(gaps, [], '生成报告之前没有缺项')
  const bound = bindSet(set)
  let [known, facts] = [0, 0]
  for (const format of formats) {
    const { name, bytes } = await write(format, bound, set)
    const audit = await auditDocument({ name, bytes })
    const findings = audit.findings.filter(({ severity }) => severity !== 'info')
    assert.deepEqual(
      findings.map(({ rule, message }) => `${format} ${rule} ${message}`),
      [],
    )
    const numbers = await identified(format, bytes)
    const printed = numbersOf(bound)
    if (format === 'docx' || format === 'html')
      assert.deepEqual(
        numbers.map(({ fact, text }) => [fact, text]),
        printed.map(({ fact, text }) => [fact, text]),
      )
    if (format === 'xlsx') {
      const found = await traceFile({ name, bytes }, ledger, set)
      assert.deepEqual(
        found.filter(({ changed }) => changed).map(({ place, text }) => `${place} ${text}`),
        [],
      )
      const inTables = set.reports.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))
      assert.equal(found.length, numbersOf({ ...bound, blocks: inTables }).length)
      known += found.length - numbers.length
    }
    known += numbers.length
    for (const fact of audit.reading?.facts ?? []) {
      const own = ledgerFactsOf(fact, set)
      const [first] = own
      if (!first || !fact.certain) continue
      facts += 1
      assert.ok(
        own.some((each) => states(fact, each)),
        `${format}：${first.title}写成了${first.quantity.value}，读成了${fact.figure.text}`,
      )
    }
  }
  return { identified: known, read: facts }
}
