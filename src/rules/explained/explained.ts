import type { Figure } from '#domain/fact.ts'
import type { Finding } from '#domain/finding.ts'
import { unlike } from '../prudence/rate-doubt.ts'
import { isGapTold, isOfTwoRows, isToldWithIts } from './other-cells.ts'
import { isOtherDifference } from './other-differences.ts'
import { isOtherProduct } from './other-products.ts'
import { isMeanOfAll, isOtherRate, isOverBoth } from './other-rates.ts'
import { isListOfAnother, isOtherRemainder } from './other-lists.ts'
import { digitsOf } from './numbers.ts'
import { isFarSum, isOtherSum, isSurelyOtherSum } from './other-sums.ts'

/** Why a list may not be all there is. */
const asAll = /没有列全|按上下文是全部/
/** One digit changed makes the sum equal: of a number of more digits than these that is met by chance less than what others make. */
const byOneSlip = /改动一个数字正好/
const fewDigits = 2

/**
 * Whether the numbers around a warning tell to the last digit what its own are to each other, so that other ones were meant. Asked
 * of warnings only: an error is bound by more than where its numbers stand.
 *
 * figures  all of the reading
 */
export function isExplained(finding: Finding, figures: readonly Figure[]): boolean {
  const told = finding.evidence.flatMap((each) => ('figure' in each ? [each.figure] : []))
  if (finding.severity !== 'warning' || told.length < 2) return false
  switch (finding.rule) {
    case 'sum.parts-of-whole':
      if (finding.message.includes(unlike) && isFarSum(told)) return true
      if (byOneSlip.test(finding.message) && digitsOf(told[0]!) > fewDigits) return isSurelyOtherSum(told, figures)
      return isOtherSum(told, figures) || (asAll.test(finding.message) && isListOfAnother(told, figures))
    case 'sum.remainder':
      return isOtherRemainder(told, figures)
    case 'mean.of-list':
      return isMeanOfAll(told, figures)
    case 'count.repeated':
      return isGapTold(told, figures)
    case 'rate.adjustment':
      return isOtherRate(told, figures)
    case 'difference.amounts':
      return isOtherDifference(told, figures)
    case 'I71.cells':
      return isToldWithIts(told, figures)
    case 'I71.rows':
      return isOfTwoRows(told, figures)
    default:
      if (finding.rule.startsWith('rate.')) return isOtherRate(told, figures) || isOverBoth(told, figures)
      return (
        /^product\.(?:unit-price|average)$/.test(finding.rule) &&
        isOtherProduct(told, figures, finding.rule === 'product.average')
      )
  }
}
