import { unreadAudit } from '#domain/audit.ts'
import type { AuditedFile, Severity } from '#domain/finding.ts'
import { toOutput } from '#writing/findings/to-output.ts'
import { toText } from '#writing/findings/to-text.ts'
import { auditDocument } from './audit-document.ts'
import { exportAudit, isFileFormat } from './export-audit.ts'
import { type Gathered, bytesOf } from './gather-files.ts'

/** One file to audit and how its outcome is wanted. */
export type Task = { readonly file: Gathered; readonly level: Severity; readonly format: string }

/**
 * What comes of one file: the report, its text for `--format text`, and the rendered bytes for formats that give one
 * file a document.
 */
export type Audited = {
  readonly report: AuditedFile
  readonly unusable: boolean
  readonly text?: string
  readonly rendered?: { readonly bytes: Uint8Array; readonly fileName: string }
}

/** Audits one gathered file; never throws. */
export async function auditTask({ file, level, format }: Task): Promise<Audited> {
  const bytes = await bytesOf(file)
  const audit =
    bytes instanceof Uint8Array ? await auditDocument({ name: file.name, bytes }) : unreadAudit(file.name, [bytes])
  const unusable = audit.document === undefined
  const report = toOutput(audit, level)
  if (format === 'text') return { report, unusable, text: toText(audit, level) }
  if (!isFileFormat(format) || unusable || !(bytes instanceof Uint8Array)) return { report, unusable }
  const exported = await exportAudit(audit, bytes, format, level)
  if ('problem' in exported)
    return { report: { ...report, problems: [...report.problems, exported.problem] }, unusable: true }
  return { report, unusable, rendered: { bytes: exported.bytes, fileName: exported.fileName } }
}
