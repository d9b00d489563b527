import { problemOf } from '#domain/problem.ts'
import type { HeldBytes } from '../archives/held-bytes.ts'
import { type RawCell, type RawRow, type RawRows, RowsRefused } from './raw-rows.ts'
import type { CellSetting } from './sheet-cells.ts'
import { type SheetRow, mostColumns, rowReader } from './sheet-rows.ts'
import { type Merge, mergeOf, mergedRows } from './sheet-merges.ts'
import { sharedStrings } from './shared-strings.ts'
import { UnsafeArchive } from '../archives/unsafe-archive.ts'
import { type WorkbookPart, styleFormats, workbookPart } from './workbook-parts.ts'
import { type ZipEntry, inflated, zipEntries } from '../archives/zip-entries.ts'

const mostSheets = 60
/** What one sheet, and what the small parts of a workbook may inflate to. */
const mostSheetBytes = 2 * 1024 ** 3
const mostPartBytes = 64 * 1024 ** 2

/** What a workbook's sheets and texts inflate to, by its directory, in bytes; undefined where we can't walk it. */
export async function sheetBytes(bytes: HeldBytes): Promise<number | undefined> {
  const entries = await zipEntries(bytes)
  if (!entries?.has('xl/workbook.xml') || !entries.has(relationsPath)) return undefined
  return [...entries.values()]
    .filter(({ name }) => /^xl\/(?:worksheets\/[^/]+\.xml|sharedStrings\.xml)$/.test(name))
    .reduce((sum, entry) => sum + entry.inflated, 0)
}

const relationsPath = 'xl/_rels/workbook.xml.rels'

/**
 * The rows of every sheet of an xlsx, as its XML is inflated: all 1,048,576 rows a sheet may hold, and of them never more
 * than a page in memory. Throws RowsRefused.
 */
export async function* streamedRows(name: string, bytes: HeldBytes): AsyncGenerator<RawRows> {
  try {
    const entries = (await zipEntries(bytes)) ?? new Map<string, ZipEntry>()
    const { sheets, isEpoch1904 } = await bookOf(bytes, entries)
    const strings = await sharedStrings(partOf(bytes, entries.get('xl/sharedStrings.xml'), mostSheetBytes))
    const formats = styleFormats((await textOf(bytes, entries.get('xl/styles.xml'))) || '<none/>')
    const setting: CellSetting = { strings, formats, isEpoch1904, days: new Map() }
    for (const { title, path, isHidden } of sheets.slice(0, mostSheets)) {
      const entry = entries.get(path)
      if (!entry) continue
      const merges = mergedRows(await mergesOf(bytes, entry), mostColumns)
      for await (const rows of rowsOf(bytes, entry, setting))
        yield {
          sheet: title,
          rows: rows.map(({ hidden, ...row }) => finished(row, hidden || isHidden, merges)),
        }
    }
  } catch (error) {
    if (error instanceof RowsRefused) throw error
    if (error instanceof UnsafeArchive) throw new RowsRefused(problemOf('archive-unsafe', name, true, error.message))
    throw new RowsRefused(problemOf('file-unreadable', name, true))
  }
}

function finished(
  { row, cells }: Omit<SheetRow, 'hidden'>,
  hidden: boolean,
  merge: (row: number, cells: RawCell[]) => void,
): RawRow {
  merge(row - 1, cells)
  return { row, cells, ...(hidden ? { hidden: true } : {}) }
}

async function bookOf(bytes: HeldBytes, entries: ReadonlyMap<string, ZipEntry>): Promise<WorkbookPart> {
  return workbookPart(
    await textOf(bytes, entries.get('xl/workbook.xml')),
    await textOf(bytes, entries.get(relationsPath)),
  )
}

async function* partOf(bytes: HeldBytes, entry: ZipEntry | undefined, most: number): AsyncGenerator<Uint8Array> {
  if (entry) yield* inflated(bytes, entry, most)
  else yield Buffer.from('<none/>')
}

async function textOf(bytes: HeldBytes, entry: ZipEntry | undefined): Promise<string> {
  if (!entry) return ''
  const parts: Uint8Array[] = []
  for await (const part of inflated(bytes, entry, mostPartBytes)) parts.push(part)
  return new TextDecoder().decode(Buffer.concat(parts))
}

const dataEnd = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/
const mergeReference = /<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]+)"/g

/** The merged areas: they stand behind the rows, so that the sheet is gone through for them first. */
async function mergesOf(bytes: HeldBytes, entry: ZipEntry): Promise<Merge[]> {
  let before = ''
  let tail: string | undefined
  for await (const chunk of inflated(bytes, entry, mostSheetBytes)) {
    const text = before + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
    if (tail !== undefined) tail += text
    else if (text.includes('sheetData') && dataEnd.test(text)) tail = text.slice(text.search(dataEnd))
    before = tail === undefined ? text.slice(-64) : ''
    if (tail !== undefined && tail.length > mostPartBytes) break
  }
  return [...(tail ?? '').matchAll(mergeReference)].flatMap(([, reference = '']) => mergeOf(reference) ?? [])
}

async function* rowsOf(bytes: HeldBytes, entry: ZipEntry, setting: CellSetting): AsyncGenerator<SheetRow[]> {
  const reader = rowReader(setting)
  const decoder = new TextDecoder()
  for await (const chunk of inflated(bytes, entry, mostSheetBytes)) {
    const rows = reader.take(decoder.decode(chunk, { stream: true }))
    if (rows.length > 0) yield rows
  }
  yield reader.end()
}
