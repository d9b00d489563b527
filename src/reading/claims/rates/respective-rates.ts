import type { Claim } from '#domain/claim.ts'
import { fitsRate, isAmount, ratio } from './rate-pairs.ts'
import { runAfter } from './respective-shares.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

type Pairs = readonly { readonly numerator: Mention; readonly denominator: Mention }[]

/**
 * 「决策17.5分（满分20分）、过程18.24分（满分22分），得分率分别为87.5%、82.91%」: as many pairs before it as rates, each
 * rate of the pair in its place. Claimed where all but one of them hold.
 */
export function respectiveRates(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((first, at) => {
    if (first.figure.quantity.unit.kind !== 'share' || !/率分别(?:为|是|达到|达)?[^，；]{0,4}$/.test(first.lead))
      return []
    const rates = [first, ...runAfter(sentence.mentions, at)]
    const amounts = sentence.mentions
      .slice(0, at)
      .filter(isAmount)
      .slice(-2 * rates.length)
    if (rates.length < 2 || amounts.length < 2 * rates.length) return []
    const [straight, crossed] = [pairsOf(amounts, 0), pairsOf(amounts, 1)]
    const best = holding(rates, straight) >= holding(rates, crossed) ? straight : crossed
    if (holding(rates, best) < rates.length - 1) return []
    return rates.map((rate, index) => ratio(sentence, rate, best[index]!, 'rate.of-two-counts', true))
  })
}

/** Neighbours two by two; `top` says which of the two is the numerator. */
function pairsOf(amounts: readonly Mention[], top: 0 | 1): Pairs {
  return Array.from({ length: Math.floor(amounts.length / 2) }, (_, index) => ({
    numerator: amounts[2 * index + top]!,
    denominator: amounts[2 * index + 1 - top]!,
  }))
}

function holding(rates: readonly Mention[], pairs: Pairs): number {
  return rates.filter((rate, index) => {
    const pair = pairs[index]
    return pair && sameKind(pair.numerator, pair.denominator) && fitsRate(rate, pair)
  }).length
}
