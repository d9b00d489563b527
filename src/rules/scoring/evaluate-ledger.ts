import type { Evaluation } from '#domain/evaluation.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { RulePack } from '#domain/pack.ts'
import type { EvaluatedForm } from '#domain/report/evaluated-form.ts'
import type { Counted } from '../ledger/facts/derive-facts.ts'
import type { FactBook } from '../ledger/facts/fact-book.ts'
import { currentFormulas } from './formula-versions.ts'
import { evaluatedForm } from './evaluated-form.ts'
import { ledgerInputs, recordsOf } from './ledger-inputs.ts'

/** Every form of a ledger scored, and ready to be printed by entity: '' the department, else the project's name. */
export function evaluateLedger(
  ledger: Ledger,
  pack: RulePack,
  book: FactBook,
  counts: readonly Counted[],
): { readonly evaluations: readonly Evaluation[]; readonly forms: ReadonlyMap<string, EvaluatedForm> } {
  const evaluations = ledgerInputs(ledger, book, counts).map((inputs) => currentFormulas(inputs, pack))
  const byId = new Map(ledger.indicators.map((indicator) => [indicator.id, indicator]))
  const records = (id: string) => {
    const indicator = byId.get(id)
    return indicator ? recordsOf(indicator, counts, book, ledger.year) : []
  }
  const forms = evaluations.map((evaluation) => {
    const { entity } = evaluation.inputs
    const form = evaluatedForm(evaluation, book, ledger.year, records, moneyRecords(entity, book, ledger.year))
    return [entity, form] as const
  })
  return { evaluations, forms: new Map(forms) }
}

function moneyRecords(entity: string, book: FactBook, year: number): readonly string[] {
  const measure = entity === '' ? 'fund.total' : 'project.funds'
  const phases = ['final', 'actual'] as const
  return phases.flatMap((phase) => book.find({ measure, entity, year, phase })?.records ?? [])
}
