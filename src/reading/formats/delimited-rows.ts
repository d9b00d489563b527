import { isAscii, isUtf8 } from 'node:buffer'
import { CsvError, type Parser, parse } from 'csv-parse'
import { problemOf } from '#domain/problem.ts'
import { type RawRow, type RawRows, RowsRefused } from './raw-rows.ts'

const mostRows = 5_000_000
const mostColumns = 500
/** Longer than any honest row: a quote that is never closed would else swallow the file. */
const longestRow = 256 * 1024

/**
 * The rows of a csv (or TAB- or semicolon-separated text) in UTF-8, UTF-16 or GB18030, read as fast as they are taken.
 * Throws RowsRefused on what is no text, on an unclosed quote, and beyond five million rows.
 */
export async function* delimitedRows(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawRows> {
  let parser: Parser | undefined
  let row = 0
  const taken = (from: Parser): RawRow[] => {
    const rows: RawRow[] = []
    for (let cells = from.read() as string[] | null; cells; cells = from.read() as string[] | null) {
      rows.push({ row: ++row, cells: cells.length > mostColumns ? cells.slice(0, mostColumns) : cells })
    }
    if (row > mostRows) throw new RowsRefused(problemOf('table-too-large', name, true, '超过五百万行，请分成几个文件'))
    return rows
  }
  try {
    for await (const text of decoded(name, chunks)) {
      parser ??= parserFor(text)
      yield { sheet: '', rows: await written(parser, text, taken) }
    }
    if (parser) yield { sheet: '', rows: await written(parser, undefined, taken) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new RowsRefused(problemOf('file-unreadable', name, true, `第${row + 1}行附近的引号没有配对`))
  }
}

function parserFor(head: string): Parser {
  const parser = parse({
    delimiter: delimiterOf(head),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
  })
  parser.on('error', () => {})
  return parser
}

/** Hands text to the parser (nothing more where it is undefined) and takes the rows that are complete. */
async function written(
  parser: Parser,
  text: string | undefined,
  taken: (parser: Parser) => RawRow[],
): Promise<RawRow[]> {
  const done = new Promise<void>((resolve, reject) => {
    const settle = (error?: Error | null) => (error ? reject(error) : resolve())
    if (text === undefined) parser.end(settle)
    else parser.write(text, settle)
  })
  // The parser stops at its high-water mark until rows are taken.
  const early: RawRow[] = []
  const drain = () => early.push(...taken(parser))
  parser.on('readable', drain)
  try {
    await done
    drain()
    return early
  } finally {
    parser.off('readable', drain)
  }
}

function delimiterOf(head: string): string {
  const lines = head.split('\n', 20).join('\n')
  const counted = [',', '\t', ';', '|'].map((mark) => ({ mark, count: lines.split(mark).length }))
  return counted.toSorted((left, right) => right.count - left.count)[0]?.mark ?? ','
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
