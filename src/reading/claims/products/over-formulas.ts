import type { Claim } from '#domain/claim.ts'
import type { Sentence } from '../text/sentences.ts'
import { inPlaceOf } from '../text/in-place-of.ts'
import { writtenFormulas } from './written-formulas.ts'

/** What was told, with formulas that are written out in place of what their words alone gave. */
export function overFormulas(told: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  return inPlaceOf(told, sentences.flatMap(writtenFormulas), resultOf)
}

/** The rate of a ratio, the result of a product or of prices; other claims stand beside a formula. */
function resultOf({ form }: Claim): number | undefined {
  if (form.is === 'ratio') return form.rate.figure.id
  if (form.is === 'priced') return form.total.figure.id
  return form.is === 'product' ? form.result.figure.id : undefined
}
