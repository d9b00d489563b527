import { type Audit, unreadAudit } from '#domain/audit.ts'
import type { Finding, Severity } from '#domain/finding.ts'
import { isShown, toOutput } from '#writing/findings/to-output.ts'
import { toText } from '#writing/findings/to-text.ts'
import { auditDocument } from './audit-document.ts'
import { type Audited, type Task, failedTask, printedAs } from './audited.ts'
import { exportAudit, isFileFormat } from './export-audit.ts'
import { bytesOf } from './gather-files.ts'

/** Audits one gathered file; never throws. */
export async function auditTask(task: Task): Promise<Audited> {
  const { file, format, level, pack } = task
  try {
    const bytes = await bytesOf(file)
    if (!(bytes instanceof Uint8Array)) return outcomeOf(unreadAudit(file.name, [bytes]), task)
    const audit = await auditDocument({ name: file.name, bytes, ...(pack === undefined ? {} : { pack }) })
    const outcome = outcomeOf(audit, task)
    if (!isFileFormat(format) || outcome.unusable) return outcome
    const exported = await exportAudit(audit, bytes, format, level)
    if (!('problem' in exported)) return { ...outcome, rendered: exported }
    return {
      ...outcome,
      printed: [outcome.printed, exported.problem.message].filter(Boolean).join('\n'),
      unusable: true,
    }
  } catch {
    return failedTask(task, 'internal-error')
  }
}

function outcomeOf(audit: Audit, { level, format, colour = false }: Task): Audited {
  const worst = gravest(audit.findings)
  return {
    file: audit.file,
    unusable: audit.document === undefined,
    ...(worst ? { worst } : {}),
    ...printedAs(toOutput(audit, level), format, () => toText(audit, level, colour)),
  }
}

function gravest(findings: readonly Finding[]): Severity | undefined {
  const all = findings.flatMap((finding) => [finding, ...(finding.consequences ?? [])]).map(({ severity }) => severity)
  return all.toSorted((left, right) => (left === right ? 0 : isShown(left, right) ? -1 : 1))[0]
}
