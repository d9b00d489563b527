import type { Block, Document, LineStart, Paragraph } from '#domain/document.ts'
import { problemOf } from '#domain/problem.ts'
import { decodeText } from './decode-text.ts'
import type { Input, ReadResult } from '../read-document.ts'
import { delimitedTable, isDelimited } from './delimited-table.ts'
import { joinsNext, wrapWidth } from './soft-wrap.ts'
import { savedTable, startsSavedTable } from './saved-table.ts'

/** A line of the file with its number from 1. */
export type TextLine = { readonly text: string; readonly number: number }

const pageNumber = /^\s*(?:[-—–]+\s*\d{1,4}\s*[-—–]+|第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/

/**
 * Reads plain text: text saved from Word (a table is one cell a line behind a TAB), tables with TABs or bars
 * between the cells, and text copied from PDF with its lines broken.
 */
export function readText(input: Input): ReadResult {
  const text = decodeText(input.bytes)
  if (text === undefined) return { problems: [problemOf('text-garbled', input.name, true)] }
  if (text.trim() === '') return { problems: [problemOf('file-empty', input.name, true)] }
  return { document: { file: input.name, format: 'text', blocks: blocksOf(text) } satisfies Document, problems: [] }
}

/** The paragraphs and tables of a text. */
export function blocksOf(text: string): Block[] {
  const lines: TextLine[] = text
    .split(/\r\n|[\n\r\f\v\u2028]/)
    .map((each, index) => ({ text: each, number: index + 1 }))
  const width = wrapWidth(lines)
  const blocks: Block[] = []
  let tables = 0
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!
    if (startsSavedTable(lines, at)) {
      const read = savedTable(lines, at, ++tables)
      blocks.push(read.table)
      at = read.next
    } else if (isDelimited(lines, at)) {
      const read = delimitedTable(lines, at, ++tables)
      blocks.push(read.table)
      at = read.next
    } else if (line.text.trim() === '' || pageNumber.test(line.text)) at++
    else {
      const read = paragraph(lines, at, width)
      blocks.push(read.block)
      at = read.next
    }
  }
  return blocks
}

function paragraph(
  lines: readonly TextLine[],
  from: number,
  width: number | undefined,
): { block: Paragraph; next: number } {
  const starts: LineStart[] = []
  let text = ''
  let at = from
  let goesOn = true
  while (goesOn) {
    const line = lines[at]!
    const trimmed = line.text.trim()
    if (/[A-Za-z0-9]$/.test(text) && /^[A-Za-z]/.test(trimmed)) text += ' '
    starts.push([text.length, 0, line.number, line.text.indexOf(trimmed) + 1])
    text += trimmed
    const next = width === undefined ? at + 1 : pastPageNumbers(lines, at + 1)
    goesOn = width !== undefined && next < lines.length && joinsNext(line, lines[next]!, width)
    at = next
  }
  return { block: { kind: 'paragraph', text, locus: { line: lines[from]!.number }, lines: starts }, next: at }
}

function pastPageNumbers(lines: readonly TextLine[], from: number): number {
  let at = from
  while (at < lines.length && pageNumber.test(lines[at]!.text)) at++
  return at
}
