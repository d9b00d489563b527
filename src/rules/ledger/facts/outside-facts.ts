import type { Ledger } from '#domain/ledger/ledger.ts'
import { outsideMeasure, outsideNumber } from '#domain/ledger/outside-number.ts'
import type { FactBook } from './fact-book.ts'

const token = /\{\{([^{}]+)\}\}/g

/**
 * Numbers that a clerk's text takes from outside, each with the paper or evidence that proves it: printed with an identity
 * as the ledger's own are, they lead back to their proof. One whose proof the ledger does not have is no fact.
 */
export function outsideFacts(ledger: Ledger, book: FactBook): void {
  const { evidence, papers, projects, sections, year } = ledger
  for (const { scope, text } of sections) {
    const entity = scope === 'department' ? '' : projects.find(({ id }) => id === scope.project)?.name
    if (entity === undefined) continue
    for (const [, inner = ''] of text.matchAll(token)) {
      const number = outsideNumber(inner)
      if (!number) continue
      const { proof, value, unit, decimals } = number
      const file = evidence.find(({ id }) => id === proof)
      const paper = papers.find(({ id }) => id === proof)
      if (!file && !paper) continue
      book.put({
        key: { measure: outsideMeasure(number), entity, year, phase: 'none' },
        title: `外来的数（依据${file?.name ?? `《${paper?.title}》`}）`,
        value,
        unit,
        decimals,
        records: [`${file ? 'evidence' : 'paper'}:${proof}`],
      })
    }
  }
}
