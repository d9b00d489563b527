import type { Paragraph, Part } from '#domain/document.ts'
import type { Evidence } from '#domain/finding.ts'
import type { Reading } from '#domain/reading.ts'

/** A paragraph of running text with the part and block it stands in. */
export type Line = { readonly part: Part; readonly block: number; readonly paragraph: Paragraph; readonly text: string }

/** The body paragraphs of a reading in order; running heads are left out. */
export function linesOf(reading: Reading): Line[] {
  return reading.parts.flatMap((part) => {
    const lines: Line[] = []
    for (let block = part.from; block < part.to; block++) {
      const paragraph = reading.document.blocks[block]
      if (paragraph?.kind === 'paragraph' && paragraph.role !== 'header')
        lines.push({ part, block, paragraph, text: paragraph.text })
    }
    return lines
  })
}

/** Evidence for characters [start, end) of a line. */
export function evidenceAt(line: Line, start: number, end: number): Evidence {
  const from = Math.max(0, start)
  const to = Math.min(line.text.length, end)
  return { place: { part: line.part.index, block: line.block, start: from, end: to }, text: line.text.slice(from, to) }
}
