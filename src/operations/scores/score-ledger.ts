import type { Diagnosis } from '#domain/diagnostic.ts'
import type { Evaluation } from '#domain/evaluation.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { RulePack } from '#domain/pack.ts'
import { deriveFacts } from '#rules/ledger/facts/derive-facts.ts'
import { type Compared, comparePacks } from '#rules/scoring/compare-packs.ts'
import { diagnose } from '#rules/scoring/diagnose.ts'
import { evaluateLedger } from '#rules/scoring/evaluate-ledger.ts'
import { countLedger } from '../ledgers/count-ledger.ts'
import { knowledge } from '../load-knowledge.ts'
import { loadBaseRows } from '../reports/load-base-rows.ts'
import { diagnosticsFor } from './load-diagnostics.ts'

/** The scored forms of a ledger, and ratios that are advice only. */
export type LedgerScores = {
  readonly pack: RulePack
  readonly evaluations: readonly Evaluation[]
  readonly diagnoses: readonly Diagnosis[]
}

/** Scores every form of a ledger under a pack. */
export function scoreLedger(ledger: Ledger, pack: RulePack): LedgerScores {
  const counts = countLedger(ledger)
  const book = deriveFacts(ledger, loadBaseRows(), counts)
  const { evaluations } = evaluateLedger(ledger, pack, book, counts)
  const set = diagnosticsFor(ledger.division.code)
  const names = new Map(knowledge().measures.map(({ id, zh }) => [id, zh]))
  return { pack, evaluations, diagnoses: set ? diagnose(set.ratios, book, ledger.year, names) : [] }
}

/** The same forms under another pack, line by line. */
export function compareScores({ pack, evaluations }: LedgerScores, other: RulePack): Compared[] {
  return comparePacks(
    evaluations.map(({ inputs }) => inputs),
    pack,
    other,
  )
}
