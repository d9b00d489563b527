import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { addsUp, sumOf } from './adds-up.ts'
import { oneSlipAway, oneSmallSlipAway } from '../doubts/one-slip-away.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { countsAlike, quoteOf, termOf } from '../text/terms.ts'

/** 「18个站点（」: what is counted stands between the number and the bracket that takes it apart. */
const nounBracket = /^[\p{Script=Han}]{1,10}[（(][^，,。；;、（(\d]{0,16}$/u
/** 「9个项目中正常」 */
const among = /^[\p{Script=Han}]{1,8}中[，,]?(?!央|标|期|小|心)[^，,。；;、\d]{1,10}$/u
const someOnly = /等(?![级次])|主要|其中|涉及|包括|含/

/**
 * Counts whose noun stands behind them, and the list that takes them apart: 「18个站点（滨海3个、东渡3个、…）」「9个项目中正常5个、偏慢2个、
 * 严重滞后2个」. What stands in a bracket is all there is; of those among others only more than all is a mistake.
 */
export function countedNouns(sentence: Sentence): Claim[] {
  const { mentions } = sentence
  return mentions.flatMap((total, at) => {
    const first = mentions[at + 1]
    if (!first || !isCount(total)) return []
    const between = sentence.text.slice(total.end - sentence.start, first.start - sentence.start)
    const isBracket = first.depth === total.depth + 1 && nounBracket.test(between)
    if (!isBracket && !(first.depth === total.depth && among.test(between))) return []
    const list = isBracket ? bracketFrom(mentions, at + 1) : rowFrom(mentions, at + 1)
    const text = between + sentence.text.slice(first.start - sentence.start, (list.at(-1)?.end ?? 0) - sentence.start)
    if (list.length < 2 || someOnly.test(text) || !list.every((each) => countsAlike(total, each) && isCount(each)))
      return []
    const [noun] = /^[\p{Script=Han}]{1,10}(?=中|[（(])/u.exec(between) ?? ['']
    return claimOf(sentence, { total, noun: noun.replace(/中$/, ''), list, isBracket })
  })
}

function isCount(mention: Mention): boolean {
  const { quantity } = mention.figure
  return quantity.unit.kind === 'count' && quantity.looseness === 'exact' && roleOf(mention) === 'plain'
}

/** All numbers of the bracket. */
function bracketFrom(mentions: readonly Mention[], from: number): readonly Mention[] {
  const { depth } = mentions[from]!
  const end = mentions.findIndex((each, at) => at > from && each.depth < depth)
  return mentions.slice(from, end < 0 ? undefined : end)
}

/** Items that a 、 parts, to the first heavier mark. */
function rowFrom(mentions: readonly Mention[], from: number): readonly Mention[] {
  const end = mentions.findIndex((each, at) => at > from && !/^[、和及与][^，,。；;（(]*$/.test(each.lead.trim()))
  return mentions.slice(from, end < 0 ? undefined : end)
}

/** `noun`: what is counted, which the number's own name lacks. */
type Counted = {
  readonly total: Mention
  readonly noun: string
  readonly list: readonly Mention[]
  readonly isBracket: boolean
}

function claimOf(sentence: Sentence, { total, noun, list, isBracket }: Counted): Claim[] {
  const holds = addsUp(total, list)
  const isMore = sumOf(list).low.gt(baseValue(total.figure.quantity))
  // Of some among others nothing is told by their adding up: other readers bind them to what stands around.
  if (holds ? !isBracket : !((isBracket || isMore) && (oneSlipAway(total, list) || oneSmallSlipAway(total, list))))
    return []
  return [
    {
      rule: 'sum.parts-of-whole',
      form: {
        is: 'sum',
        total: { ...termOf(total), name: termOf(total).name + noun },
        parts: list.map(termOf),
        relation: 'equals',
      },
      certain: holds,
      ...(holds ? {} : { because: '改动一个数字正好相等，可能是笔误' }),
      quote: quoteOf(sentence, total.start, list.at(-1)!.end),
    },
  ]
}
