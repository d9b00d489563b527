import { allMatches } from '#domain/all-matches.ts'
import { afterLast } from '#domain/clauses.ts'
import { onceFor } from '#domain/once-for.ts'
import type { Document, Part } from '#domain/document.ts'
import type { Figure } from '#domain/fact.ts'
import type { FigureMaker, Holder } from '../../figure-maker.ts'
import { amountsInWords } from '../../amounts-in-words.ts'
import { type WordedPair, wordedPairs } from '../retold/words-and-digits.ts'
import { type FoundNumber, findNumbers } from '../../numbers.ts'
import { toldCells } from '../retold/told-cells.ts'

/**
 * A number in a sentence with the words that say what it is.
 *
 * lead     text from the previous number (or the sentence's beginning) up to this one
 * label    the noun phrase right before the number, without connecting verbs: 「其中公务接待费为」 → 公务接待费
 * after    text behind it, up to the next number or the sentence's end
 * depth    how many brackets are open where it stands
 */
export type Mention = {
  readonly figure: Figure
  readonly lead: string
  readonly label: string
  readonly after: string
  readonly depth: number
  readonly start: number
  readonly end: number
}

/**
 * A sentence up to 。！？ with its numbers; offsets count in the paragraph's, or the cell's, text.
 *
 * row, cell   where a cell of a table tells it
 * worded      amounts in words, with the start and end of the number in digits they repeat
 */
export type Sentence = {
  readonly part: number
  readonly block: number
  readonly row?: number
  readonly cell?: number
  readonly paragraph: { readonly text: string }
  readonly start: number
  readonly end: number
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly worded: readonly { readonly figure: Figure; readonly start: number; readonly end: number }[]
}

/** The sentences of a part's paragraphs that carry numbers, in order. */
export function sentencesOf(document: Document, part: Part, maker: FigureMaker): Sentence[] {
  const sentences: Sentence[] = []
  for (let block = part.from; block < part.to; block++) {
    const paragraph = document.blocks[block]
    if (paragraph?.kind !== 'paragraph' || !/\d|[０-９佰仟]/.test(paragraph.text)) continue
    sentences.push(...sentencesIn(paragraph, { part: part.index, block }, maker))
  }
  return sentences
}

/** What the cells of a part's tables tell in sentences, cell by cell; `done` as in `ToldCell`. */
export function sentencesOfCells(
  document: Document,
  part: Part,
  maker: FigureMaker,
): { readonly done: boolean; readonly sentences: readonly Sentence[] }[] {
  const blocks = document.blocks.slice(part.from, part.to)
  if (!blocks.some(({ kind }) => kind === 'table')) return []
  const inCells = figuresInCells(maker.figures).get(part.index) ?? []
  const taken = new Set(inCells.map(({ place }) => `${place.block}|${place.row}|${place.cell}`))
  return blocks.flatMap((table, at) => {
    if (table.kind !== 'table') return []
    const block = part.from + at
    return toldCells(table).flatMap(({ row, cell, told, done }) => {
      if (taken.has(`${block}|${row}|${cell}`)) return []
      const sentences = sentencesIn(told, { part: part.index, block, row, cell }, maker)
      return sentences.length > 0 ? [{ done, sentences }] : []
    })
  })
}

/** What the tables' own readers made figures of, by part: they come before the sentences. */
const figuresInCells = onceFor((figures: readonly Figure[]): ReadonlyMap<number, readonly Figure[]> =>
  Map.groupBy(
    figures.filter(({ place }) => place.row !== undefined),
    ({ place }) => place.part,
  ),
)

function sentencesIn(paragraph: { readonly text: string }, holder: Holder, maker: FigureMaker): Sentence[] {
  const text = fullWidthMarks(paragraph.text)
  const { numbers, pairs } = numbersIn(paragraph.text)
  if (numbers.length === 0) return []
  const sentences: Sentence[] = []
  let start = 0
  for (const end of sentenceEnds(text)) {
    const within = numbers.filter((each) => each.start >= start && each.end <= end && !each.range)
    if (within.length > 0) {
      const depths = depthsIn(text, start, within)
      const mentions = within.map((found, index) => {
        const from = within[index - 1]?.end ?? start
        const until = within[index + 1]?.start ?? end
        const lead = text.slice(from, found.start)
        return {
          figure: maker.make(holder, paragraph.text, found),
          lead,
          label: labelOf(text.slice(start, found.start), lead),
          after: text.slice(found.end, until),
          depth: depths[index]!,
          start: found.start,
          end: found.end,
        }
      })
      const worded = pairs
        .filter(({ digits }) => within.includes(digits))
        .map(({ words, digits }) => ({
          figure: maker.make(holder, paragraph.text, words),
          start: digits.start,
          end: digits.end,
        }))
      sentences.push({ ...holder, paragraph, start, end, text: text.slice(start, end), mentions, worded })
    }
    start = end
  }
  return sentences
}

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' }

/** Marks typed in Latin letters' width as the field writes them; those within numbers stay. Lengths do not change. */
function fullWidthMarks(text: string): string {
  return !/[,;:()]/.test(text) ? text : text.replace(/(?<!\d)[,;:()]|[,;:()](?!\d)/g, (mark) => wide[mark] ?? mark)
}

/** The numbers of a text; an amount in words counts for itself only where it does not repeat one in digits. */
function numbersIn(text: string): { numbers: FoundNumber[]; pairs: WordedPair[] } {
  const inDigits = findNumbers(text)
  const inWords = amountsInWords(text)
  if (inWords.length === 0) return { numbers: inDigits, pairs: [] }
  const pairs = wordedPairs(text, inWords, inDigits)
  const alone = inWords.filter((each) => !pairs.some(({ words }) => words === each))
  return { numbers: [...inDigits, ...alone].toSorted((left, right) => left.start - right.start), pairs }
}

/** 「（购置费5万元。）比上年减少」: the bracket's own full stop ends no sentence. */
function sentenceEnds(text: string): number[] {
  const ends = allMatches(text, /[。！？!?](?!）)|\n/g).map(({ index }) => index + 1)
  if (ends.at(-1) !== text.length) ends.push(text.length)
  return ends
}

/** How many brackets opened since the sentence's beginning are open at each of its numbers. */
function depthsIn(text: string, from: number, numbers: readonly FoundNumber[]): number[] {
  const brackets = allMatches(text.slice(from, numbers.at(-1)!.start), /[（()）]/g)
  let [depth, next] = [0, 0]
  return numbers.map(({ start }) => {
    for (; next < brackets.length && from + brackets[next]!.index < start; next++) {
      if (/[（(]/.test(brackets[next]![0])) depth++
      else if (depth > 0) depth--
    }
    return depth
  })
}

const marks = '，,、；;：:。（(）)'
const boundary = new RegExp(`[${marks}]`)
/** 因公出国（境）费 is one word. */
const abroad = /出国[（(]境[）)]/g
const quotes = /["“”'‘’《》]/g
const opening = /^(?:[\s—-]*)(?:其中|其余|另外|另|此外|以及|以|和|及|与|并|含|包括|包含|分别为|分别是|即|约|余)+/
const closing =
  /(?:分别)?(?:为了|为|是|达到|达|共计|合计|总计|累计|总共|计|共|了|有|(?<![签节合履违预特条契公续])约|近|超过|超|逾|均|仅|各|数|金额|资金额|总额|≥|≤|>|<|=|至少|不少于|不低于|不超过|人民币|：|:|\s)+$/
/** What `closing` can end with: sought from the end it is one look, from every sign on it is many. */
const closingSign = /[了为是到达计共有约近过超逾均仅各数额≥≤><=少于币：:\s]$/

/** The noun phrase before a number: the last clause without connecting words at either end. */
export function labelOf(before: string, lead: string): string {
  const own = lead.includes('出国') ? lead.replace(abroad, '出国境') : lead
  const last = stripLabel(afterLast(own, marks))
  if (last.length >= 2) return last
  const further = own
    .split(boundary)
    .slice(0, -1)
    .findLast((each) => stripLabel(each).length >= 2)
  return stripLabel(further ?? before.split(boundary).findLast((each) => stripLabel(each).length >= 2) ?? '')
}

function stripLabel(text: string): string {
  const opened = text.trim().replace(quotes, '').replace(opening, '')
  const closed = closingSign.test(opened) ? opened.replace(closing, '') : opened
  if (!/^\d/.test(closed)) return closed.trim()
  return closed
    .replace(/^20\d\d年度?(?=.{2})/, '')
    .replace(/^\d+[.．]?/, '')
    .trim()
}
