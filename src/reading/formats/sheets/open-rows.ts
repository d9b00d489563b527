import { type Problem, problemOf } from '#domain/problem.ts'
import { delimitedRows } from './delimited-rows.ts'
import { detectFormat } from '../detect-format.ts'
import { type HeldBytes, holdBytes } from '../archives/held-bytes.ts'
import { type RawRows, type RowSource, RowsRefused } from './raw-rows.ts'
import { readHtml } from '../markup/read-html.ts'
import { sheetBytes, streamedRows } from './streamed-workbook.ts'
import { workbookRows } from './workbook-rows.ts'

const mostBytes = 100 * 1024 * 1024
/** What sheets inflate to, in bytes, beyond which they are read as they are inflated. */
const largeSheets = 8 * 1024 * 1024
const wrongKind = '导入请用 xlsx、xls 或 csv'

/**
 * The rows of a workbook or a delimited text, some at a time, so that a text of any length is never held in memory.
 * The kind of file is told by its content. Throws RowsRefused.
 */
export async function* openRows(source: RowSource): AsyncGenerator<RawRows> {
  const { name } = source
  const iterator = asIterator(source.chunks)
  const first = await firstBytes(iterator)
  if (first.length === 0) throw new RowsRefused(problemOf('file-empty', name, true))
  const isZipOrCompound = (first[0] === 0x50 && first[1] === 0x4b) || (first[0] === 0xd0 && first[1] === 0xcf)
  const guess = isZipOrCompound ? undefined : detectFormat({ name, bytes: first })
  if (guess && 'problem' in guess) throw new RowsRefused(guess.problem)
  if (guess?.format === 'text' || guess?.format === 'xlsx') {
    yield* delimitedRows(name, joined(first, iterator))
    return
  }
  const held = await heldWorkbook(name, joined(first, iterator))
  try {
    yield* heldRows(name, held)
  } finally {
    await held.release()
  }
}

async function heldWorkbook(name: string, chunks: AsyncIterable<Uint8Array>): Promise<HeldBytes> {
  const tooLarge = (why: string) => new RowsRefused(problemOf('file-too-large', name, true, why))
  try {
    return await holdBytes(chunks, (size) => {
      if (size > mostBytes) throw tooLarge('工作簿超过 100 MB，请另存为 csv')
    })
  } catch (error) {
    const { code } = error as { code?: unknown }
    throw code === 'ENOSPC' || code === 'EDQUOT' ? tooLarge('磁盘空间不足，放不下它') : error
  }
}

async function* heldRows(name: string, held: HeldBytes): AsyncGenerator<RawRows> {
  if (((await sheetBytes(held)) ?? 0) > largeSheets) {
    yield* streamedRows(name, held)
    return
  }
  const bytes = await held.part(0, held.size)
  const found = detectFormat({ name, bytes })
  if ('problem' in found) throw new RowsRefused(ofTable(found.problem, name))
  if (found.format === 'xlsx') yield* workbookRows(name, bytes)
  else if (found.format === 'html') yield* pageRows(name, bytes)
  else throw new RowsRefused(problemOf('format-unknown', name, true, wrongKind))
}

/** What is said of a report need not fit a table: a zip named as a workbook that holds none is a broken workbook. */
function ofTable(problem: Problem, name: string): Problem {
  if (problem.code !== 'format-unknown') return problem
  return /\.(?:xls[xm]?|et|ods)$/i.test(name)
    ? problemOf('file-unreadable', name, true)
    : problemOf('format-unknown', name, true, wrongKind)
}

/** Accounting systems save pages of HTML under the name xls: each table is a sheet. */
function* pageRows(name: string, bytes: Uint8Array): Generator<RawRows> {
  const { document } = readHtml({ name, bytes })
  const tables = document?.blocks.filter((block) => block.kind === 'table') ?? []
  if (tables.length === 0) throw new RowsRefused(problemOf('format-unknown', name, true, wrongKind))
  for (const { rows, number } of tables) {
    yield {
      sheet: tables.length > 1 ? `第${number}张表` : '',
      rows: rows.map((cells, index) => {
        const texts: string[] = []
        for (const cell of cells) texts[cell.column] = cell.text
        return { row: index + 1, cells: Array.from(texts, (text) => text ?? '') }
      }),
    }
  }
}

async function* asIterator(chunks: RowSource['chunks']): AsyncGenerator<Uint8Array> {
  yield* chunks
}

/** Enough of the file to tell what it is. */
async function firstBytes(chunks: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const head: Uint8Array[] = []
  let size = 0
  while (size < 4096) {
    const next = await chunks.next()
    if (next.done) break
    head.push(next.value)
    size += next.value.length
  }
  return head.length === 1 ? head[0]! : Buffer.concat(head)
}

async function* joined(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}
