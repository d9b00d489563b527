import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { type Block, type Report, type Tokens, plain, printed } from '../report.ts'

/** A Word file with merged cells; a number often stands in a run of its own, as typed reports have it. */
export async function writeAsDocx(report: Report): Promise<Uint8Array> {
  const document = new Document({ sections: [{ children: report.blocks.map(childOf) }] })
  return new Uint8Array(await Packer.toBuffer(document))
}

function childOf(block: Block): Paragraph | Table {
  if (block.is === 'paragraph') return new Paragraph({ children: runsOf(block.tokens) })
  if (block.is === 'heading') {
    return new Paragraph({
      heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      children: runsOf(block.tokens),
    })
  }
  const rows = block.rows.map((cells) => {
    const children = cells.map((each) => {
      const paragraph = new Paragraph({ children: [new TextRun(plain(each.tokens))] })
      return new TableCell({ columnSpan: each.columns, rowSpan: each.rows, children: [paragraph] })
    })
    return new TableRow({ children })
  })
  return new Table({ rows })
}

function runsOf(tokens: Tokens): TextRun[] {
  return tokens.map((token) => new TextRun(printed(token)))
}
