import type { Claim } from '#domain/claim.ts'
import { roleOf } from '../text/mention-role.ts'
import { addsUp } from './adds-up.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/** 「项目3个，支出合计」: how many parts there are, and right behind it what they come to. */
const counted = /(?:项目|工程|资金|任务|子项)(?:共|共有|有)?$/
const comesTo = /^[，,]?(?:共|共计|合计|总计|资金|支出|投入|预算|安排|决算|金额|总额)+(?:为|是)?$/

/**
 * 「项目2个，支出合计228.99万元：甲项目170.00万元，乙项目58.99万元。」: as many parts as were announced are all of them,
 * however far they are from their total; a list of one, too.
 *
 * at   place of the total among the mentions
 */
export function announcedList(sentence: Sentence, at: number): Claim | undefined {
  const [count, total] = [sentence.mentions[at - 1], sentence.mentions[at]]
  if (!count || !total || !isAnnounced(count) || !comesTo.test(total.lead)) return undefined
  const parts = sentence.mentions.slice(at + 1)
  if (!/^[：:]/.test(total.after)) return undefined
  const isList = parts.every(
    (each, index) =>
      sameKind(each, total) &&
      roleOf(each) === 'plain' &&
      each.depth === total.depth &&
      each.figure.quantity.looseness === 'exact' &&
      (index === 0 ? /^[：:]/ : /^[，、；]/).test(each.lead.trim()),
  )
  if (!isList) return undefined
  if (Number(count.figure.printed) !== parts.length)
    return addsUp(total, parts) ? countClaim(sentence, count, parts) : undefined
  return {
    rule: 'sum.parts-of-whole',
    form: { is: 'sum', total: termOf(total), parts: parts.map(termOf), relation: 'equals' },
    certain: true,
    quote: quoteOf(sentence, total.start, parts.at(-1)!.end),
  }
}

/** The list comes to its total, so that it is whole, and holds another number of parts than was announced. */
function countClaim(sentence: Sentence, count: Mention, parts: readonly Mention[]): Claim | undefined {
  if (parts.length === 0) return undefined
  return {
    rule: 'I76',
    form: { is: 'count', announced: termOf(count), names: parts.map(({ label }) => label) },
    certain: false,
    because: '几个项目可能合在一起列出',
    quote: quoteOf(sentence, count.start, parts.at(-1)!.end),
  }
}

function isAnnounced({ lead, figure: { quantity } }: Mention): boolean {
  return (
    quantity.unit.kind === 'count' &&
    /^[个项]$/.test(quantity.unit.name) &&
    quantity.looseness === 'exact' &&
    counted.test(lead)
  )
}
