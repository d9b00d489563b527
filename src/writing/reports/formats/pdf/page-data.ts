import type { PrintedBlock, PrintedReport, PrintedTable, ReportSet, Run } from '#domain/report/printed-report.ts'
import { xmlText } from '../../../findings/xml-text.ts'
import { pageSections } from '../page-sections.ts'
import { attachmentIndents } from '../attachment-indents.ts'
import { signatureIndents } from '../signature-indents.ts'
import { gridOf, widthsOf } from '../table-grid.ts'
import { rowHeights } from './row-heights.ts'
import { charactersWide, titleMeasure } from '../title-measure.ts'
import { formInset } from './form-inset.ts'

const widths = { upright: 442.2, turned: 637.7 }
// Points: a cell higher than this, or heading rows that are, may be cut by the page's end.
const unbreakable = 360
const titleCharacter = 22

/** A report as the data that the page template prints. */
export function pageData(report: PrintedReport, { department }: ReportSet) {
  const sections = pageSections(report.blocks).map(({ landscape, blocks }) => {
    const width = landscape ? widths.turned : widths.upright
    return { landscape, blocks: blocks.map((block) => blockData(block, width, { blocks, landscape })) }
  })
  // A document of no pages is none: a report without blocks prints an empty sheet.
  const printed =
    sections.length > 0
      ? sections
      : [{ landscape: false, blocks: [blockData(blank, widths.upright, { blocks: [blank], landscape: false })] }]
  return { title: xmlText(report.title), author: xmlText(department), sections: printed }
}

const blank: PrintedBlock = { kind: 'paragraph', runs: [' '] }

type Around = { readonly blocks: readonly PrintedBlock[]; readonly landscape: boolean }

function blockData(block: PrintedBlock, width: number, around: Around) {
  if (block.kind === 'table') return tableData(block, width, around)
  if (block.kind === 'signature') {
    const indents = signatureIndents(block.lines)
    return {
      kind: block.kind,
      lines: block.lines.map((line, at) => ({ runs: pieces([line]), right: indents[at] ?? 0 })),
    }
  }
  const runs = pieces(block.runs)
  if (block.kind === 'attachment-mark') return { kind: block.kind, runs }
  if (block.kind === 'attachment')
    return {
      kind: block.kind,
      label: pieces([block.label]),
      opens: block.label.startsWith('附件'),
      ...attachmentIndents(block.label),
      runs,
    }
  if (block.kind === 'title')
    return { kind: block.kind, runs, measure: titleMeasure(runs.join(''), Math.floor(width / titleCharacter)) ?? null }
  if (block.kind === 'heading') return { kind: block.kind, level: block.level, runs }
  return { kind: block.kind, runs, indent: block.indent !== false }
}

/** Words of the runs; a line break is a piece of its own. */
function pieces(runs: readonly Run[]): string[] {
  const text = runs.map((run) => (typeof run === 'string' ? run : run.text + run.unit)).join('')
  return xmlText(text)
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .split(/(\n)/)
    .filter((piece) => piece !== '')
}

function tableData(table: PrintedTable, width: number, { blocks, landscape }: Around) {
  const grid = gridOf(table)
  const columns = widthsOf(table, Math.round(width * 10)).map((each) => each / 10)
  const heights = rowHeights(grid, columns)
  const high = (y: number, rows: number) => heights.slice(y, y + rows).reduce((sum, height) => sum + height, 0)
  const cells = grid.flatMap((row, y) =>
    row
      .filter(({ covered }) => !covered)
      .map(({ cell, column, colSpan, rowSpan }) => ({
        x: column,
        y,
        colspan: colSpan,
        rowspan: rowSpan,
        align: cell.align ?? 'left',
        bold: cell.bold ?? false,
        vertical: cell.vertical ?? false,
        // A heading cut in two would stand on one page only, and head no row of the other.
        breakable: high(y, rowSpan) > unbreakable,
        runs: pieces(cell.runs),
      })),
  )
  return {
    kind: table.kind,
    caption: table.caption ? pieces([table.caption]) : null,
    widths: columns,
    rows: grid.length,
    inset: formInset(blocks, heights, titleLines(blocks, width), landscape),
    head: headOf(table, cells),
    cells,
  }
}

/** Lines the titles on these pages take. */
function titleLines(blocks: readonly PrintedBlock[], width: number): number {
  const titles = blocks.flatMap((block) => (block.kind === 'title' ? [pieces(block.runs).join('')] : []))
  const most = Math.floor(width / titleCharacter)
  return titles.reduce((sum, title) => {
    const measure = titleMeasure(title, most)
    return sum + (measure === undefined ? 1 : Math.ceil(charactersWide(title) / measure))
  }, 0)
}

/** Head rows, widened by cells that reach below them; none where they would take most of the table along. */
function headOf(table: PrintedTable, cells: readonly { y: number; rowspan: number }[]): number {
  let head = table.headRows ?? 0
  for (const { y, rowspan } of cells) if (y < head) head = Math.max(head, y + rowspan)
  return head > table.rows.length / 2 ? 0 : head
}
