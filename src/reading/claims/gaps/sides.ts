import { meets, subtractIntervals } from '#domain/arithmetic.ts'
import { intervalOf } from '#domain/quantity.ts'
import { measuresAlike } from '../changes/compared-pairs.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention } from '../text/sentences.ts'
import { ownClause } from './gap-words.ts'

/** What was to be, and what was; `firm`: no others can be meant. */
export type Sides = { readonly plan: Mention; readonly done: Mention; readonly firm?: true }

export function areLike(pair: readonly Mention[], result: Mention): boolean {
  return pair.every((each) => measuresLike(each, result) && isExact(each) && each.depth === result.depth)
}

/** Points lie between rates; a price by the piece lies between prices by the piece. */
export function measuresLike(each: Mention, result: Mention): boolean {
  const [kind, own] = [each, result].map(({ figure }) => figure.quantity.unit.kind)
  if (own === 'points') return kind === 'share'
  if (own === 'score' || own === 'none') return false
  return measuresAlike(each, result) && isPrice(each) === isPrice(result)
}

function isPrice(mention: Mention): boolean {
  return (
    mention.figure.quantity.unit.kind === 'money' &&
    roleOf(mention) === 'each' &&
    !/[人户亩村]均/.test(ownClause(mention))
  )
}

/** A goal may be told as a bound; what is held against it is its number. */
export function isExact({ figure: { quantity }, lead }: Mention): boolean {
  const { looseness } = quantity
  if (looseness === 'above') return /[，,]\s*超出?$/.test(lead)
  return (
    looseness === 'exact' || (/^at-/.test(looseness) && /目标|计划|任务|要求|标准|指标|限|不[高低少多超]/.test(lead))
  )
}

/** Whether it lies between the two, that way round. */
export function lies(result: Mention, pair: readonly Mention[]): boolean {
  const [own, more, less] = [result, ...pair].map((each) => intervalOf({ ...each.figure.quantity, looseness: 'exact' }))
  return meets(own!, subtractIntervals(more!, less!))
}

export function fits({ plan, done }: Sides, result: Mention): boolean {
  return lies(result, [plan, done]) || lies(result, [done, plan])
}

/** Nothing but its own clause stands between it and the number before. */
export function isNextClause({ lead }: Mention): boolean {
  return /^\s*(?:[（(][^（()）]{0,4}[）)])?(?:的?[\p{Script=Han}]{0,10})?[，,]/u.test(lead) && !/[；;。]/.test(lead)
}
