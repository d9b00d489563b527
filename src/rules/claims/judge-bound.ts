import type { Claim, ClaimForm } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import type { Verdict } from '../rule.ts'
import { contradiction, holds } from './contradiction.ts'
import { named, printed } from './print.ts'

/** A part, a spent amount or a score must not be greater than its whole, budget or full mark. */
export function judgeBound(claim: Claim, form: Extract<ClaimForm, { is: 'at-most' }>): Verdict {
  const { lesser, greater } = form
  if (intervalOf(lesser.figure.quantity).low.lte(intervalOf(greater.figure.quantity).high)) return holds([])
  return contradiction(claim, {
    message: `“${named(lesser)}”大于“${named(greater)}”`,
    expression: `${printed(lesser)} > ${printed(greater)}`,
    difference: baseValue(lesser.figure.quantity).minus(baseValue(greater.figure.quantity)),
    unit: greater.figure.quantity.unit,
    terms: [lesser, greater],
  })
}
