import type { Block, Cell, Document, Place } from '#domain/document.ts'
import type { EntryField } from '#domain/ledger/entry-keys.ts'
import type { PrintedBlock, PrintedReport, PrintedTable, Run } from '#domain/report/printed-report.ts'
import { xmlText } from '../findings/xml-text.ts'
import { attachmentIndents } from './formats/layout/attachment-indents.ts'
import { gridOf } from './formats/layout/table-grid.ts'

/** Text of a paragraph or cell as a reader sees it; the numbers in it by their facts, characters [start, end). */
type Written = {
  readonly text: string
  readonly numbers: readonly { readonly start: number; readonly end: number; readonly fact: string }[]
  readonly from?: EntryField
}

/**
 * A report as reading its Word file gives it, without writing the file; of every place in it, where it comes from.
 *
 * factsAt   ids of the facts whose numbers a place touches
 * typedAt   the field a person typed the place's paragraph or cell into
 */
export type ReadReport = {
  readonly document: Document
  readonly factsAt: (place: Place) => readonly string[]
  readonly typedAt: (place: Place) => EntryField | undefined
}

/** The report as our reader sees it; `file` is what it is called. */
export function asDocument(report: PrintedReport, file: string): ReadReport {
  const read: { readonly block: Block; readonly cells: readonly (readonly Written[])[] }[] = []
  let tables = 0
  for (const block of report.blocks) {
    for (const words of paragraphsOf(block)) {
      const level = block.kind === 'heading' ? { level: block.level } : {}
      const paragraph = { kind: 'paragraph', text: words.text, role: 'body', locus: {}, ...level } as const
      if (words.text !== '') read.push({ block: paragraph, cells: [[words]] })
    }
    if (block.kind === 'table') read.push(tableOf(block, (tables += 1)))
  }
  const at = ({ block, row = 0, cell = 0 }: Place) => read[block]?.cells[row]?.[cell]
  return {
    document: { file, format: 'docx', blocks: read.map(({ block }) => block) },
    factsAt: (place) =>
      (at(place)?.numbers ?? [])
        .filter(({ start, end }) => start < place.end && place.start < end)
        .map(({ fact }) => fact),
    typedAt: (place) => at(place)?.from,
  }
}

/** What of a block is printed as paragraphs: all but a table, of which its caption is. */
function paragraphsOf(block: PrintedBlock): readonly Written[] {
  if (block.kind === 'table') return block.caption ? [written([block.caption])] : []
  if (block.kind === 'signature') return block.lines.map((line) => written([line]))
  if (block.kind !== 'attachment') return [written(block.runs, 'from' in block ? block.from : undefined)]
  const { hanging } = attachmentIndents(block.label)
  return [written([hanging > 0 ? `${block.label}\t` : block.label, ...block.runs])]
}

function tableOf(table: PrintedTable, number: number) {
  const shown = gridOf(table).map((row, at) => row.filter(({ covered }) => !covered || at === 0))
  const cells = shown.map((row) => row.map(({ cell }) => written(cell.runs, cell.from)))
  const rows = shown.map((row, at) =>
    row.map(({ column, colSpan, rowSpan }, index): Cell => ({
      row: at,
      column,
      rowSpan,
      columnSpan: colSpan,
      text: cells[at]?.[index]?.text ?? '',
      locus: { table: number, row: at + 1, cell: index + 1 },
    })),
  )
  return { block: { kind: 'table', number, rows, locus: { table: number } } as const, cells }
}

/** Runs as the text of a Word paragraph: line ends and tabs as such, a number with its unit behind it, no blank ends. */
function written(runs: readonly Run[], from?: EntryField): Written {
  let text = ''
  const numbers: { start: number; end: number; fact: string }[] = []
  for (const run of runs) {
    const start = text.length
    if (typeof run === 'string') text += plain(run)
    else {
      text += plain(run.text.replace(/[\t\n\r]/g, ' ') + run.unit)
      numbers.push({ start, end: text.length, fact: run.fact })
    }
  }
  const cut = text.length - text.trimStart().length
  return {
    text: text.trim(),
    numbers: numbers.map(({ start, end, fact }) => ({ start: start - cut, end: end - cut, fact })),
    ...(from ? { from } : {}),
  }
}

function plain(text: string): string {
  return xmlText(text)
    .replace(/\r\n|\r/g, '\n')
    .replaceAll('\u00AD', '')
}
