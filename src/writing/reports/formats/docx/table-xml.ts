import type { PrintedTable } from '#domain/report/printed-report.ts'
import { formFit, formSizes } from '../layout/form-fit.ts'
import type { PageSection } from '../layout/page-sections.ts'
import { type GridCell, gridOf, widthsOf } from '../layout/table-grid.ts'
import { type Controls, escapeXml, runsXml } from './run-xml.ts'
import { sizes } from './page-measures.ts'

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')
const side = 57
const margins = `<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="${side}" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar>`
// A row that fills most of a page must be allowed to break, or it would leave the page before it empty.
const unbreakable = 600

// A twip is 1/20 pt. Faces that stand in for 仿宋 want lines of 1.45 times their size.
const twips = 20
const leading = 1.45
const mostInset = 4.3

const usualLine = 282
const smallLine = 242

/** Least height of a row in twips, and whether its type is 小五. */
type RowShape = { readonly least: number; readonly isSmall: boolean }
type Page = { readonly width: number; readonly height: number; readonly top: number; readonly bottom: number }

/** A form as a table of fixed columns: borders, spans as given, head rows on every page, no row cut in two. `width` of the type area. */
export function tableXml(table: PrintedTable, page: Page, section: PageSection, controls: Controls): string {
  const { width } = page
  const fit = formFit(table, section, {
    width: width / twips,
    height: (page.height - page.top - page.bottom) / twips,
    leading,
    across: (2 * side) / twips,
  })
  const columns = widthsOf(table, width)
  const caption = table.caption
    ? `<w:p><w:pPr><w:pStyle w:val="Caption"/><w:snapToGrid w:val="0"/></w:pPr>${runsXml([table.caption], controls)}</w:p>`
    : ''
  const properties = `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/>${margins}<w:tblCaption w:val="${escapeXml(table.name)}"/></w:tblPr>`
  const grid = columns.map((column) => `<w:gridCol w:w="${column}"/>`).join('')
  const isSmall = fit.size < formSizes[0]
  const line = isSmall ? smallLine : usualLine
  const shape = { least: line + Math.round(2 * Math.min(fit.inset, mostInset) * twips), isSmall }
  const rows = gridOf(table).map((row, at) => rowXml(row, at < (table.headRows ?? 0), columns, controls, shape))
  return `${caption}<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

function rowXml(
  row: readonly GridCell[],
  head: boolean,
  columns: readonly number[],
  controls: Controls,
  { least, isSmall }: RowShape,
): string {
  const whole = row.every((cell) => lengthOf(cell) < unbreakable) ? '<w:cantSplit/>' : ''
  const repeated = head ? '<w:tblHeader/>' : ''
  const properties = `<w:trPr>${whole}<w:trHeight w:val="${least}" w:hRule="atLeast"/>${repeated}</w:trPr>`
  return `<w:tr>${properties}${row.map((cell) => cellXml(cell, columns, controls, isSmall)).join('')}</w:tr>`
}

function lengthOf({ cell }: GridCell): number {
  return cell.runs.reduce((sum, run) => sum + (typeof run === 'string' ? run.length : run.text.length), 0)
}

function cellXml(placed: GridCell, columns: readonly number[], controls: Controls, isSmall: boolean): string {
  const { cell, column, colSpan, rowSpan, covered } = placed
  const width = columns.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0)
  const merged = rowSpan > 1 ? (covered ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>') : ''
  const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : ''}${merged}${cell.vertical ? narrowed(width) : ''}<w:vAlign w:val="center"/>`
  const align = cell.align && cell.align !== 'left' ? `<w:jc w:val="${cell.align}"/>` : ''
  const runs = covered ? '' : runsXml(cell.runs, controls, cell.bold ?? false)
  return `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:pPr><w:pStyle w:val="${isSmall ? 'TableTextSmall' : 'TableText'}"/><w:snapToGrid w:val="0"/>${align}</w:pPr>${runs}</w:p></w:tc>`
}

/** One character a line: margins that leave room for one, so that the row grows with the words in every program. */
function narrowed(width: number): string {
  const room = Math.max(0, Math.floor((width - sizes.five * 10 * 1.4) / 2))
  return `<w:tcMar><w:left w:w="${room}" w:type="dxa"/><w:right w:w="${room}" w:type="dxa"/></w:tcMar>`
}
