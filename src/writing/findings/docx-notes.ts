import { type Boundary, type DocxParagraph, endsAt, paragraphsOf, rangeAt } from './docx-paragraphs.ts'

/**
 * A comment to put into word/document.xml.
 *
 * paragraph   index of the w:p in document order; for a cell, of its first
 * text        the quoted words, as the document was read
 * before      what stands before them in the paragraph or cell, to tell repeats apart
 * says        the comment's lines
 */
export type DocxNote = {
  readonly id: number
  readonly paragraph: number
  readonly text: string
  readonly before: string
  readonly says: readonly string[]
}
type Insert = { readonly at: number; readonly order: number; readonly text: string; readonly once?: string }

/**
 * The document with a comment range around the characters of each quote: a run that holds more is cut there, each half
 * with the run's own properties. Where the quote can't be found the whole paragraph is marked. Notes whose paragraph
 * holds no text at all are left out; `placed` says which are in.
 */
export function insertNotes(xml: string, notes: readonly DocxNote[]): { xml: string; placed: ReadonlySet<number> } {
  const paragraphs = paragraphsOf(xml)
  const placed = new Set<number>()
  const inserts: Insert[] = []
  for (const note of notes) {
    const range = rangeFor(paragraphs, note)
    if (!range) continue
    placed.add(note.id)
    const end = `<w:commentRangeEnd w:id="${note.id}"/><w:r><w:commentReference w:id="${note.id}"/></w:r>`
    inserts.push(...insertsAt(range[0], 1, `<w:commentRangeStart w:id="${note.id}"/>`), ...insertsAt(range[1], 0, end))
  }
  return { xml: applied(xml, inserts), placed }
}

/** Where the quote stands: in the paragraph, or in one of the cell's; the place whose words before agree longest. */
function rangeFor(paragraphs: readonly DocxParagraph[], note: DocxNote): [Boundary, Boundary] | undefined {
  const anchor = paragraphs[note.paragraph]
  if (!anchor) return undefined
  const near = anchor.cell === undefined ? [anchor] : paragraphs.filter((each) => each.cell === anchor.cell)
  let best: { paragraph: DocxParagraph; at: number; agrees: number } | undefined
  let earlier = ''
  for (const paragraph of near) {
    for (const at of occurrences(paragraph.text, note.text)) {
      const agrees = commonEnd(earlier + paragraph.text.slice(0, at), note.before)
      if (!best || agrees > best.agrees) best = { paragraph, at, agrees }
    }
    earlier += paragraph.text
  }
  // Word takes no comments inside text boxes: there the paragraph the box hangs on is marked.
  if (best && !best.paragraph.host) return rangeAt(best.paragraph, best.at, best.at + note.text.length)
  const whole = best?.paragraph.host ?? anchor.host ?? near.find(({ runs }) => runs.length > 0)
  return whole && endsAt(whole)
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = []
  if (quote === '') return found
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push(at)
  return found
}

/** How many characters agree, counted back from the ends; line ends between paragraphs and soft hyphens don't count. */
function commonEnd(left: string, right: string): number {
  const [one, other] = [left, right].map((text) => text.replace(/[\s\u00AD]/g, '')) as [string, string]
  let same = 0
  while (same < one.length && same < other.length && one.at(-1 - same) === other.at(-1 - same)) same++
  return same
}

function insertsAt(boundary: Boundary, order: number, text: string): Insert[] {
  if (!boundary.cut) return [{ at: boundary.at, order, text }]
  const { open, properties, keep } = boundary.cut
  // Both halves may now end or begin with a blank, which XML readers drop unless told.
  const keeping: Insert[] =
    keep === undefined ? [] : [{ at: keep, order: 0, text: ' xml:space="preserve"', once: `${keep}` }]
  const before: Insert = { at: boundary.at, order: -1, text: '</w:t></w:r>', once: `before ${boundary.at}` }
  const after: Insert = {
    at: boundary.at,
    order: 2,
    text: `${open}${properties}<w:t xml:space="preserve">`,
    once: `after ${boundary.at}`,
  }
  return [...keeping, before, { at: boundary.at, order, text }, after]
}

function applied(xml: string, inserts: readonly Insert[]): string {
  const seen = new Set<string>()
  const pieces: string[] = []
  let at = 0
  for (const insert of inserts.toSorted((left, right) => left.at - right.at || left.order - right.order)) {
    if (insert.once !== undefined && seen.has(insert.once)) continue
    if (insert.once !== undefined) seen.add(insert.once)
    pieces.push(xml.slice(at, insert.at), insert.text)
    at = insert.at
  }
  return pieces.join('') + xml.slice(at)
}
