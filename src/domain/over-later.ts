import type { Big } from 'big.js'
import { divide } from './arithmetic.ts'
import type { Interval, Quantity } from './quantity.ts'

/**
 * Whether a rate of change is just what the change makes over the later number, and not what it makes over the earlier one:
 * 「由88公斤降至82公斤，降幅7.3%」. Of numbers as short as these rounding allows nearly anything, but hardly that.
 */
export function isOverLater(
  rate: Quantity,
  { changed, now, prior }: { readonly changed: Interval; readonly now: Interval; readonly prior: Interval },
): boolean {
  if (rate.decimals === 0 || rate.unit.name !== '%' || rate.looseness !== 'exact') return false
  const over = (base: Interval) => middleOf(changed, base)?.times(100).round(rate.decimals)
  const [right, wrong] = [over(prior), over(now)]
  return right !== undefined && wrong !== undefined && rate.value.eq(wrong) && !rate.value.eq(right)
}

function middleOf(top: Interval, bottom: Interval): Big | undefined {
  const under = bottom.low.plus(bottom.high)
  return under.gt(0) ? divide(top.low.plus(top.high), under).abs() : undefined
}
