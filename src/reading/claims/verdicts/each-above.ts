import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { isListed } from '../text/list-lead.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { isExact, isLike, laidDown, told, unnamed } from './told.ts'

const above = /(?:均|都|全部)(?:已|能|为|在)?(?:高于|超过了?|大于|达到了?|不低于|达|在)[^，；。]{0,14}$/
const below = /(?:均|都|全部)(?:已|能|为|在)?(?:低于|小于|不超过|未超过|不高于|控制在)[^，；。]{0,14}$/
const fewest = 2

/** Each number of a list is told to lie above or below the one that closes it: 「教师95.2%、学生93.5%、家长91.8%，均高于90%的目标」. */
export function eachAbove(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((limit, at) => {
    const isAbove = above.test(limit.lead)
    if (isAbove === below.test(limit.lead)) return []
    // 「均在90%以上」 says it behind the number.
    if (/(?:达到?|在)[^，；。]{0,14}$/.test(limit.lead) && !/^(?:以上|的)/.test(limit.after) && !isBoundItself(limit))
      return []
    // 「小学43.9人、初中47.6人，均未超过45人和50人」: each has a bound of its own.
    const next = sentence.mentions[at + 1]
    if (next && isLike(next, limit) && isListed(next.lead)) return []
    const list = listBefore(sentence.mentions.slice(0, at), limit)
    if (list.length < fewest) return []
    // The one that lies farthest on the wrong side.
    const [first] = list.toSorted((one, two) => {
      const order = baseValue(one.figure.quantity).cmp(baseValue(two.figure.quantity))
      return isAbove ? order : -order
    })
    const line = laidDown(unnamed(limit))
    const said = `${/(?:均|都|全部)[^均都]*$/.exec(limit.lead)?.[0] ?? ''}${limit.figure.text}`
    return [isAbove ? told(sentence, line, first!, { said }) : told(sentence, first!, line, { said })]
  })
}

function isBoundItself({ figure }: Mention): boolean {
  return figure.quantity.looseness !== 'exact'
}

/** The run of numbers of its kind right before it. */
function listBefore(before: readonly Mention[], limit: Mention): readonly Mention[] {
  const from = before.findLastIndex((each) => !isLike(each, limit) || !isExact(each) || each.depth !== limit.depth)
  const run = before.slice(from + 1)
  const last = run.findLastIndex(({ lead }, at) => at > 0 && /[；。]/.test(lead))
  return last > 0 ? run.slice(last) : run
}
