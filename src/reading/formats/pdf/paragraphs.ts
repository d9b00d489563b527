import type { LineStart, Paragraph } from '#domain/document.ts'
import { isWide } from './items.ts'
import type { Line } from './lines.ts'

/** Where body text begins and ends across a page, in points. */
export type Margins = { readonly left: number; readonly right: number }

const heading =
  /^(?:第[一二三四五六七八九十百]+[章节条部]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[（(]?\d{1,2}[)）.．、](?!\d)|附件|附表)/
const sentenceEnd = /[。！？；：;:!?]["”』」）)]*$/

/** The margins most of these lines keep: pages of one width share them. */
export function marginsOf(lines: readonly Line[]): Margins {
  if (lines.length === 0) return { left: 0, right: Infinity }
  const far = lines.map(({ x1 }) => x1).sort((a, b) => a - b)
  const size = lines[Math.floor(lines.length / 2)]!.size
  const furthest = far.at(Math.floor(far.length * 0.98))!
  const right = middle(far.filter((x) => Math.abs(furthest - x) < size * 1.5)) ?? furthest
  const full = lines.filter((line) => line.x1 > right - line.size * 1.5)
  const starts = new Map<number, number>()
  for (const { x0 } of full) starts.set(Math.round(x0 / 3), (starts.get(Math.round(x0 / 3)) ?? 0) + 1)
  const left = [...starts].filter(([, times]) => times * 10 >= full.length).map(([start]) => start * 3)
  return { left: Math.min(...left), right }
}

function middle(sorted: readonly number[]): number | undefined {
  return sorted[Math.floor(sorted.length / 2)]
}

/** The paragraphs these lines make: a line that reaches the right margin goes on in the next unless that is indented. */
export function paragraphsOf(lines: readonly Line[], margins: ReadonlyMap<Line, Margins>): Paragraph[] {
  const paragraphs: Line[][] = []
  for (const line of lines) {
    const paragraph = paragraphs.at(-1) ?? []
    const above = paragraph.at(-1)
    const goesOnHere =
      above &&
      (goesOn(above, line, margins.get(above)!, margins.get(line)!) ||
        isNextInList(paragraph, line, margins.get(above)!))
    if (goesOnHere) paragraph.push(line)
    else paragraphs.push([line])
  }
  return paragraphs.map(paragraphOf)
}

function goesOn(above: Line, below: Line, marginsAbove: Margins, marginsBelow: Margins): boolean {
  if (Math.abs(above.size - below.size) > 0.15 * above.size) return false
  if (above.page === below.page && below.base - above.base > 3.2 * above.size) return false
  if (below.page - above.page > 1) return false
  if (below.x0 > marginsBelow.left + below.size * 0.8) return isCentredWrap(above, below, marginsAbove)
  if (heading.test(below.text) && (sentenceEnd.test(above.text) || above.x0 < marginsAbove.left + above.size * 0.8))
    return false
  return above.x1 + firstWordWidth(below) > marginsAbove.right - above.size * 0.3 || isCutShort(above, marginsAbove)
}

/** A long line that ends inside a sentence was cut before something that may not be broken: 「（桃财绩 / 〔2024〕51号」. */
function isCutShort(above: Line, margins: Margins): boolean {
  return !sentenceEnd.test(above.text) && !heading.test(above.text) && above.x1 > margins.right - above.size * 8
}

/** A nearly full line before an item whose forerunner stands inside the paragraph: 「分别为：（1）…； / （2）…」. */
function isNextInList(paragraph: readonly Line[], below: Line, margins: Margins): boolean {
  const number = below.text.match(/^[（(](\d{1,2})[）)]/)?.[1]
  const above = paragraph.at(-1)!
  if (!number || above.page !== below.page || above.x1 < margins.right - above.size * 8) return false
  const forerunner = new RegExp(`.[（(]${Number(number) - 1}[）)]`)
  return paragraph.some(({ text }) => forerunner.test(text))
}

/** A centred title over two lines: both keep the same distance from either margin, and the first is nearly full. */
function isCentredWrap(above: Line, below: Line, margins: Margins): boolean {
  const width = margins.right - margins.left
  const off = (line: Line) => Math.abs(line.x0 - margins.left - (margins.right - line.x1))
  return (
    off(above) < above.size &&
    off(below) < below.size &&
    above.x1 - above.x0 > width * 0.85 &&
    below.x1 - below.x0 < width * 0.7
  )
}

function firstWordWidth(line: Line): number {
  const first = line.text[0] ?? ''
  if (isWide(first)) return line.size
  return (line.text.match(/^[!-~]+/)?.[0].length ?? 1) * line.size * 0.55
}

function paragraphOf(lines: readonly Line[]): Paragraph {
  const first = lines[0]!
  let text = ''
  const starts: LineStart[] = []
  for (const line of lines) {
    if (text !== '' && needsSpace(text, line.text)) text += ' '
    starts.push([text.length, line.page, line.number, line.items[0]!.column])
    text += line.text
  }
  const locus = { page: first.page, line: first.number, column: first.items[0]!.column }
  return { kind: 'paragraph', text, locus, lines: starts }
}

/** Latin words keep a space over the line end; Chinese and the parts of one number do not. */
function needsSpace(above: string, below: string): boolean {
  return /[A-Za-z,;]$/.test(above) && /^[A-Za-z]/.test(below)
}
