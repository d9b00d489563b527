import { SaxesParser } from 'saxes'

/**
 * A comment to put into word/document.xml.
 *
 * paragraph   index of the w:p in document order
 * text        the quoted words; before: what stands before them in the paragraph or cell, to tell repeats apart
 * says        the comment's lines
 */
export type DocxNote = {
  readonly id: number
  readonly paragraph: number
  readonly text: string
  readonly before: string
  readonly says: readonly string[]
}

type Run = { start: number; end: number; text: string }
type ParagraphXml = { open: number; close: number; runs: Run[] }

/**
 * The document with comment ranges around the runs that hold each quote. Ranges cover whole runs, so that no run has
 * to be cut; a quote that is not found is marked by the whole paragraph.
 */
export function insertNotes(xml: string, notes: readonly DocxNote[]): string {
  const paragraphs = paragraphsOf(xml)
  const inserts: { at: number; order: number; text: string }[] = []
  for (const note of notes) {
    const paragraph = paragraphIn(paragraphs, note)
    if (!paragraph || paragraph.runs.length === 0) continue
    const [first, last] = runsFor(paragraph, note)
    const reference = `<w:commentRangeEnd w:id="${note.id}"/><w:r><w:commentReference w:id="${note.id}"/></w:r>`
    inserts.push(
      { at: first.start, order: 1, text: `<w:commentRangeStart w:id="${note.id}"/>` },
      { at: last.end, order: 0, text: reference },
    )
  }
  return applyInserts(xml, inserts)
}

/** A cell's anchor is its first paragraph: the quote may stand in one of the next. */
function paragraphIn(paragraphs: readonly ParagraphXml[], note: DocxNote): ParagraphXml | undefined {
  const near = paragraphs.slice(note.paragraph, note.paragraph + 4)
  const holding = near.find((paragraph) => textOf(paragraph).includes(note.text))
  return holding ?? near.find((paragraph) => paragraph.runs.length > 0)
}

function runsFor(paragraph: ParagraphXml, note: DocxNote): [Run, Run] {
  const whole = textOf(paragraph)
  const guess = Math.max(0, note.before.length - 8)
  const found = whole.indexOf(note.text, guess)
  const at = found >= 0 ? found : whole.indexOf(note.text)
  if (at < 0 || note.text === '') return [paragraph.runs[0]!, paragraph.runs.at(-1)!]
  let offset = 0
  let first: Run | undefined
  let last: Run | undefined
  for (const run of paragraph.runs) {
    const end = offset + run.text.length
    if (end > at && offset < at + note.text.length) {
      first ??= run
      last = run
    }
    offset = end
  }
  return [first ?? paragraph.runs[0]!, last ?? paragraph.runs.at(-1)!]
}

function textOf(paragraph: ParagraphXml): string {
  return paragraph.runs.map((run) => run.text).join('')
}

/** Every w:p with the offsets of its own runs; runs of deleted text count as empty. */
function paragraphsOf(xml: string): ParagraphXml[] {
  const parser = new SaxesParser({ position: true })
  const all: ParagraphXml[] = []
  const open: ParagraphXml[] = []
  let run: Run | undefined
  let inText = false
  let dropped = 0
  parser.on('opentag', ({ name }) => {
    if (dropped > 0 || name === 'w:del' || name === 'w:moveFrom' || name === 'mc:Fallback') {
      dropped++
      return
    }
    if (name === 'w:p') {
      const paragraph = { open: parser.position, close: 0, runs: [] }
      all.push(paragraph)
      open.push(paragraph)
    } else if (name === 'w:r' && !run) run = { start: xml.lastIndexOf('<', parser.position - 1), end: 0, text: '' }
    else if (name === 'w:t') inText = true
  })
  parser.on('text', (text) => {
    if (inText && run && dropped === 0) run.text += text
  })
  parser.on('closetag', ({ name }) => {
    if (dropped > 0) {
      dropped--
      return
    }
    if (name === 'w:t') inText = false
    else if (name === 'w:r' && run) {
      run.end = parser.position
      open.at(-1)?.runs.push(run)
      run = undefined
    } else if (name === 'w:p') {
      const paragraph = open.pop()
      if (paragraph) paragraph.close = parser.position
    }
  })
  parser.write(xml).close()
  return all
}

function applyInserts(xml: string, inserts: readonly { at: number; order: number; text: string }[]): string {
  const sorted = inserts.toSorted((left, right) => left.at - right.at || left.order - right.order)
  const pieces: string[] = []
  let at = 0
  for (const insert of sorted) {
    pieces.push(xml.slice(at, insert.at), insert.text)
    at = insert.at
  }
  return pieces.join('') + xml.slice(at)
}
