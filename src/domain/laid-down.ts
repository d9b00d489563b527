import type { ClaimForm, Term } from './claim.ts'

type Difference = Extract<ClaimForm, { is: 'difference' }>

/**
 * The whole number among the two that a difference lies between, where the other one and the difference are told to the same
 * decimals: nobody rounds what he then reckons from to the decimal. 「目标60%」 of 「占64.3%，较目标高4.3个百分点」.
 */
export function laidDownOf({ result, minuend, subtrahend }: Difference): Term | undefined {
  const { decimals, unit } = result.figure.quantity
  const [whole, ...others] = [minuend, subtrahend].filter(({ figure }) => figure.quantity.decimals === 0)
  const measured = whole === minuend ? subtrahend : minuend
  if (!whole || others.length > 0 || decimals === 0) return undefined
  if (unit.kind === 'points') return whole
  const isAlike = [whole, measured].every(({ figure }) => figure.quantity.unit.scale === unit.scale)
  return isAlike && measured.figure.quantity.decimals === decimals ? whole : undefined
}
