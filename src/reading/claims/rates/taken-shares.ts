import type { Claim } from '#domain/claim.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { unitPriceOf } from '../priced/unit-prices.ts'
import { clauseOf, fitsRate, ratio } from './rate-pairs.ts'

/** By what share something is taken of an amount: 「按3%预留」「按造价1860万元的1.2%计取」「年利率4.35%」. */
const by =
  /按(?:照|约定|规定|合同价?|合同约定|总价|[\p{Script=Han}]{0,10})?(?:支付至|预留|计提|提取)?$|(?:年利率|利率|费率|税率|比例)(?:为|是)?$/u
/** What is taken of it. */
const taken =
  /预留|计提|提取|计取|计收|扣留|扣除|质保金|保证金|保修金|利息|税|费|奖励|奖补|补助|补贴|贴息|支付|拨付|承担|负担|配套|即$|应[付缴]/
const other = /上年|去年|同期|预算|计划|目标|共|合计|累计|总|剩余|其余|另|尚|已|不足|超|节约|结余/
const year = /全年|一年|1年|年度|年应/

/**
 * A share of the one amount told before it, and what it makes: 「合同价1268万元，按3%预留质保金38.04万元」「本金2000万元，年利率4.35%，全年
 * 应付利息87万元」. Read last, of shares nothing else was read of.
 *
 * told   the claims of these sentences
 */
export function takenShares(told: readonly Claim[], sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence) =>
    sentence.mentions.flatMap((share, at) => {
      const part = sentence.mentions[at + 1]
      if (!part || !isShare(share) || !isMoney(part)) return []
      const base = baseOf(sentence.mentions.slice(0, at), share)
      if (!base || !isTaken(share, part)) return []
      const pair = { numerator: part, denominator: base }
      const rate = laidDown(share)
      const fits = fitsRate(rate, pair)
      const own = told.filter(({ form }) => 'rate' in form && form.rate?.figure.id === share.figure.id)
      // What is told of it already stays; a rate laid down is not rounded, as others read it.
      if (own.some(({ form }) => fits || form.is !== 'ratio' || !fitsRate(form.rate, form))) return []
      const claim = ratio(sentence, rate, pair, 'rate.of-two-counts', fits)
      return [fits ? claim : { ...claim, firm: true as const }]
    }),
  )
}

/** 「按3%预留」 is three hundredths to the last, not about three. */
function laidDown(share: Mention): Mention {
  const { figure } = share
  return { ...share, figure: { ...figure, quantity: { ...figure.quantity, decimals: exactly } } }
}
const exactly = 4

function isShare({ figure: { quantity } }: Mention): boolean {
  return (
    quantity.unit.kind === 'share' && quantity.looseness === 'exact' && quantity.value.gt(0) && quantity.value.lt(100)
  )
}

function isMoney(mention: Mention): boolean {
  const { unit, looseness } = mention.figure.quantity
  return unit.kind === 'money' && looseness === 'exact' && roleOf(mention) === 'plain' && !unitPriceOf(mention)
}

/** The amount that the share is told to be of, or the only one of the segment. */
function baseOf(before: readonly Mention[], share: Mention): Mention | undefined {
  const last = before.at(-1)
  if (!last || !isMoney(last) || last.depth !== share.depth) return undefined
  if (/^的$/.test(share.lead.trim())) return /按/.test(clauseOf(last)) ? last : undefined
  if (!by.test(clauseOf(share).trim()) || /[；;]/.test(share.lead)) return undefined
  const from = before.findLastIndex(({ lead }) => /[；;]/.test(lead))
  const amounts = before.slice(Math.max(0, from)).filter(({ figure }) => figure.quantity.unit.kind === 'money')
  return amounts.length === 1 ? last : undefined
}

/** What stands right behind the share is what it makes. */
function isTaken(share: Mention, part: Mention): boolean {
  const lead = part.lead.trim()
  const clause = clauseOf(part)
  if (/[；;。]/.test(lead) || lead.length > 18 || other.test(clause) || part.depth !== share.depth) return false
  if (/(?:年)?利率/.test(clauseOf(share)) && !(/利息|贴息/.test(lead) && year.test(clauseOf(share) + lead)))
    return false
  return (
    taken.test(lead) ||
    (/^的?(?:标准)?(?:计取|计提|提取|预留|计算|核算)?[，,]?(?:为|计|即)$/.test(lead) && /按/.test(share.lead + clause))
  )
}
