import type { Claim } from '#domain/claim.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'
import { isCountOf, isUnreal } from './counted.ts'
import { unitPriceOf } from './unit-prices.ts'

const bears = /承担|负担|分担|配套|列支|补助|预拨|预付|支付|拨付|拨款|出资|提取|计提|预留/
const thatIs = /^[，,（(]?\s*(?:即|计|共计?|为|合计?)\s*$/

/**
 * What one bears of a price times its count: 「5400头，补助标准每头80元，中央和省级财政共承担70%，即30.24万元」. Only where nothing else of
 * the sentence can be what it is a share of.
 */
export function borneShares(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((part, at) => {
    const share = sentence.mentions[at - 1]
    if (!share || share.figure.quantity.unit.kind !== 'share' || !thatIs.test(part.lead)) return []
    if (part.figure.quantity.unit.kind !== 'money' || !bears.test(clauseOf(share))) return []
    if ([part, share].some(({ figure }) => figure.quantity.looseness !== 'exact')) return []
    const before = sentence.mentions.slice(0, at - 1)
    const money = before.filter((each) => each.figure.quantity.unit.kind === 'money')
    const [price, ...others] = money.flatMap((each) => unitPriceOf(each) ?? [])
    if (!price?.per || price.every || others.length > 0 || money.some((each) => isPlain(each))) return []
    const counts = before.filter((each) => isCountOf(each, price.per!) && !isUnreal(each))
    const [count] = counts
    if (!count || counts.length > 1) return []
    return [
      {
        rule: 'product.unit-price',
        form: { is: 'product', result: termOf(part), factors: [price.mention, count, share].map(termOf) },
        certain: false,
        firm: true as const,
        because: '分担的总额按单价乘数量计算',
        quote: quoteOf(sentence, count.start, part.end),
      } satisfies Claim,
    ]
  })
}

/** An amount that the share may be of in place of the product. */
function isPlain(mention: Mention): boolean {
  return !unitPriceOf(mention) && /^(?:plain|risen)$/.test(roleOf(mention))
}
