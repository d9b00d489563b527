import type { Locus } from './locus.ts'

/** A file as read: the same shape for docx, doc, xlsx, pdf, html and flat text. */
export type Document = {
  readonly file: string
  readonly format: Format
  readonly blocks: readonly Block[]
}
export type Format = 'docx' | 'doc' | 'xlsx' | 'pdf' | 'html' | 'text'
export type Block = Paragraph | Table

/**
 * A paragraph, with automatic numbering printed in front of its text as Word shows it.
 *
 * text      without line ends; soft-wrapped lines joined
 * lines     where each stretch of `text` stands in the file: [offset in text, line, column], ascending; docx has one entry
 * level     heading level 1–9 when the format marks one
 * anchor    format-private address for writing back (docx: index of the w:p in document order)
 */
export type Paragraph = {
  readonly kind: 'paragraph'
  readonly text: string
  readonly locus: Locus
  readonly lines?: readonly LineStart[]
  readonly level?: number
  readonly role?: 'body' | 'footnote' | 'header' | 'textbox' | 'comment'
  readonly anchor?: number
}
/** [offset in the block's text, page or 0, line, column]: text from that offset on stands there. */
export type LineStart = readonly [offset: number, page: number, line: number, column: number]

/**
 * A grid. Merged cells stand once, at their top left, with their spans; rows may have unequal length.
 *
 * number    1-based number of the table in the document (sheet order for xlsx)
 * name      sheet name for xlsx
 */
export type Table = {
  readonly kind: 'table'
  readonly number: number
  readonly rows: readonly (readonly Cell[])[]
  readonly locus: Locus
  readonly name?: string
}

/**
 * row, column     0-based place in the grid (column counts grid columns when the format keeps merges, else cells)
 * text            trimmed; inner line ends kept as '\n'
 * unread          the cell is there but its text could not be read: never taken for blank or 0
 * anchor          docx: index of the cell's first w:p in document order
 * typedOver       a workbook's number that was typed where a formula belongs
 */
export type Cell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly locus: Locus
  readonly lines?: readonly LineStart[]
  readonly unread?: boolean
  readonly hidden?: boolean
  readonly anchor?: number
  readonly typedOver?: TypedOver
}

/** The formula that belongs into a cell, without its '='; `gives` what it comes to, printed like the number that stands there. */
export type TypedOver = { readonly formula: string; readonly gives?: string }

/** What a report in the file is: one file may hold several. Block indices are [from, to). */
export type Part = {
  readonly index: number
  readonly title: string
  readonly kind: PartKind
  readonly entity?: string
  readonly project?: string
  readonly year?: number
  readonly from: number
  readonly to: number
}
export type PartKind =
  | 'department-report'
  | 'project-report'
  | 'base-data-table'
  | 'self-evaluation-form'
  | 'goal-form'
  | 'monitoring-form'
  | 'scoring-table'
  | 'final-accounts'
  | 'budget-disclosure'
  | 'notice'
  | 'other'

/** A stretch of text: a block, or a cell of a table block (index into `rows[row]`), and characters [start, end) of its text. */
export type Place = {
  readonly part: number
  readonly block: number
  readonly row?: number
  readonly cell?: number
  readonly start: number
  readonly end: number
}

/** The text a place lies in: the paragraph's or the cell's. */
export function textAround(document: Document, place: Place): string {
  return holderOf(document, place)?.text ?? ''
}

/** The paragraph or cell a place lies in. */
export function holderOf(document: Document, place: Place): Paragraph | Cell | undefined {
  const block = document.blocks[place.block]
  if (!block) return undefined
  if (block.kind === 'paragraph') return block
  return block.rows[place.row ?? -1]?.[place.cell ?? -1]
}

/** The locus of a place: page, line and column for text; table, row and cell for a grid. */
export function locusOf(document: Document, place: Place): Locus {
  const holder = holderOf(document, place)
  if (!holder) return {}
  const starts = holder.lines
  if (!starts || starts.length === 0) {
    return place.row === undefined
      ? { ...holder.locus, column: (holder.locus.column ?? 1) + place.start }
      : holder.locus
  }
  const start = starts.findLast(([offset]) => offset <= place.start) ?? starts[0]!
  const [offset, page, line, column] = start
  return { ...holder.locus, ...(page ? { page } : {}), line, column: column + Math.max(0, place.start - offset) }
}
