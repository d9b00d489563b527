import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import type { RateAt } from '../rates/meant-pairs.ts'
import { directionOf, roleOf } from '../text/mention-role.ts'
import { fitsRate, isRestated, ratio } from '../rates/rate-pairs.ts'
import { sameKind } from '../text/terms.ts'

/** 「比上年的B多D」: by how much, without a word of change. */
const apart = /^(?:多|少|增|减)(?:支出?|收入?|了|出)?$/

/**
 * 「较上年B增加D，增长P%」: P is D over B, whatever else it fits. The three stand one behind the other, so no other amount is
 * meant.
 */
export function wrongGrowth({ sentence, rate, here }: RateAt): Claim | undefined {
  const own = here.filter((each) => each.depth <= rate.depth && !isRestated(each))
  const [base, delta] = own.slice(-2)
  if (!base || !delta || !sameKind(base, delta) || baseValue(base.figure.quantity).lte(0)) return undefined
  if (roleOf(delta) !== 'delta' && !apart.test(delta.lead.trim())) return undefined
  if (
    /[；;。]/.test(delta.lead + rate.lead) ||
    /[比较与]/.test(delta.lead) ||
    directionOf(delta.lead) !== directionOf(rate.lead)
  )
    return undefined
  if (!/^[）)]?[，,、（(]?(?:同比|同口径|环比)?[^，,\d]{1,6}$/.test(rate.lead.trim())) return undefined
  const isBase = roleOf(base) === 'base' || /^[，,]?(?:比|较|与)(?:上年|去年|20\d\d年)/.test(base.lead.trim())
  const pair = { numerator: delta, denominator: base }
  return isBase && !fitsRate(rate, pair) ? ratio(sentence, rate, pair, 'change.against-base', false) : undefined
}
