import { type Audit, unreadAudit } from '#domain/audit.ts'
import type { AuditedFile, Finding, Severity } from '#domain/finding.ts'
import { type ProblemCode, problemOf } from '#domain/problem.ts'
import { isShown, toOutput } from '#writing/findings/to-output.ts'
import { toText } from '#writing/findings/to-text.ts'
import { auditDocument } from './audit-document.ts'
import { exportAudit, isFileFormat } from './export-audit.ts'
import { type Gathered, bytesOf } from './gather-files.ts'

/**
 * One file to audit and how its outcome is wanted; `colour`: the text may carry terminal colours; `pack`: the name of a
 * rule pack, as `choosePack` takes it.
 */
export type Task = {
  readonly file: Gathered
  readonly level: Severity
  readonly format: string
  readonly colour: boolean
  readonly pack?: string
}

/**
 * What comes of one file: the report, its text for `--format text`, and the rendered bytes for formats that give one
 * file a document. `worst` is the gravest severity found, listed or not; absent when nothing was found.
 */
export type Audited = {
  readonly report: AuditedFile
  readonly unusable: boolean
  readonly worst?: Severity
  readonly text?: string
  readonly rendered?: { readonly bytes: Uint8Array; readonly fileName: string }
}

/** Audits one gathered file; never throws. */
export async function auditTask(task: Task): Promise<Audited> {
  try {
    const bytes = await bytesOf(task.file)
    if (!(bytes instanceof Uint8Array)) return outcomeOf(unreadAudit(task.file.name, [bytes]), task)
    const audit = await auditDocument({ name: task.file.name, bytes, ...packIn(task) })
    const outcome = outcomeOf(audit, task)
    if (!isFileFormat(task.format) || outcome.unusable) return outcome
    const exported = await exportAudit(audit, bytes, task.format, task.level)
    if (!('problem' in exported)) return { ...outcome, rendered: exported }
    return {
      ...outcome,
      report: { ...outcome.report, problems: [...outcome.report.problems, exported.problem] },
      unusable: true,
    }
  } catch {
    return failedTask(task.file.name, 'internal-error')
  }
}

/** The pack that is asked for, where one is. */
export function packIn({ pack }: { readonly pack?: string }): { readonly pack?: string } {
  return pack === undefined ? {} : { pack }
}

/** The outcome of a file whose audit did not come to an end. */
export function failedTask(name: string, code: ProblemCode): Audited {
  const audit = unreadAudit(name, [problemOf(code, name, true)])
  return { report: toOutput(audit), unusable: true, text: toText(audit, 'warning') }
}

function outcomeOf(audit: Audit, { level, format, colour }: Task): Audited {
  const worst = gravest(audit.findings)
  return {
    report: toOutput(audit, level),
    unusable: audit.document === undefined,
    ...(worst ? { worst } : {}),
    ...(format === 'text' ? { text: toText(audit, level, colour) } : {}),
  }
}

function gravest(findings: readonly Finding[]): Severity | undefined {
  const all = findings.flatMap((finding) => [finding, ...(finding.consequences ?? [])]).map(({ severity }) => severity)
  return all.toSorted((left, right) => (left === right ? 0 : isShown(left, right) ? -1 : 1))[0]
}
