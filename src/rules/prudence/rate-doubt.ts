import type { Big } from 'big.js'
import type { Figure } from '#domain/fact.ts'
import type { Finding } from '#domain/finding.ts'
import { isTelling } from '#domain/significance.ts'
import { allSlipsOf, isSlippedRate } from '#domain/slipped-rate.ts'
import { mendsBySlip } from './mended-by-slip.ts'
import { isRateOfSlip } from './rate-of-slip.ts'

const nearRate = '0.03'
/** What is said of a gap that no slip explains. */
export const unlike = '差额不像一处笔误，两处所指可能不同'

/**
 * Figures as a finding of a rate lists them: the rate, then what it is of. Rates are alike, so that one is near is no sign
 * of a mistake; a warning is kept for less.
 */
export function rateDoubt({ rule, severity }: Finding, figures: readonly Figure[], gap: Big): string | undefined {
  const [rate, ...amounts] = figures
  if (severity === 'warning')
    return gap.lte(nearRate) || mendsBySlip(rate!, gap) || isSlipped(rule, figures) ? undefined : unlike
  return isTelling(rate!) && (mendsBySlip(rate!, gap) || isRateOfSlip(rate!, amounts, gap)) ? undefined : unlike
}

function isSlipped(rule: string, [rate, top, bottom]: readonly Figure[]): boolean {
  if (/^(?:table\.)?change/.test(rule) || !top || !bottom) return false
  const [own, numerator, denominator] = [rate!, top, bottom].map((figure) => ({ name: '', figure }))
  return isSlippedRate({ rate: own!, numerator: numerator!, denominator: denominator! }, allSlipsOf)
}
