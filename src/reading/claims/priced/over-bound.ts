import type { Claim } from '#domain/claim.ts'
import { isSameProduct } from '../products/product-terms.ts'
import type { Sentence } from '../text/sentences.ts'
import { agrees } from './agreement.ts'
import { borneShares } from './borne-shares.ts'
import { boundProducts } from './bound-products.ts'
import { personTimes } from './person-times.ts'
import { pricedGroups } from './priced-groups.ts'
import { timeMeans } from './time-means.ts'
import { yearlyStandards } from './yearly-standards.ts'

/** What was told, with what the words of each sentence bind to its prices in place of what numbers alone bind to them. */
export function overBoundProducts(told: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  const groups = sentences.flatMap((sentence, at) => pricedGroups(sentence, sentences[at - 1]))
  const grouped = new Set(groups.flatMap(pricesOf))
  const bound = sentences
    .flatMap((sentence, at) => [
      ...boundProducts(sentence, sentences[at - 1]),
      ...timeMeans(sentence),
      ...yearlyStandards(sentence),
      ...borneShares(sentence),
      ...personTimes(sentence),
    ])
    .filter((claim) => !pricesOf(claim).some((price) => grouped.has(price)))
  if (bound.length === 0 && groups.length === 0) return told
  const known = new Map(
    told.flatMap((claim) =>
      claim.form.is === 'product' && agrees(claim) ? [[pricesOf(claim)[0], claim] as const] : [],
    ),
  )
  const taken = bound.filter((claim) => {
    const other = known.get(pricesOf(claim)[0])
    return !other || agrees(claim) || isOfSameCount(claim, other)
  })
  const prices = new Set([...taken.flatMap(pricesOf), ...grouped])
  const kept = told.filter(
    (claim) => claim.form.is !== 'product' || !pricesOf(claim).some((price) => prices.has(price)),
  )
  return [...kept, ...taken.map((claim) => asToldBefore(claim, told)), ...groups]
}

/** The prices of a product, or of each group of a total. */
function pricesOf({ form }: Claim): readonly number[] {
  if (form.is === 'priced') return form.groups.map(({ price }) => price.figure.id)
  return form.is === 'product' ? [form.factors[0]!.figure.id] : []
}

/** What is told of the same numbers already keeps its rule, and the mistake that explains it. */
function asToldBefore(claim: Claim, told: readonly Claim[]): Claim {
  const same = told.find((each) => isSameProduct(each, claim))
  if (!same) return claim
  const firm = claim.firm ? { firm: true as const } : {}
  return isAsMany(same, claim) ? { ...same, ...firm } : { ...claim, rule: same.rule }
}

function isAsMany({ form: one }: Claim, { form: two }: Claim): boolean {
  return (
    one.is === 'product' && two.is === 'product' && one.factors.length === two.factors.length && one.times === two.times
  )
}

/** What fits another total with the same count fits it by rounding alone. */
function isOfSameCount({ form: one }: Claim, { form: two }: Claim): boolean {
  return one.is === 'product' && two.is === 'product' && one.factors[1]?.figure === two.factors[1]?.figure
}
