import type { Claim } from '#domain/claim.ts'
import type { Sentence } from '../text/sentences.ts'
import { writtenFormulas } from './written-formulas.ts'

/** What was told, with formulas that are written out in place of what their words alone gave. */
export function overFormulas(told: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  const written = sentences.flatMap(writtenFormulas)
  if (written.length === 0) return told
  const results = new Set(written.map(resultOf))
  return [...told.filter((claim) => resultOf(claim) === undefined || !results.has(resultOf(claim))), ...written]
}

/** The rate of a ratio, the result of a product or of prices; other claims stand beside a formula. */
function resultOf({ form }: Claim): number | undefined {
  if (form.is === 'ratio') return form.rate.figure.id
  if (form.is === 'priced') return form.total.figure.id
  return form.is === 'product' ? form.result.figure.id : undefined
}
