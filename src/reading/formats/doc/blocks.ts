import type { Block, Paragraph } from '#domain/document.ts'
import type { DocText } from './file.ts'
import type { RowShape } from './rows.ts'
import { type DocRow, docCells } from './tables.ts'

const noShape: RowShape = { edges: [], below: [], after: [] }

/**
 * The paragraphs and tables of a .doc in order; after them its text boxes, footnotes and running heads, which are
 * stored apart. `line` counts paragraphs outside tables.
 */
export function docBlocks({ body, footnotes, headers, boxes, rowEnds, inTable }: DocText): Block[] {
  const blocks: Block[] = []
  let rows: DocRow[] = []
  let texts: string[] = []
  let text = ''
  let line = 0
  let tables = 0
  const closeTable = () => {
    if (texts.length > 0) rows.push({ texts, shape: noShape })
    if (rows.length > 0) blocks.push(tableOf(rows, ++tables))
    rows = []
    texts = []
  }
  for (let at = 0; at < body.length; at++) {
    const character = body[at]!
    const shape = rowEnds.get(at)
    if (shape !== undefined) {
      if (texts.length > 0) rows.push({ texts, shape })
      texts = []
    } else if (character === '\u0007') texts.push(cleaned(text))
    else if (inTable.has(at) || (character !== '\r' && character !== '\f')) {
      text += character === '\r' ? '\n' : character
      continue
    } else {
      closeTable()
      line++
      const shown = cleaned(text).replaceAll('\n', '')
      if (shown !== '') blocks.push({ kind: 'paragraph', text: shown, locus: { line, column: 1 } })
    }
    text = ''
  }
  closeTable()
  const sides = [...sideBlocks(boxes, 'textbox'), ...sideBlocks(footnotes, 'footnote'), ...headBlocks(headers)]
  return [...blocks, ...sides.map((block, index) => ({ ...block, locus: { line: line + index + 1, column: 1 } }))]
}

function tableOf(rows: readonly DocRow[], number: number): Block {
  return { kind: 'table', number, rows: docCells(rows, number), locus: { table: number } }
}

function sideBlocks(text: string, role: NonNullable<Paragraph['role']>): Paragraph[] {
  return text
    .split(/[\r\u0007]/)
    .map((each) => cleaned(each).replaceAll('\n', ''))
    .filter((each) => each !== '')
    .map((each) => ({ kind: 'paragraph', text: each, role, locus: {} }))
}

/** Each head once, though every section stores its own; bare page numbers are no text. */
function headBlocks(text: string): Paragraph[] {
  const heads = sideBlocks(text, 'header').filter((head) => !/^[\s\d—\-–第页共/]*$/.test(head.text))
  return heads.filter((head, at) => heads.findIndex((other) => other.text === head.text) === at)
}

/** The text as shown: fields by their results, without marks for pictures, notes and deletions. */
function cleaned(text: string): string {
  let shown = text
  for (let before = ''; before !== shown;) {
    before = shown
    shown = shown.replaceAll(/\u0013[^\u0013-\u0015]*\u0014?([^\u0013-\u0015]*)\u0015/g, '$1')
  }
  return shown
    .replaceAll('\u000B', '\n')
    .replaceAll('\u001E', '-')
    .replaceAll(/[\u0000-\u0008\u000C-\u001F]/g, '')
    .trim()
}
