import type { Ledger } from '#domain/ledger/ledger.ts'
import type { ComposedSet } from '#writing/reports/compose/compose-reports.ts'
import { checkCounts } from '#rules/ledger/checks/check-counts.ts'
import { type LedgerFinding, checkLedger } from '#rules/ledger/checks/check-ledger.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { asDocument } from '#writing/reports/as-document.ts'
import { auditRead } from '../audits/audit-document.ts'
import { knowledge } from '../load-knowledge.ts'
import { countLedger } from './count-ledger.ts'
import { type PreparedReports, prepareReports } from '../reports/prepare-reports.ts'
import { type MendPlace, type MendableFinding, mendable } from '../workflow/mend-places.ts'
import { toldOnce } from '../workflow/told-once.ts'

/**
 * ledger     findings on the entries themselves
 * gaps       chapters still empty, numbers in prose that nothing backs
 * questions  what only a person can say: the ledger's own, and what the reports still need
 * reports    what the audit finds in the set as it would be written beside all that, and where in the ledger it is mended
 */
export type CheckedLedger = {
  readonly ledger: readonly LedgerFinding[]
  readonly gaps: ComposedSet['gaps']
  readonly questions: ComposedSet['questions']
  readonly reports: readonly MendableFinding[]
}

/**
 * The rule catalogue on a ledger before it is handed in: its entries, and the audit of the set written from it, which
 * `prepared` is where it was worked out already.
 */
export function checkWholeLedger(ledger: Ledger, prepared: PreparedReports = prepareReports(ledger)): CheckedLedger {
  const { set, gaps, questions } = prepared
  const printed = asDocument(bindSet(set), '合订本')
  const audit = auditRead(printed.document)
  const entries = [...checkLedger(ledger, knowledge().accounts), ...checkCounts(ledger, countLedger(ledger))]
  return {
    ledger: entries,
    gaps,
    questions: [...ledger.openQuestions, ...questions],
    reports: toldOnce(
      mendable(audit, printed, set, ledger).filter((finding) => !isGap(finding, gaps)),
      gaps,
    ),
  }
}

/** A chapter that is yet to be written is listed as that, and not once more as a heading over nothing. */
function isGap({ rule, mend }: MendableFinding, gaps: ComposedSet['gaps']): boolean {
  const isSaid = ({ part, text }: MendPlace) =>
    gaps.some(({ report, chapter }) => report === part && text.endsWith(chapter))
  return rule === 'section.empty' && mend.length > 0 && mend.every(isSaid)
}
