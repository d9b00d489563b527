import type { Document } from '#domain/document.ts'
import { type Problem, problemOf } from '#domain/problem.ts'
import { detectFormat } from './detect-format.ts'

/** A file to read: its name as shown to people, and its bytes. */
export type Input = { readonly name: string; readonly bytes: Uint8Array }
/** What reading gives: a document unless a fatal problem stands in the way, and every remark on the file. */
export type ReadResult = { readonly document?: Document; readonly problems: readonly Problem[] }

/**
 * Reads a file of any supported format into one document model. The format is told by the content;
 * an extension that says otherwise is remarked on.
 * Never throws: a file that can't be read gives a fatal problem in Chinese.
 */
export async function readDocument(input: Input): Promise<ReadResult> {
  if (input.bytes.length === 0) return failed(problemOf('file-empty', input.name, true))
  const detected = detectFormat(input)
  if ('problem' in detected) return failed(detected.problem)
  try {
    const read = await readers[detected.format]()
    const result = await read(input)
    return { ...result, problems: [...(detected.remark ? [detected.remark] : []), ...result.problems] }
  } catch (error) {
    return failed(problemOf('file-unreadable', input.name, true, error instanceof RangeError ? '内容过大' : undefined))
  }
}

type Reader = (input: Input) => Promise<ReadResult> | ReadResult

const readers: Record<Document['format'], () => Promise<Reader>> = {
  docx: async () => (await import('./docx/read-docx.ts')).readDocx,
  doc: async () => (await import('./doc/read-doc.ts')).readDoc,
  xlsx: async () => (await import('./sheets/read-xlsx.ts')).readXlsx,
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  html: async () => (await import('./markup/read-html.ts')).readHtml,
  text: async () => (await import('./text/read-text.ts')).readText,
}

function failed(problem: Problem): ReadResult {
  return { problems: [problem] }
}
