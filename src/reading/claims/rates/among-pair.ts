import { baseValue } from '#domain/quantity.ts'
import type { Pair } from './rate-pairs.ts'
import type { Mention } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

/** 「186个社区中已建站点158个，覆盖率84.95%」: the last two counts, the first told to be what the second is taken from. */
export function amongPair(own: readonly Mention[]): Pair | undefined {
  const [denominator, numerator] = own.slice(-2)
  if (!denominator || !numerator || !sameKind(denominator, numerator)) return undefined
  if (denominator.figure.quantity.unit.kind !== 'count') return undefined
  const isAmong =
    /^[\p{Script=Han}（）()“”]{0,12}中(?![小心央])/u.test(denominator.after) && !/[。；;]/.test(denominator.after)
  return isAmong && baseValue(numerator.figure.quantity).lte(baseValue(denominator.figure.quantity))
    ? { numerator, denominator }
    : undefined
}
