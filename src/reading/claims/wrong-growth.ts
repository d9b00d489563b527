import { divide, fitsRatio } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import type { RateAt } from './meant-pairs.ts'
import { directionOf, roleOf } from './mention-role.ts'
import { isRestated, ratio } from './rate-pairs.ts'
import type { Mention } from './sentences.ts'
import { sameKind } from './terms.ts'

/** A rate this near to what its amounts give was reckoned from them, and wrongly. */
const near = '0.03'

/**
 * 「较上年B增加D，增长P%」: P is D over B, whatever else it fits. Told where P is D over this year's amount, near, or one slip
 * away.
 */
export function wrongGrowth({ sentence, rate, here }: RateAt): Claim | undefined {
  const own = here.filter((each) => each.depth <= rate.depth && !isRestated(each))
  const [before, delta] = own.slice(-2)
  if (!before || !delta || roleOf(delta) !== 'delta' || !sameKind(before, delta)) return undefined
  if (/[；;。]/.test(delta.lead + rate.lead) || directionOf(delta.lead) !== directionOf(rate.lead)) return undefined
  if (!/^[，,、]?(?:同比|同口径|环比)?[^，,\d]{2,6}$/.test(rate.lead.trim())) return undefined
  const current = own.slice(0, -2).findLast((each) => sameKind(each, delta) && roleOf(each) === 'plain')
  const isBase = roleOf(before) === 'base' || /^[，,]?(?:比|较|与)(?:上年|去年|20\d\d年)/.test(before.lead.trim())
  return isBase && isMistaken(rate, delta, before, current)
    ? ratio(sentence, rate, { numerator: delta, denominator: before }, 'change.against-base', false)
    : undefined
}

function fits(rate: Mention, delta: Mention, base: Mention): boolean {
  const [moved, prior] = [delta, base].map(({ figure }) => intervalOf(figure.quantity))
  return fitsRatio(rate.figure.quantity, moved!, prior!)
}

/** Whether a rate is none of its amount over its base, and a mistake tells why. */
function isMistaken(rate: Mention, delta: Mention, base: Mention, current: Mention | undefined): boolean {
  if (fits(rate, delta, base) || baseValue(base.figure.quantity).lte(0)) return false
  if (current && fits(rate, delta, current)) return true
  return isNear(rate, divide(baseValue(delta.figure.quantity), baseValue(base.figure.quantity)))
}

function isNear({ figure: { quantity, printed } }: Mention, computed: ReturnType<typeof divide>): boolean {
  const off = computed.minus(baseValue(quantity)).abs()
  return off.lte(near) || isSlip(computed.times(100).toFixed(quantity.decimals), printed)
}
