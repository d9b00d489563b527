import { isAscii, isUtf8 } from 'node:buffer'
import { CsvError, type Parser, parse } from 'csv-parse'
import { problemOf } from '#domain/problem.ts'
import { type PlainLines, plainLines } from './plain-lines.ts'
import { type RawRow, type RawRows, RowsRefused } from './raw-rows.ts'

const mostRows = 5_000_000
const mostColumns = 500
/** Longer than any honest row: a quote that is never closed would else swallow the file. */
const longestRow = 256 * 1024
/** Small, so that the rows of a piece are gone before the garbage collector meets them. */
const piece = 8 * 1024

/** A line longer than any honest one. */
class RowTooLong extends Error {}

/**
 * The rows of a csv (or TAB- or semicolon-separated text) in UTF-8, UTF-16 or GB18030, read as fast as they are taken.
 * Throws RowsRefused on what is no text, on an unclosed quote, and beyond five million rows.
 */
export async function* delimitedRows(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawRows> {
  let row = 0
  const numbered = (lines: readonly string[][]): RawRow[] => {
    if (row + lines.length > mostRows)
      throw new RowsRefused(problemOf('table-too-large', name, true, '超过五百万行，请分成几个文件'))
    return lines.map((cells) => ({
      row: ++row,
      cells: cells.length > mostColumns ? cells.slice(0, mostColumns) : cells,
    }))
  }
  try {
    for await (const lines of cutLines(fromFirstLine(pieces(decoded(name, chunks)))))
      yield { sheet: '', rows: numbered(lines) }
  } catch (error) {
    if (!(error instanceof CsvError || error instanceof RowTooLong)) throw error
    throw new RowsRefused(problemOf('file-unreadable', name, true, `第${row + 1}行附近的引号没有配对`))
  }
}

/** Until the first quotation mark lines are simply cut; from it on the parser has them, which knows quotes. */
async function* cutLines(texts: AsyncIterable<string>): AsyncGenerator<string[][]> {
  let plain: PlainLines | undefined
  let parser: Parser | undefined
  for await (const text of texts) {
    plain ??= plainLines(delimiterOf(text))
    if (!parser && text.includes('"')) {
      parser = parserFor(plain.delimiter, plain.end())
      yield* written(parser, plain.rest())
    }
    if (parser) yield* written(parser, text)
    else yield plain.rows(text, false)
    if (!parser && plain.rest().length > longestRow) throw new RowTooLong()
  }
  if (parser) yield* written(parser, undefined)
  else if (plain) yield plain.rows('', true)
}

function parserFor(delimiter: string, end: string | undefined): Parser {
  const parser = parse({
    delimiter,
    ...(end === undefined ? {} : { record_delimiter: end }),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
  })
  parser.on('error', () => {})
  return parser
}

/** Hands text to the parser (nothing more where it is undefined) and gives the rows that are complete, also before an error. */
async function* written(parser: Parser, text: string | undefined): AsyncGenerator<string[][]> {
  const done = new Promise<Error | null | undefined>((resolve) => {
    if (text === undefined) parser.end(resolve)
    else parser.write(text, resolve)
  })
  // The parser stops at its high-water mark until rows are taken.
  const taken: string[][] = []
  const drain = () => {
    for (let cells = parser.read() as string[] | null; cells; cells = parser.read() as string[] | null)
      taken.push(cells)
  }
  parser.on('readable', drain)
  const error = await done
  drain()
  parser.off('readable', drain)
  yield taken
  if (error) throw error
}

function delimiterOf(head: string): string {
  const lines = head.split('\n', 20).join('\n')
  const counted = [',', '\t', ';', '|'].map((mark) => ({ mark, count: lines.split(mark).length }))
  return counted.toSorted((left, right) => right.count - left.count)[0]?.mark ?? ','
}

/** The first text holds the first line whole: it tells what parts the cells. */
async function* fromFirstLine(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held: string | undefined = ''
  for await (const text of texts) {
    if (held === undefined) yield text
    else {
      held += text
      if (!/[\r\n]/.test(held) && held.length <= longestRow) continue
      yield held
      held = undefined
    }
  }
  if (held) yield held
}

/** A file handed over in one is taken in pieces too, so that its rows come some at a time. */
async function* pieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const text of texts) {
    if (text.length <= piece) yield text
    else for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece)
  }
}

/** Bytes to text. What is plain ASCII so far decides nothing; the first Chinese character shows the encoding. */
async function* decoded(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  try {
    for await (const chunk of chunks) {
      if (!decoder && isAscii(chunk) && !hasZeros(chunk)) {
        yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
        continue
      }
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
      const text = decoder.decode(chunk, { stream: true })
      if (text.includes('\0')) throw new TypeError('zero bytes')
      if (text) yield text
    }
    const rest = decoder?.decode()
    if (rest) yield rest
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new RowsRefused(problemOf('text-garbled', name, true))
  }
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
  if (hasZeros(chunk)) return chunk[0] === 0 ? 'utf-16be' : 'utf-16le'
  // A chunk may end within a character: up to three bytes are left out of the test.
  const isWide = [0, 1, 2, 3].some((cut) => isUtf8(chunk.subarray(0, chunk.length - cut)))
  return isWide ? 'utf-8' : 'gb18030'
}

function hasZeros(chunk: Uint8Array): boolean {
  return chunk.subarray(0, 4096).includes(0)
}
