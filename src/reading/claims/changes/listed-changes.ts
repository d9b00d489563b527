import type { Claim } from '#domain/claim.ts'
import { oneSlipAway } from '../doubts/one-slip-away.ts'
import { addsUp } from '../sums/adds-up.ts'
import { closedSetOf } from '../sums/closed-sets.ts'
import { summedUp } from '../sums/summed-up.ts'
import { directionOf, roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

/**
 * A change taken into the changes of its parts: 「全年支出比上年增加272.28万元，增长6.03%；其中基本支出增加37.14万元，项目支出增加235.14
 * 万元」. All that follows 其中 are changes the same way; they make the whole where their set is closed, or where they all but do.
 */
export function listedChanges(sentence: Sentence): Claim[] {
  const { mentions } = sentence
  const from = mentions.findIndex(({ lead }) => /其中[，：:]?[\p{Script=Han}“”]{2,12}$/u.test(lead))
  const whole = from > 0 ? mentions.slice(0, from).findLast((each) => roleOf(each) === 'delta') : undefined
  if (!whole) return []
  const parts = mentions.slice(from).filter((each) => sameKind(each, whole))
  const isOneWay = parts.every(({ lead }) => directionOf(lead) === directionOf(whole.lead))
  if (parts.length < 2 || !parts.every(moves) || !isOneWay) return []
  const isClosed = closedSetOf(
    parts.map(({ label, lead }) => `${lead}${label}`),
    '合计',
  )
  if (!isClosed && !addsUp(whole, parts) && !oneSlipAway(whole, parts)) return []
  return [summedUp(sentence, whole, parts, isClosed)]
}

/** 「项目支出增加」 need not say against what: the whole did. */
function moves({ lead, figure }: Mention): boolean {
  return figure.quantity.unit.kind !== 'share' && /(?:增加|减少|增长|下降|增|减|上升|多支|少支)了?$/.test(lead)
}
