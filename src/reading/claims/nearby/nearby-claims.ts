import type { Claim, Term } from '#domain/claim.ts'
import { type Role, roleOf } from '../text/mention-role.ts'
import { isDoubtfulProduct } from '../products/product-terms.ts'
import { closedTotal } from './closed-totals.ts'
import { differenceNearby } from './differences-nearby.ts'
import { growthNearby, isGrowth } from './growth-nearby.ts'
import { multipleNearby } from './multiples-nearby.ts'
import type { Spot } from './number-line.ts'
import { productNearby } from './products-nearby.ts'
import { rateNearby } from './rates-nearby.ts'
import { retoldNumbers } from './retold-numbers.ts'
import { scoresNearby } from './scores-nearby.ts'
import { sumsNearby } from './sums-nearby.ts'

/**
 * What the numbers of a part are to each other where no wording binds them and arithmetic alone does: read last, of
 * numbers that nothing else was read of.
 *
 * line   the numbers of its sentences
 * told   the claims that their wording makes
 */
export function nearbyClaims(line: readonly Spot[], told: readonly Claim[]): Claim[] {
  const results = new Set(
    told
      .filter((claim) => !isDoubtfulProduct(claim))
      .flatMap(resultsOf)
      .map(({ figure }) => figure.id),
  )
  const prices = new Set(
    told.flatMap(({ form, certain }) => (form.is === 'product' && certain ? [form.factors[0]!.figure.id] : [])),
  )
  const parts = new Set(told.flatMap(partsOf).map(({ figure }) => figure.id))
  const open = line.filter(({ mention }) => !results.has(mention.figure.id))
  const of = (spots: readonly Spot[], read: (line: readonly Spot[], spot: Spot) => Claim | undefined) =>
    spots.flatMap((spot) => read(line, spot) ?? [])
  const closed = of(open, closedTotal)
  const taken = new Set([...parts, ...closed.flatMap(partsOf).map(({ figure }) => figure.id)])
  const rates = of(open.filter(isRate), rateNearby)
  const ratios = [...told, ...rates].flatMap(({ form }) => (form.is === 'ratio' ? [form] : []))
  const found = [
    ...closed,
    ...scoresNearby(line, ({ mention }) => taken.has(mention.figure.id)),
    ...sumsNearby(line, ({ mention }) => taken.has(mention.figure.id)),
    ...of(open, (all, spot) => differenceNearby(all, spot, ratios)),
    ...rates,
    ...of(open.filter(isGrowth), growthNearby),
    ...of(open, multipleNearby),
    // A price may be what lies between two others: 「预算单价7.80万元，中标单价6.55万元，每套节约1.25万元」.
    ...of(
      line.filter(({ mention }) => !prices.has(mention.figure.id)),
      productNearby,
    ),
  ]
  return [...found, ...retoldNumbers(line, [...told, ...found])]
}

/** Rates of one amount in another; those of change have their own terms. */
const ofAmounts: ReadonlySet<Role> = new Set(['share', 'ratio', 'other-rate'])

function isRate({ mention }: Spot): boolean {
  return mention.figure.quantity.unit.kind === 'share' && ofAmounts.has(roleOf(mention))
}

/** What a claim works out from its other terms. */
function resultsOf({ form }: Claim): readonly Term[] {
  switch (form.is) {
    case 'sum':
      // What is left over of a whole is told as one of two parts.
      return form.relation === 'equals' && form.parts.length === 2 ? [form.total, form.parts[1]!] : [form.total]
    case 'ratio':
      return [form.rate]
    case 'change':
      return [form.delta, form.rate].filter((term) => term !== undefined)
    case 'product':
      return [form.factors[0]!]
    case 'difference':
      return [form.result]
    case 'balance':
      return [...form.left, ...form.right]
    case 'score':
      return [form.score]
    default:
      return []
  }
}

function partsOf({ form }: Claim): readonly Term[] {
  if (form.is === 'sum') return form.relation === 'equals' ? form.parts : []
  return form.is === 'balance' ? [...form.left, ...form.right] : []
}
