import type { Figure } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'

/**
 * How many decimals the finest points of a reading are printed with. Where none has more than those of a sum, its points are not rounded: they
 * were given so. What a table prints without a unit may be points.
 */
export const finestPoints = onceFor((figures: readonly Figure[]): number => {
  let most = 0
  for (const { quantity, place } of figures) {
    const { kind } = quantity.unit
    if ((kind === 'score' || (kind === 'none' && place.row !== undefined)) && quantity.decimals > most)
      most = quantity.decimals
  }
  return most
})
