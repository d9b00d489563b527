import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintedReport, ReportSet } from '#domain/report/printed-report.ts'
import { fileDate } from './facts/fact-titles.ts'
import { pageData } from './pdf/page-data.ts'
import { pageFonts } from './pdf/page-fonts.ts'
import { pageTemplate } from './pdf/page-template.ts'

/**
 * A report as a PDF laid out as the Word file is, with free fonts embedded and its text extractable: PDF/A-2u, or PDF 1.7
 * where a character stands in none of the fonts (PDF/A forbids it). Same report, same bytes.
 */
export async function writeReportPdf(report: PrintedReport, set: ReportSet): Promise<Uint8Array> {
  const compiler = await pageSetter()
  const data = JSON.stringify(pageData(report, set))
  const made = compiler.compile({ mainFileContent: pageTemplate, inputs: { report: data } })
  const failed = made.takeError()
  const warned = made.takeWarnings()
  // An unknown font is only a warning to the page setter: another one would be printed without a word.
  if (failed ?? warned) throw new Error(`the page could not be set: ${told(compiler, (failed ?? warned)!)}`)
  const bytes = printed(compiler, made.result!, report.year)
  compiler.evictCache(10)
  return bytes
}

function printed(compiler: NodeCompiler, document: NodeTypstDocument, year: number): Uint8Array {
  const creationTimestamp = Date.parse(fileDate(year)) / 1000
  try {
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2u', creationTimestamp }))
  } catch {
    return new Uint8Array(compiler.pdf(document, { pdfStandard: '1.7', creationTimestamp }))
  }
}

function told(compiler: NodeCompiler, error: NodeError): string {
  return compiler
    .fetchDiagnostics(error)
    .map(({ message }: { message?: unknown }) => String(message))
    .join('; ')
}

let made: Promise<NodeCompiler> | undefined

/** Fonts are loaded once: they take most of a second. */
function pageSetter(): Promise<NodeCompiler> {
  made ??= pageFonts().then((fontBlobs) => NodeCompiler.create({ fontArgs: [{ fontBlobs }] }))
  return made
}
