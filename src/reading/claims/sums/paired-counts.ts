import type { Claim } from '#domain/claim.ts'
import { oneSlipAway, oneSmallSlipAway } from '../doubts/one-slip-away.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { addsUp } from './adds-up.ts'

type Pair = readonly [first: Mention, second: Mention]

const opens = /^[^，。；]{0,8}[，：（(]?\s*(?:其中|分别为|[（(])/
const open = /等(?![级次])|主要|部分|之一/

/**
 * Two counts told together of a whole and of each of its parts: 「来访428批次1023人次，其中个体访376批次512人次、集体访52批次
 * 511人次」. The second is summed up like any other list; this tells of the first, which the list does not stand behind.
 */
export function pairedCounts(sentence: Sentence): Claim[] {
  const pairs = sentence.mentions.flatMap((first, at): Pair[] => {
    const second = sentence.mentions[at + 1]
    const isPair = second && second.start === first.end && !sameKind(first, second)
    return isPair && [first, second].every((each) => roleOf(each) === 'plain') ? [[first, second]] : []
  })
  const [whole, ...parts] = pairs
  if (!whole || parts.length < 2 || !opens.test(whole[1].after) || !areAlike(pairs)) return []
  // Numbers of their own between the pairs make it another list.
  const from = sentence.mentions.indexOf(whole[0])
  const run = sentence.mentions.slice(from, from + pairs.length * 2)
  const said = sentence.text.slice(whole[1].end - sentence.start, parts.at(-1)![1].end - sentence.start)
  if (run.at(-1) !== parts.at(-1)![1] || open.test(said) || /[；;。]/.test(said)) return []
  const [total, list] = [whole[0], parts.map(([first]) => first)]
  const fits = addsUp(total, list)
  if (!fits && !oneSlipAway(total, list) && !oneSmallSlipAway(total, list)) return []
  return [
    {
      rule: 'sum.parts-of-whole',
      form: { is: 'sum', total: termOf(total), parts: list.map(termOf), relation: 'equals' },
      certain: fits,
      ...(fits ? {} : { because: '改动一个数字正好相等，可能是笔误' }),
      quote: quoteOf(sentence, total.start, list.at(-1)!.end),
    },
  ]
}

/** Of the whole and of each part the same two kinds, in the same order. */
function areAlike(pairs: readonly Pair[]): boolean {
  const [first, second] = pairs[0]!
  return pairs.every((pair) => sameKind(pair[0], first) && sameKind(pair[1], second))
}
