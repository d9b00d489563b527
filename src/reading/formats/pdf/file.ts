import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type PDFDocumentProxy, type PDFPageProxy, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Item, itemsOf } from './items.ts'
import { workerInThread } from './port.ts'
import { type Ruling, rulingsOf } from './rulings.ts'

export type PageItems = { readonly number: number; readonly height: number; readonly items: readonly Item[] }

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Opens a PDF for reading text: no images, no scripts, no network, no shapes of letters. Throws what pdf.js throws. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: new Uint8Array(bytes),
    worker: workerInThread(),
    disableFontFace: false,
    cMapUrl: `${join(library, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
    wasmUrl: `${join(library, 'wasm')}/`,
    useSystemFonts: false,
    stopAtErrors: false,
    maxImageSize: 1,
    enableXfa: false,
    verbosity: 0,
  }).promise
}

/** The runs of one page, placed as the page is shown, and the page's height in points. */
export async function pageItems(page: PDFPageProxy): Promise<PageItems> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  return { number: page.pageNumber, height: viewport.height, items: itemsOf(content, viewport.transform as number[]) }
}

/** The ruling lines drawn on one page. Costs about as much again as its text: ask only where a table may stand. */
export async function pageRulings(page: PDFPageProxy): Promise<Ruling[]> {
  const list = await page.getOperatorList({ annotationMode: 0 })
  return rulingsOf(list, page.getViewport({ scale: 1 }).transform as number[])
}
