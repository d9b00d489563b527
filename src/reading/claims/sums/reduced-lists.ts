import { meets } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { sumOf } from './adds-up.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const takenAway = /(?:追减|调减|[核压]减|净减少?|收回)(?:预算|指标|资金|金额|了|[为:：\s])*$/
const granted =
  /(?:年初|追加|调增|批复)(?:批复)?(?:预算|指标|资金|安排|数|了|[为:：\s])*$|结[转余](?:资金|结余|[为:：\s])*$/

/**
 * Where a budget comes from, with what was taken back: 「收入A，其中：年初预算B，上年结转C，年中追减D」, A + D = B + C.
 * Undefined where the numbers behind the total are not told by such words, or none of them is taken away.
 */
export function reducedList(sentence: Sentence, total: Mention, from: number): Claim | undefined {
  const list = sentence.mentions.slice(from).filter((each) => each.depth === (sentence.mentions[from]?.depth ?? 0))
  const isLess = ({ lead }: Mention) => takenAway.test(afterLast(lead, '，,；;'))
  const isMore = ({ lead }: Mention) => granted.test(afterLast(lead, '，,；;：:'))
  const [less, more] = [list.filter(isLess), list.filter((each) => !isLess(each) && isMore(each))]
  if (less.length === 0 || more.length === 0 || less.length + more.length < list.length) return undefined
  if (!list.every((each) => sameKind(each, total))) return undefined
  // 「净调减96.90万元（人员经费调增56.35万元，公用经费调减8.45万元…）」: what is told is how much less it became.
  const [left, right] = isLess(total) ? [[total, ...more], less] : [[total, ...less], more]
  const fits = meets(sumOf(left), sumOf(right))
  return {
    rule: 'sum.parts-of-whole',
    form: { is: 'balance', left: left.map(termOf), right: right.map(termOf) },
    certain: fits || more.length > 1,
    ...(fits || more.length > 1 ? {} : { because: '列出的资金来源可能不全' }),
    quote: quoteOf(sentence, total.start, list.at(-1)!.end),
  }
}
