import { Big } from 'big.js'
import type { Figure } from '#domain/fact.ts'
import type { Finding } from '#domain/finding.ts'
import { baseValue } from '#domain/quantity.ts'
import { isTelling } from '#domain/significance.ts'
import { isSlippedProduct } from '#domain/slipped-product.ts'
import { unitFactor } from '#domain/unit.ts'
import { mendsBySlip } from './mended-by-slip.ts'
import { unlike } from './rate-doubt.ts'

/** A sum off by more than this, and by no slip of the pen, may be of other things. */
const near = { own: '0.06', form: '0.03', read: '0.02', loose: '0.002' } as const
const zero = new Big(0)

/**
 * Why a gap between amounts may be none of theirs; undefined where it is small, or where one slip of the pen in one of them
 * mends it: 「差额不像一处笔误…」.
 *
 * figures   the accused first
 * gap       in base units
 * bound     how the amounts were found, which says what is small: one name or the form itself, the columns of a form, reading,
 *           or reading of amounts that need not be equal
 */
export function amountDoubt(
  finding: Finding,
  figures: readonly Figure[],
  gap: Big,
  bound: keyof typeof near,
): string | undefined {
  const first = figures[0]!
  if (!isAlike(finding, first) && gap.lte(largestOf(figures).times(near[bound]))) return undefined
  // One number is often told in many places.
  const distinct = new Map(
    figures.map((figure) => {
      const { decimals, unit } = figure.quantity
      return [`${figure.printed} ${unit.kind} ${figure.unit} ${decimals}`, figure] as const
    }),
  )
  // Amounts that are added up may be off by their rounding as well.
  const isSum = finding.rule.startsWith('sum.') && figures.length >= 3 && first.quantity.unit.kind === 'money'
  const last =
    isSum && first.quantity.decimals > 0 ? unitFactor(first.quantity.unit).times(10 ** -first.quantity.decimals) : zero
  const gaps = last.eq(0) ? [gap] : [gap, gap.plus(last), gap.minus(last)]
  const telling = [...distinct.values()].filter((each) => bound === 'own' || isTelling(each))
  if (telling.some((figure) => gaps.some((each) => mendsBySlip(figure, each)))) return undefined
  return finding.rule.startsWith('product.') && isProductMended(figures, gap) ? undefined : unlike
}

/**
 * Figures as a finding of a product lists them: the product, then its factors; a number of months is not among them. A
 * slip mends it, or that one of what is multiplied was left out.
 */
function isProductMended([result, ...factors]: readonly Figure[], gap: Big): boolean {
  const own = baseValue(result!.quantity)
  if (isProductOf(own, factors)) return true
  return [own.plus(gap), own.minus(gap)].some((computed) => isSlippedProduct(result!, factors, computed))
}

function isProductOf(value: Big, factors: readonly Figure[]): boolean {
  return factors.reduce((all, { quantity }) => all.times(baseValue(quantity)), new Big(1)).eq(value)
}

/** Rates and scores of two things are alike by nature. */
export function isAlike({ rule }: Finding, { quantity }: Figure): boolean {
  return /^(?:fact|count)\.repeated$/.test(rule) && /^(?:share|score)$/.test(quantity.unit.kind)
}

/** The largest of some numbers, in base units. */
export function largestOf(figures: readonly Figure[]): Big {
  return figures.reduce((most, { quantity }) => (baseValue(quantity).gt(most) ? baseValue(quantity) : most), new Big(0))
}
