import { basename } from 'node:path'
import type { Audit } from '#domain/audit.ts'
import type { PrintedProblem, Severity } from '#domain/finding.ts'
import { toJson } from '#writing/findings/to-json.ts'
import { toOutput } from '#writing/findings/to-output.ts'
import { toText } from '#writing/findings/to-text.ts'

export type ExportFormat = 'text' | 'json' | 'sarif' | 'xlsx' | 'html' | 'docx' | 'pdf'
export type Exported = { readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string }

const mediaTypes: Record<ExportFormat, string> = {
  text: 'text/plain; charset=utf-8',
  json: 'application/json',
  sarif: 'application/sarif+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

/** Whether the format gives each audited file a document of its own. */
export function isFileFormat(format: string): format is 'xlsx' | 'html' | 'docx' | 'pdf' {
  return ['xlsx', 'html', 'docx', 'pdf'].includes(format)
}

/**
 * An audit in one of the export formats. `bytes` is the audited file: a docx comes back with comments in it, a pdf
 * with notes. Notes need a pdf: for anything else that format gives a problem.
 */
export async function exportAudit(
  audit: Audit,
  bytes: Uint8Array,
  format: ExportFormat,
  level: Severity = 'warning',
): Promise<Exported | { problem: PrintedProblem }> {
  const rendered = await render(audit, bytes, format, level)
  if ('problem' in rendered) return rendered
  const stem = basename(audit.file).replace(/\.[^.]+$/, '')
  const ending = format === 'text' ? 'txt' : format
  return { bytes: rendered.bytes, mediaType: mediaTypes[format], fileName: `${stem}.核对.${ending}` }
}

async function render(
  audit: Audit,
  bytes: Uint8Array,
  format: ExportFormat,
  level: Severity,
): Promise<{ bytes: Uint8Array } | { problem: PrintedProblem }> {
  const encode = (text: string) => ({ bytes: new TextEncoder().encode(text) })
  switch (format) {
    case 'text':
      return encode(toText(audit, level))
    case 'json':
      return encode(toJson([toOutput(audit, level)]))
    case 'sarif':
      return encode((await import('#writing/findings/to-sarif.ts')).toSarif([toOutput(audit, level)]))
    case 'html':
      return encode((await import('#writing/findings/to-html.ts')).toHtml(audit, level))
    case 'xlsx':
      return { bytes: await (await import('#writing/findings/to-xlsx.ts')).toXlsx(audit, level) }
    case 'docx':
      return audit.document?.format === 'docx'
        ? { bytes: (await import('#writing/findings/annotate-docx.ts')).annotateDocx(audit, bytes, level) }
        : { bytes: await (await import('#writing/findings/to-docx.ts')).toDocx(audit, level) }
    case 'pdf':
      if (audit.document?.format !== 'pdf')
        return {
          problem: {
            code: 'format-unknown',
            message: `${audit.file}：批注式 PDF 只能由 PDF 文件生成，请改用 docx、html 或 xlsx 格式。`,
          },
        }
      return pdfWithNotes(audit, bytes, level)
  }
}

/** Some PDFs may be read but not changed (an owner password): their notes can't be written. */
async function pdfWithNotes(
  audit: Audit,
  bytes: Uint8Array,
  level: Severity,
): Promise<{ bytes: Uint8Array } | { problem: PrintedProblem }> {
  const { LockedPdf, annotatePdf } = await import('#writing/findings/annotate-pdf.ts')
  try {
    return { bytes: await annotatePdf(audit, bytes, level) }
  } catch (error) {
    if (!(error instanceof LockedPdf)) throw error
    const message = `${audit.file}：PDF 设有修改限制，写不进批注，请解除限制，或改用 docx、html 或 xlsx 格式。`
    return { problem: { code: 'file-encrypted', message } }
  }
}
