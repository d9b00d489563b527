import type { Ledger } from '#domain/ledger/ledger.ts'
import type { EvaluatedForm } from '#domain/report/evaluated-form.ts'
import { deriveFacts } from '#rules/ledger/derive-facts.ts'
import { type ComposedSet, composeReports } from '#writing/reports/compose/compose-reports.ts'
import { countLedger } from '../ledgers/count-ledger.ts'
import { knowledge } from '../load-knowledge.ts'
import { loadBaseRows, loadOutlines } from './load-outlines.ts'

/** Works a ledger out into the whole set of its reports: counts, facts, scores, then chapters and forms. */
export function prepareReports(ledger: Ledger): ComposedSet {
  const counts = countLedger(ledger)
  const book = deriveFacts(ledger, loadBaseRows(), counts)
  const forms = new Map<string, EvaluatedForm>()
  const facts = new Map(book.all().map((fact) => [fact.id, fact]))
  const accounts = new Map([...knowledge().accounts].map(([code, { name }]) => [code, name]))
  return composeReports({ ledger, facts, accounts, forms }, loadOutlines())
}
