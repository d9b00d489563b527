import type { PrintedBlock, PrintedReport, PrintedTable, ReportSet, Run } from '#domain/report/printed-report.ts'
import { originText } from '#domain/report/set-origin.ts'
import { xmlText } from '../../../findings/xml-text.ts'
import { type FormPage, formFit } from '../layout/form-fit.ts'
import { type PageSection, pageSections } from '../layout/page-sections.ts'
import { attachmentIndents } from '../layout/attachment-indents.ts'
import { signatureIndents } from '../layout/signature-indents.ts'
import { gridOf, widthsOf } from '../layout/table-grid.ts'
import { titleMeasure } from '../layout/title-measure.ts'

// Points: the type areas of GB/T 9704, and of the pages that hold forms only (165 × 253 mm, 253 × 167 mm).
const pages = {
  prose: { upright: { width: 442.2, height: 637.8 }, turned: { width: 637.7, height: 442.2 } },
  form: { upright: { width: 467.7, height: 717.2 }, turned: { width: 717.2, height: 473.4 } },
}
// Points between the words of a cell and its borders, both sides together.
const across = 6
const leading = 1.35
// Points: a cell higher than this, or heading rows that are, may be cut by the page's end.
const unbreakable = 360
const titleCharacter = 22

/** A report as the data that the page template prints. */
export function pageData(report: PrintedReport, { department, origin }: ReportSet) {
  const sections = pageSections(report.blocks).map((section) => ({
    landscape: section.landscape,
    form: section.form,
    blocks: section.blocks.map((block) => blockData(block, section)),
  }))
  // A document of no pages is none: a report without blocks prints an empty sheet.
  const printed =
    sections.length > 0
      ? sections
      : [
          {
            landscape: false,
            form: false,
            blocks: [blockData(blank, { landscape: false, form: false, blocks: [blank] })],
          },
        ]
  const keywords = origin ? [originText(origin)] : []
  return { title: xmlText(report.title), author: xmlText(department), keywords, sections: printed }
}

const blank: PrintedBlock = { kind: 'paragraph', runs: [' '] }

function blockData(block: PrintedBlock, section: PageSection) {
  const { width, height } = pages[section.form ? 'form' : 'prose'][section.landscape ? 'turned' : 'upright']
  if (block.kind === 'table') return tableData(block, section, { width, height, leading, across })
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

function tableData(table: PrintedTable, section: PageSection, page: FormPage) {
  const grid = gridOf(table)
  const columns = widthsOf(table, Math.round(page.width * 10)).map((each) => each / 10)
  const { size, inset, heights } = formFit(table, section, page)
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
    size,
    inset,
    head: headOf(table, cells),
    grid: gridHeadOf(table, cells),
    cells,
  }
}

/** Head rows, widened by cells that reach below them; none where they would take most of the table along. */
function headOf(table: PrintedTable, cells: readonly { y: number; rowspan: number }[]): number {
  let head = table.headRows ?? 0
  for (const { y, rowspan } of cells) if (y < head) head = Math.max(head, y + rowspan)
  return head > table.rows.length / 2 ? 0 : head
}

/** The heads within a form that stand again on the pages its rows run on to; none where another cell reaches into them. */
function gridHeadOf({ gridHead, rows }: PrintedTable, cells: readonly { y: number; rowspan: number }[]) {
  if (!gridHead || gridHead.from === 0) return null
  const { from, rows: many } = gridHead
  const to = from + many
  const isCut = cells.some(({ y, rowspan }) => (y < from && y + rowspan > from) || (y < to && y + rowspan > to))
  return isCut || to >= rows.length ? null : { from, to }
}
