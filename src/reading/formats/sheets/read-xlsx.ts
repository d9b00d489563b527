import { type DenseWorkSheet, type WorkBook, read } from '@e965/xlsx'
import { zipSync } from 'fflate'
import type { Block, Document } from '#domain/document.ts'
import { type Problem, problemOf } from '#domain/problem.ts'
import { unzip } from '../archives/unzip.ts'
import { isUnsafeArchive } from './xlsx-archive.ts'
import { sheetBlocks } from './xlsx-blocks.ts'
import { withTypedOver } from './typed-over.ts'
import { sheetRows } from './xlsx-grid.ts'

const mostRows = 20_000
const mostSheets = 200

/**
 * Reads a workbook (xlsx, xls, ods): every sheet as its titles and tables, cells as displayed, formulas by their saved
 * values. Hidden sheets, rows and columns are read and marked.
 *
 * problems  file-empty · file-encrypted · file-unreadable · archive-unsafe (all fatal) ·
 *           table-too-large with the sheet when more than 20,000 rows were there
 * throws    never
 */
export function readXlsx(input: {
  name: string
  bytes: Uint8Array
}): Promise<{ document?: Document; problems: Problem[] }> {
  return Promise.resolve(readBook(input))
}

function readBook({ name, bytes }: { name: string; bytes: Uint8Array }): { document?: Document; problems: Problem[] } {
  const fatal = (code: Problem['code'], detail?: string) => ({ problems: [problemOf(code, name, true, detail)] })
  if (bytes.length === 0) return fatal('file-empty')
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip && !(bytes[0] === 0xd0 && bytes[1] === 0xcf) && bytes[0] !== 0x09) return fatal('file-unreadable')
  try {
    if (isZip && isUnsafeArchive(bytes)) return fatal('archive-unsafe', '解压后超过 256 MB')
    const book = read(isZip ? restored(bytes) : bytes, {
      type: 'array',
      dense: true,
      cellStyles: true,
      cellHTML: false,
      sheetRows: mostRows + 1,
    })
    return bookBlocks(name, book)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fatal(/password|encrypt/i.test(reason) ? 'file-encrypted' : 'file-unreadable')
  }
}

/**
 * The archive with its entries stored instead of deflated. The workbook library's own inflater never ends on some
 * damaged streams; this one throws on them.
 */
function restored(bytes: Uint8Array): Uint8Array {
  return zipSync(
    unzip(bytes, (name) => !name.endsWith('/')),
    { level: 0 },
  )
}

function bookBlocks(name: string, book: WorkBook): { document: Document; problems: Problem[] } {
  const blocks: Block[] = []
  const problems: Problem[] = []
  let tables = 0
  book.SheetNames.slice(0, mostSheets).forEach((title, index) => {
    const sheet = book.Sheets[title] as DenseWorkSheet | undefined
    if (!sheet?.['!data']) return
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0
    const own = sheetBlocks(title, withTypedOver(title, sheetRows(sheet, mostRows, isHidden), book), tables)
    tables += own.filter(({ kind }) => kind === 'table').length
    blocks.push(...own)
    if (sheet['!data'].length > mostRows)
      problems.push(problemOf('table-too-large', name, false, `工作表“${title}”只读了前${mostRows}行`))
  })
  if (book.SheetNames.length > mostSheets) {
    problems.push(
      problemOf('table-too-large', name, false, `共${book.SheetNames.length}个工作表，只读了前${mostSheets}个`),
    )
  }
  return { document: { file: name, format: 'xlsx', blocks }, problems }
}
