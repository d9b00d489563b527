import { allMatches } from '#domain/all-matches.ts'
import type { Part } from '#domain/document.ts'
import type { Evidence } from '#domain/finding.ts'
import { hasHan } from '#domain/han.ts'
import { onceFor } from '#domain/once-for.ts'
import type { Reading } from '#domain/reading.ts'

/** A paragraph of running text, or a cell of a table, with the part and block it stands in. */
export type Line = {
  readonly part: Part
  readonly block: number
  readonly row?: number
  readonly cell?: number
  readonly text: string
}

/** The body paragraphs of a reading in order; running heads and reviewers' comments are left out. */
export const linesOf = onceFor((reading: Reading): readonly Line[] =>
  reading.parts.flatMap((part) => {
    const lines: Line[] = []
    for (let block = part.from; block < part.to; block++) {
      const paragraph = reading.document.blocks[block]
      if (paragraph?.kind === 'paragraph' && paragraph.role !== 'header' && paragraph.role !== 'comment')
        lines.push({ part, block, text: paragraph.text })
    }
    return lines
  }),
)

/** The table cells of a reading that hold words, in order. */
export const cellsOf = onceFor((reading: Reading): readonly Line[] =>
  reading.parts.flatMap((part) => {
    const lines: Line[] = []
    for (let block = part.from; block < part.to; block++) {
      const table = reading.document.blocks[block]
      if (table?.kind !== 'table') continue
      for (const [row, cells] of table.rows.entries())
        for (const [cell, { text, unread }] of cells.entries())
          if (!unread && hasHan(text)) lines.push({ part, block, row, cell, text })
    }
    return lines
  }),
)

/** All of them: paragraphs, then cells. */
export const wordsOf = onceFor((reading: Reading): readonly Line[] => [...linesOf(reading), ...cellsOf(reading)])

/** Lines as one text, to see at once whether something stands in any of them. */
export const wholeOf = onceFor((lines: readonly Line[]): string => lines.map((line) => line.text).join('\n'))

/**
 * The lines that hold at least one of these words, in order. What a rule looks for stands hardly anywhere: each word is
 * sought in the whole text before the rule's patterns are tried line by line.
 */
export function linesWith(lines: readonly Line[], words: readonly string[]): readonly Line[] {
  const whole = wholeOf(lines)
  const present = words.filter((word) => whole.includes(word))
  return present.length === 0 ? [] : lines.filter(({ text }) => present.some((word) => text.includes(word)))
}

/**
 * Which of the lines hold a cue, by their index: one look through the whole text. For patterns that are tried line by
 * line, what each of their matches begins with. The cue is global and matches no line end.
 */
export function indicesCued(lines: readonly Line[], cue: RegExp): number[] {
  const whole = wholeOf(lines)
  const found: number[] = []
  let [at, end] = [-1, 0]
  cue.lastIndex = 0
  while (cue.test(whole)) {
    while (end < cue.lastIndex) end += lines[++at]!.text.length + 1
    found.push(at)
    cue.lastIndex = end
  }
  return found
}

/** The lines that hold a cue, in order. */
export function linesCued(lines: readonly Line[], cue: RegExp): readonly Line[] {
  return indicesCued(lines, cue).map((at) => lines[at]!)
}

/** The paragraphs that name a year: 「2023年」. */
export const datedLines = onceFor(
  (reading: Reading): ReadonlySet<Line> => new Set(linesCued(linesOf(reading), /20\d\d年/g)),
)

/** The lines of each part, in the order of the parts; a part without lines has an empty row. */
export function byPart(reading: Reading, lines: readonly Line[]): (readonly [Part, readonly Line[]])[] {
  const groups = groupedByPart(lines)
  return reading.parts.map((part) => [part, groups.get(part) ?? []])
}

const groupedByPart = onceFor((lines: readonly Line[]): ReadonlyMap<Part, readonly Line[]> =>
  Map.groupBy(lines, (line) => line.part),
)

/** Evidence for characters [start, end) of a line. */
export function evidenceAt(line: Line, start: number, end: number): Evidence {
  const from = Math.max(0, start)
  const to = Math.min(line.text.length, end)
  const { row, cell } = line
  const place = { part: line.part.index, block: line.block, start: from, end: to }
  return {
    place: row === undefined || cell === undefined ? place : { ...place, row, cell },
    text: line.text.slice(from, to),
  }
}

/** Evidence for a whole line, cut to its first `most` characters. */
export function evidenceOf(line: Line, most = 40): Evidence {
  return evidenceAt(line, 0, Math.min(most, line.text.length))
}

/** Every place a global pattern matches in the lines, as evidence for the whole match. */
export function matchesIn(lines: readonly Line[], pattern: RegExp): Evidence[] {
  return lines.flatMap((line) =>
    allMatches(line.text, pattern).map((match) => evidenceAt(line, match.index, match.index + match[0].length)),
  )
}
