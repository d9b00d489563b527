import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFPage } from 'pdf-lib'
import type { Audit } from '#domain/audit.ts'
import type { Finding, Severity } from '#domain/finding.ts'
import { locusOf } from '#domain/document.ts'
import { isShown, placeOf } from './to-output.ts'
import { severityWords } from './to-text.ts'

const colours: Record<Severity, number[]> = {
  error: [0.78, 0.16, 0.16],
  warning: [0.85, 0.6, 0],
  info: [0.5, 0.5, 0.5],
}
const iconHeight = 18

/** The PDF may be read without a password but not changed. */
export class LockedPdf extends Error {}

/**
 * The same PDF with a note for each finding on the page of each of its places, at the height of the line it speaks of.
 * Lines are counted, not measured, so the height is near, not exact: each note quotes what it means.
 * Throws LockedPdf where the PDF allows no changes.
 */
export async function annotatePdf(audit: Audit, bytes: Uint8Array, level: Severity = 'warning'): Promise<Uint8Array> {
  const pdf = await openPdf(bytes)
  const pages = pdf.getPages()
  const used = new Map<number, number[]>()
  for (const finding of audit.findings.filter((each) => isShown(each.severity, level))) {
    for (const evidence of finding.evidence) {
      const locus = audit.document ? locusOf(audit.document, placeOf(evidence)) : {}
      const at = Math.min(Math.max((locus.page ?? 1) - 1, 0), pages.length - 1)
      const page = pages[at]
      if (!page) continue
      const quote = 'figure' in evidence ? evidence.figure.text : evidence.text
      addNote(pdf, page, finding, quote, heightFor(page, locus.line ?? 1, used, at))
    }
  }
  return pdf.save()
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false })
  } catch (error) {
    // The library's own error class is compiled so that instanceof does not know it.
    throw error instanceof Error && error.message.includes('is encrypted') ? new LockedPdf() : error
  }
}

/** A height from the top by the line's number (about 32 lines a page), moved down where another note sits already. */
function heightFor(page: PDFPage, line: number, used: Map<number, number[]>, at: number): number {
  const taken = used.get(at) ?? []
  const { height } = page.getSize()
  let y = height - 72 - Math.min(line - 1, 40) * ((height - 144) / 32)
  while (taken.some((other) => Math.abs(other - y) < iconHeight) && y > iconHeight) y -= iconHeight
  used.set(at, [...taken, y])
  return Math.max(y, iconHeight)
}

function addNote(pdf: PDFDocument, page: PDFPage, finding: Finding, quote: string, y: number): void {
  const lines = [
    `${severityWords[finding.severity]}：${finding.message}`,
    `原文：${quote}`,
    finding.expression && `算式：${finding.expression}`,
    finding.cause && `可能原因：${finding.cause}`,
    finding.suggestion && `建议：${finding.suggestion}`,
  ]
  const note = pdf.context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [8, y - iconHeight, 8 + iconHeight, y],
    C: colours[finding.severity],
    Name: 'Comment',
    F: 4,
    Open: false,
  })
  if (!(note instanceof PDFDict)) return
  note.set(
    PDFName.of('Contents'),
    PDFHexString.fromText(lines.filter((line) => line !== undefined && line !== '').join('\n')),
  )
  note.set(PDFName.of('T'), PDFHexString.fromText('绩衡'))
  page.node.addAnnot(pdf.context.register(note))
}
