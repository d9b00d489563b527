import { Big } from 'big.js'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import { type Quantity, baseValue, intervalOf } from '#domain/quantity.ts'
import type { Verdict } from '../rule.ts'
import { contradiction, holds } from './contradiction.ts'
import { printed } from './print.ts'

const tolerance = new Big('0.01')

/**
 * The points for the execution rate: full × rate, capped at full (财预〔2020〕10号 self-evaluation form).
 * Provinces that grade in steps give whole points; a score below the proportional one is therefore only probable.
 */
export function judgeScore(claim: Claim, form: Extract<ClaimForm, { is: 'score' }>): Verdict {
  const { score, full, rate } = form
  const share = intervalOf(rate.figure.quantity)
  const most = baseValue(full.figure.quantity)
  const capped = (value: Big) => (value.gt(1) ? most : value.times(most))
  const own = intervalOf(score.figure.quantity)
  const low = capped(share.low).minus(tolerance)
  const high = capped(share.high).plus(tolerance)
  if (own.low.lte(high) && own.high.gte(low))
    // Of a rate above 100 % any other would have earned as much.
    return holds(baseValue(rate.figure.quantity).gt(1) ? [score, full] : [score, full, rate])
  const right = capped(baseValue(rate.figure.quantity)).round(2, 1)
  return contradiction(claim, {
    message: `预算执行得分“${printed(score)}”与按执行率计算的${right.toFixed()}分不一致`,
    expression: `${full.figure.printed} × ${printed(rate)} = ${right.toFixed()} ≠ ${score.figure.printed}`,
    difference: baseValue(score.figure.quantity).minus(right).abs(),
    unit: { kind: 'score', name: '分', scale: '' },
    cause: '可能按分段评分，或没有按执行率计分',
    suggestion: right.toFixed(),
    terms: [score, full, rate],
    // Whole points may be the rounded ones: 9 of 8.6.
    ...(isRounded(score.figure.quantity, right) ? { severity: 'warning' as const } : {}),
  })
}

function isRounded({ value, decimals }: Quantity, right: Big): boolean {
  return decimals === 0 && right.round(0, 1).eq(value)
}
