import { problemOf } from '#domain/problem.ts'
import { unreadAudit } from '#domain/audit.ts'
import { knowledge } from '../load-knowledge.ts'
import { auditDocument } from './audit-document.ts'
import type { AuditView } from './audit-view.ts'
import { describeAudit } from './describe-audit.ts'
import { type ExportFormat, exportAudit } from './export-audit.ts'

/** What the desk is asked: the view of a file's audit, or its export. */
export type DeskTask =
  | { readonly is: 'view'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly is: 'export'; readonly name: string; readonly bytes: Uint8Array; readonly format: ExportFormat }

export type DeskAnswer =
  | { readonly is: 'view'; readonly view: AuditView }
  | { readonly is: 'export'; readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string }
  | { readonly is: 'refused'; readonly code: string; readonly message: string }

/** Does one task; never throws. */
export async function deskTask(task: DeskTask): Promise<DeskAnswer> {
  try {
    const audit = await auditDocument({ name: task.name, bytes: task.bytes })
    if (task.is === 'view') return { is: 'view', view: describeAudit(audit, knowledge()) }
    const exported = await exportAudit(audit, task.bytes, task.format)
    if ('problem' in exported) return { is: 'refused', ...exported.problem }
    return { is: 'export', ...exported }
  } catch (error) {
    return failedTask(task, 'internal-error', error instanceof Error ? error.message : undefined)
  }
}

/** The answer to a task that could not be done: an unreadable audit for a view, a refusal for an export. */
export function failedTask(
  task: DeskTask,
  code: 'internal-error' | 'audit-timeout' | 'file-too-large',
  detail?: string,
): DeskAnswer {
  const problem = problemOf(code, task.name, true, detail)
  if (task.is === 'export') return { is: 'refused', code, message: problem.message }
  return { is: 'view', view: describeAudit(unreadAudit(task.name, [problem]), { ...knowledge() }) }
}
