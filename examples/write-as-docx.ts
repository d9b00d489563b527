import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { type Block, type GridCell } from './content/blocks.ts'

/** A4 between the margins of GB/T 9704-2012, in twentieths of a point. */
const printedWidth = 8845

/** The report set as a Word file, with real merged cells and heading levels. */
export async function writeAsDocx(blocks: readonly Block[]): Promise<Uint8Array> {
  const file = new Document({
    title: '桃江县政府办2023年绩效报告',
    creator: '绩衡示例',
    styles: { default: { document: { run: { font: { eastAsia: '仿宋', ascii: 'Times New Roman' }, size: 28 } } } },
    sections: [{ children: blocks.flatMap(blockContent) }],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function blockContent(block: Block): (Paragraph | Table)[] {
  if (block.is === 'title') return block.lines.map(titleLine)
  if (block.is === 'grid') return [gridTable(block.columns, block.rows), new Paragraph('')]
  if (block.is === 'text') return [new Paragraph({ text: block.text, indent: { firstLine: 560 } })]
  const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
  return [new Paragraph({ text: block.text, heading })]
}

function titleLine(line: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: line, bold: true, size: 36 })],
  })
}

function gridTable(columns: number, rows: readonly (readonly GridCell[])[]): Table {
  const width = Math.floor(printedWidth / columns)
  return new Table({
    columnWidths: Array.from({ length: columns }, () => width),
    width: { size: width * columns, type: WidthType.DXA },
    rows: rows.map((cells) => new TableRow({ children: cells.map((each) => gridCell(each, width)) })),
  })
}

function gridCell(cell: GridCell, width: number): TableCell {
  return new TableCell({
    columnSpan: cell.columns,
    rowSpan: cell.rows,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width * cell.columns, type: WidthType.DXA },
    children: cell.text.split('\n').map((line) => new Paragraph({ children: [new TextRun({ text: line, size: 21 })] })),
  })
}
