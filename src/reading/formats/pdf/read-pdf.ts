import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Block, Document } from '#domain/document.ts'
import { type Problem, problemOf } from '#domain/problem.ts'
import { pdfBlocks, type ReadPage } from './blocks.ts'
import { openPdf, pageItems, pageRulings } from './file.ts'
import { isGarbled } from './garbled-text.ts'
import { gridsOf } from './grids.ts'
import { type Line, clustersOf, linesOf } from './lines.ts'
import type { Ruling } from './rulings.ts'

const mostPages = 2000
/** Rulings are drawn out for this many pages; beyond, columns are told by position alone. */
const mostRuledPages = 400
const mostItems = 20_000
/** So many pages are read at a time: while pdf.js waits for one to be inflated it goes on with another. */
const pagesAhead = 4

/**
 * Reads a PDF with a text layer: paragraphs with the page and line they stand on, tables with their cells.
 * Ruled tables follow their rulings, tables without rulings the columns their text stands in.
 *
 * problems  file-empty · file-encrypted · file-unreadable · scan-without-text · text-layer-garbled (all fatal) ·
 *           page-without-text, page-garbled with the pages · file-too-large when only the first pages were read
 * throws    never
 */
export async function readPdf(input: {
  name: string
  bytes: Uint8Array
}): Promise<{ document?: Document; problems: Problem[] }> {
  const { name, bytes } = input
  if (bytes.length === 0) return { problems: [problemOf('file-empty', name, true)] }
  let pdf: PDFDocumentProxy | undefined
  try {
    pdf = await openPdf(bytes)
    return await readOpen(name, pdf)
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    return { problems: [problemOf(locked ? 'file-encrypted' : 'file-unreadable', name, true)] }
  } finally {
    await pdf?.loadingTask.destroy().catch(() => undefined)
  }
}

async function readOpen(name: string, pdf: PDFDocumentProxy): Promise<{ document?: Document; problems: Problem[] }> {
  const count = Math.min(pdf.numPages, mostPages)
  const pages: ReadPage[] = []
  const unread: number[] = []
  const garbled: number[] = []
  let ruled = 0
  const ahead: Promise<PageText | undefined>[] = []
  for (let number = 1; number <= count; number++) {
    while (ahead.length < pagesAhead && number + ahead.length <= count) ahead.push(readText(pdf, number + ahead.length))
    const text = await ahead.shift()
    if (text && isGarbled(text.lines)) {
      garbled.push(number)
      continue
    }
    const page = text && (await withGrids(text, ruled < mostRuledPages, (pages.at(-1)?.grids.length ?? 0) > 0))
    if (page === undefined || page.lines.length === 0) unread.push(number)
    if (page === undefined) continue
    if (page.asked) ruled++
    pages.push(page)
  }
  const isAllGarbled = garbled.length > 0 && garbled.length + unread.length === count
  if (isAllGarbled) return { problems: [problemOf('text-layer-garbled', name, true)] }
  if (pages.length === 0) return { problems: [problemOf('file-unreadable', name, true)] }
  if (unread.length === count) return { problems: [problemOf('scan-without-text', name, true)] }
  const blocks: Block[] = pdfBlocks(pages)
  const problems: Problem[] = []
  if (unread.length > 0) problems.push(problemOf('page-without-text', name, false, `第${pageList(unread)}页`))
  if (garbled.length > 0) problems.push(problemOf('page-garbled', name, false, `第${pageList(garbled)}页`))
  if (count < pdf.numPages) {
    problems.push(problemOf('file-too-large', name, false, `共${pdf.numPages}页，只读了前${count}页`))
  }
  return { document: { file: name, format: 'pdf', blocks }, problems }
}

/** A page's lines, and its rulings where a table is likely enough for them to be asked for at once. */
type PageText = {
  readonly page: PDFPageProxy
  readonly height: number
  readonly lines: readonly Line[]
  readonly rulings?: readonly Ruling[]
}

async function readText(pdf: PDFDocumentProxy, number: number): Promise<PageText | undefined> {
  try {
    const page = await pdf.getPage(number)
    const { height, items } = await pageItems(page)
    const lines = linesOf(items.slice(0, mostItems), number)
    const isRuled = number <= mostRuledPages && mayHoldTable(lines, fewestPieces)
    return { page, height, lines, ...(isRuled ? { rulings: await pageRulings(page) } : {}) }
  } catch {
    return undefined
  }
}

async function withGrids(
  { page, height, lines, rulings }: PageText,
  mayRule: boolean,
  followsTable: boolean,
): Promise<(ReadPage & { asked: boolean }) | undefined> {
  try {
    const asked = mayRule && mayHoldTable(lines, followsTable ? 1 : fewestPieces)
    const grids = asked ? gridsOf(rulings ?? (await pageRulings(page))) : []
    page.cleanup()
    return { number: page.pageNumber, height, lines, grids, asked }
  } catch {
    return undefined
  }
}

const fewestPieces = 2

/**
 * Two lines standing in separate pieces are reason enough to look for a table; behind a page with one a single line
 * is, for it may be the table's last row.
 */
function mayHoldTable(lines: readonly Line[], least: number): boolean {
  return lines.filter((line) => clustersOf(line, 1).length > 1).length >= least
}

/** Page numbers as a person lists them: 1、3-5、8. */
function pageList(pages: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join('、')
}
