import type { Finding } from '#domain/finding.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { ComposedSet } from '#writing/reports/compose/compose-reports.ts'
import { checkCounts } from '#rules/ledger/check-counts.ts'
import { type LedgerFinding, checkLedger } from '#rules/ledger/check-ledger.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { writeReportDocx } from '#writing/reports/formats/write-report-docx.ts'
import { auditDocument } from '../audits/audit-document.ts'
import { knowledge } from '../load-knowledge.ts'
import { countLedger } from './count-ledger.ts'
import { prepareReports } from '../reports/prepare-reports.ts'

/**
 * ledger     findings on the entries themselves
 * gaps       chapters still empty, numbers in prose that nothing backs
 * questions  what only a person can say: the ledger's own, and what the reports still need
 * reports    what the audit finds in the set as it would be written
 */
export type CheckedLedger = {
  readonly ledger: readonly LedgerFinding[]
  readonly gaps: ComposedSet['gaps']
  readonly questions: ComposedSet['questions']
  readonly reports: readonly Finding[]
}

/** The rule catalogue on a ledger before it is handed in: its entries, and the audit of the set written from it. */
export async function checkWholeLedger(ledger: Ledger): Promise<CheckedLedger> {
  const { set, gaps, questions } = prepareReports(ledger)
  const bytes = await writeReportDocx(bindSet(set), set)
  const { findings } = await auditDocument({ name: '合订本.docx', bytes })
  const entries = [...checkLedger(ledger, knowledge().accounts), ...checkCounts(ledger, countLedger(ledger))]
  return { ledger: entries, gaps, questions: [...ledger.openQuestions, ...questions], reports: findings }
}
