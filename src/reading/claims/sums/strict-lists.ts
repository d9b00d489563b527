import { isFullMark } from '../rates/full-marks.ts'
import { addsSome } from './named-sums.ts'
import { isDeducted } from './no-part.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { countsAlike } from '../text/terms.ts'

const opens = /^[）)]?[，,；;：:]?\s*(?:其中|分别[为是]|包括|包含|由|[按从][^，。；\d]{1,10}[分看布][，：:]|[（(])/
const longestGap = 24
const longestItem = 20
const ofWhole = /^[，,（(]?\s*(?:占|比重)[^，；。]{0,12}$/
const notAll = /等(?![级次])|主要|其中部分|之一/
/** What is said of a number or a name in a bracket, without a number. */
const aside = /[（(][^（()）\d]*[）)]/g
const inBrackets = /[（(][^（()）]*[）)]/g

/**
 * A list whose wording leaves no doubt where it begins and ends: it stands right behind its total, one mark parts its
 * items, nothing but their names (and 「占…%」) stands between them, and the sentence, the bracket or a heavier mark ends
 * it. Of 620 such lists in agreeing reports 598 add up to the number before them, and a slip of the pen explains none of
 * the others.
 *
 * from   index of the mention the list begins with
 */
export function strictList(sentence: Sentence, total: Mention, from: number): readonly Mention[] | undefined {
  const depth = Math.min(...sentence.mentions.slice(from, from + 2).map((each) => each.depth))
  const [first, ...behind] = sentence.mentions.slice(from).filter((each) => each.depth <= depth)
  if (!first || isFullMark(total) || !opensAt(sentence, total, first) || !isItem(total, first)) return undefined
  const list = [first]
  let mark = ''
  for (const each of behind) {
    if (each.depth > first.depth || (roleOf(each) === 'share' && ofWhole.test(each.lead))) continue
    const lead = each.lead
      .replace(aside, '')
      .trim()
      .replace(/^[）)]/, '')
    const own = /^[和及与]/.test(lead) ? mark : (lead[0] ?? '')
    if (each.depth < first.depth || isEnd(lead, mark, list.length)) return closedList(sentence, list)
    if (!isItem(total, each) || !/[、，]/.test(own || '、') || (mark !== '' && own !== mark)) return undefined
    if (lead.length > longestItem || /[，。；：]/.test(lead.slice(1))) return undefined
    mark = own
    list.push(each)
  }
  return closedList(sentence, list)
}

function isItem(total: Mention, each: Mention): boolean {
  return (
    countsAlike(total, each) &&
    roleOf(each) === 'plain' &&
    each.figure.quantity.looseness === 'exact' &&
    !isDeducted(each) &&
    !addsSome(each) &&
    // 「产出部分50分，得47.86分」: what could be had and what was.
    !/^，(?:自评|实际)?得$/.test(each.lead)
  )
}

/** So many items that a 、 parts are a list of their own; a comma ends it. */
const fewestItems = 3

/** A heavier mark than those between the items, with another thing behind it. */
function isEnd(lead: string, mark: string, items: number): boolean {
  return mark !== '' && (/^[；;]/.test(lead) || (mark === '、' && items >= fewestItems && /^[，,]/.test(lead)))
}

function closedList(sentence: Sentence, list: readonly Mention[]): readonly Mention[] | undefined {
  const [first, last] = [list[0]!, list.at(-1)!]
  const text = sentence.text.slice(first.start - first.lead.length - sentence.start, last.end - sentence.start)
  return list.length >= 2 && !notAll.test(text) && !/^等/.test(last.after) ? list : undefined
}

/** The list stands at once behind its total, in the same bracket or in one of its own. */
function opensAt(sentence: Sentence, total: Mention, first: Mention): boolean {
  const before = sentence.mentions.slice(0, sentence.mentions.indexOf(first))
  // 「提案31件（其中承办27件，协办4件），全部办结。其中，…」: a total with a list of its own has no other.
  if (!before.includes(total))
    return /^\s*其中/.test(sentence.text) && !total.after.includes('其中') && first.start - sentence.start <= longestGap
  const ahead = before.findLast(({ depth }) => depth <= first.depth) ?? total
  const between = sentence.text.slice(ahead.end - sentence.start, first.start - sentence.start).replace(inBrackets, '')
  const word = opens.exec(between)?.[0]
  if (word === undefined) return false
  const gap = between.slice(word.length)
  return (
    gap.length <= longestGap &&
    !/[，。；]/.test(gap.replace(/^[，：:]/, '')) &&
    first.depth === total.depth + (/[（(]$/.test(word) ? 1 : 0)
  )
}
