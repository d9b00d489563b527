import { meets } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { sumOf } from './adds-up.ts'
import { roleOf } from '../text/mention-role.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const opening = /^.{0,4}(?:年初|期初|上年末|\d{4}年初)/
const closing = /(?:年末|期末|年底|截至目前|现有)[^，；]{0,8}$/
const comes = /新增|新接收|新入|新招|接收|转入|调入|新建|新购|增加|补充|录用/
const goes = /解除|减少|转出|调出|撤[销并减]?|拆除|报废|核销|退休|退出|辞职|死亡|注销|处置|终止/

/**
 * 「年初在册236人，全年新接收189人，期满解除203人，年末在册222人」: what was there and came is what went and is left. Only where
 * each number of its kind between the first and the last says which way it went.
 */
export function stocks(sentence: Sentence): Claim[] {
  const { mentions } = sentence
  const first = mentions.find(
    (each) => opening.test(clauseOf(each)) && each.figure.quantity.unit.kind === 'count' && each.depth === 0,
  )
  if (!first) return []
  const own = mentions.filter((each) => each.start > first.start && each.depth === 0 && sameKind(each, first))
  const last = own.find((each) => closing.test(clauseOf(each)))
  if (!last) return []
  const moved = own.slice(0, own.indexOf(last))
  const [more, less] = [comes, goes].map((words) => moved.filter((each) => words.test(clauseOf(each)))) as [
    Mention[],
    Mention[],
  ]
  if (moved.length < 2 || more.length === 0 || less.length === 0 || more.length + less.length !== moved.length)
    return []
  const [left, right] = [
    [first, ...more],
    [...less, last],
  ]
  if ([...left, ...right].some((each) => each.figure.quantity.looseness !== 'exact' || roleOf(each) === 'each'))
    return []
  const certain = meets(sumOf(left), sumOf(right))
  return [
    {
      rule: 'sum.remainder',
      form: { is: 'balance', left: left.map(termOf), right: right.map(termOf) },
      certain,
      ...(certain ? {} : { because: '还可能有未写出的增减' }),
      quote: quoteOf(sentence, first.start, last.end),
    },
  ]
}
