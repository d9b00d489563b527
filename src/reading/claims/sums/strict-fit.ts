import { gapBetween } from '#domain/arithmetic.ts'
import { intervalOf } from '#domain/quantity.ts'
import { oneSlipAway, oneSmallSlipAway } from '../doubts/one-slip-away.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'
import { addsUp, sumOf } from './adds-up.ts'
import { isLoose, isRateOf, otherWhole, rollsForward } from './list-kinds.ts'
import { isNoPart } from './no-part.ts'
import { strictList } from './strict-lists.ts'

/** A closed list that is off by more may belong to another total. */
const mostOff = '0.1'

/** How a closed list that stands from the mention `from` on goes with a total, if at all. */
export function strictFit(sentence: Sentence, total: Mention, from: number): 'fits' | 'slipped' | undefined {
  const strict = strictList(sentence, total, from)
  if (!strict) return undefined
  if (addsUp(total, strict)) return 'fits'
  if (hasOwnTotal(sentence, strict)) return undefined
  return oneSlipAway(total, strict) || oneSmallSlipAway(total, strict) ? 'slipped' : undefined
}

/** Whether one slip of a closed list explains that it does not add up, and no other number told beside it does. */
export function isSlippedList(sentence: Sentence, total: Mention, list: readonly Mention[]): boolean {
  // 「中央500万元、省级300万元、市级100万元，县级100万元」: a comma may part the last of them, too.
  const next = behind(sentence, list)
  if (next && sameKind(next, total) && addsUp(total, [...list, next])) return false
  return (
    !hasOwnTotal(sentence, list) &&
    (oneSlipAway(total, list) ||
      oneSmallSlipAway(total, list) ||
      lacksPart(total, list) ||
      (!isLoose(total, list) && almostAddsUp(total, list))) &&
    !otherWhole(sentence, total, sentence.mentions.indexOf(list[0]!), list) &&
    !rollsForward(total, list) &&
    !isRateOf(sentence, total, list) &&
    !list.some((each) => isNoPart(total, each))
  )
}

/** 「计划分别建设3公里、5.5公里、4公里，合计12.5公里」: what closes the list is its total, not what stands before it. */
function hasOwnTotal(sentence: Sentence, list: readonly Mention[]): boolean {
  const next = behind(sentence, list)
  return next !== undefined && sameKind(next, list[0]!) && addsUp(next, list)
}

function behind({ mentions }: Sentence, list: readonly Mention[]): Mention | undefined {
  return mentions[mentions.indexOf(list.at(-1)!) + 1]
}

/** Of a closed list that is off by so little no part can be missing. */
function almostAddsUp({ figure }: Mention, list: readonly Mention[]): boolean {
  const own = intervalOf(figure.quantity)
  return gapBetween(own, sumOf(list)).lte(own.low.abs().times(mostOff))
}

/** A total that one of the parts was left out of. */
function lacksPart(total: Mention, list: readonly Mention[]): boolean {
  return (
    list.length >= 3 &&
    list.some((part) =>
      addsUp(
        total,
        list.filter((each) => each !== part),
      ),
    )
  )
}
