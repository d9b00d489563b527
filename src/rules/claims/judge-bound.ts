import type { Claim, ClaimForm } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import type { Verdict } from '../rule.ts'
import { contradiction, holds } from './contradiction.ts'
import { named, printed } from './print.ts'

/**
 * A part, a spent amount or a score must not be greater than its whole, budget or full mark; nor what words call the
 * lesser greater than what they call the greater.
 */
export function judgeBound(claim: Claim, form: Extract<ClaimForm, { is: 'at-most' }>): Verdict {
  const { lesser, greater, times = 1, said, strict } = form
  const low = intervalOf(lesser.figure.quantity).low.times(times)
  const { high } = intervalOf(greater.figure.quantity)
  if (strict ? low.lt(high) : low.lte(high)) return holds([])
  const value = baseValue(lesser.figure.quantity).times(times)
  const bound = `${named(lesser)}${times === 1 ? '' : `的${times}倍`}`
  const sign = low.gt(high) ? '>' : '='
  return contradiction(claim, {
    message: said
      ? `写明“${said}”，而“${bound}”${low.gt(high) ? '大于' : '等于'}“${named(greater)}”`
      : `“${bound}”大于“${named(greater)}”`,
    expression: `${printed(lesser)}${times === 1 ? '' : ` × ${times}`} ${sign} ${printed(greater)}`,
    difference: value.minus(baseValue(greater.figure.quantity)),
    unit: greater.figure.quantity.unit,
    terms: [lesser, greater],
  })
}
