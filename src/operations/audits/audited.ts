import { unreadAudit } from '#domain/audit.ts'
import type { AuditedFile, PrintedProblem, Severity } from '#domain/finding.ts'
import { type ProblemCode, problemOf } from '#domain/problem.ts'
import { toOutput } from '#writing/findings/to-output.ts'
import { toText } from '#writing/findings/to-text.ts'
import type { Gathered } from './gather-files.ts'

/** How outcomes are wanted; `colour`: text may carry terminal colours; `pack`: a rule pack, as `choosePack` takes it. */
export type Wish = {
  readonly level: Severity
  readonly format: string
  readonly colour?: boolean
  readonly pack?: string
}

/** One file to audit and how its outcome is wanted. */
export type Task = Wish & { readonly file: Gathered }

/**
 * What comes of one file, as little as the format needs: outcomes travel between threads and wait for their turn.
 *
 * worst      the gravest severity found, listed or not; absent when nothing was found
 * printed    json: the report; text: as a person reads it; else what is wrong with the file, a sentence a line
 * report     for sarif
 * rendered   the bytes for formats that give one file a document
 */
export type Audited = {
  readonly file: string
  readonly unusable: boolean
  readonly worst?: Severity
  readonly printed: string
  readonly report?: AuditedFile
  readonly rendered?: { readonly bytes: Uint8Array; readonly fileName: string }
}

/** The outcome of a file whose audit did not come to an end. */
export function failedTask({ file, format }: Task, code: ProblemCode): Audited {
  const audit = unreadAudit(file.name, [problemOf(code, file.name, true)])
  return { file: file.name, unusable: true, ...printedAs(toOutput(audit), format, () => toText(audit, 'warning')) }
}

/** A report in the words of the format. */
export function printedAs(
  report: AuditedFile,
  format: string,
  text: () => string,
): { readonly printed: string; readonly report?: AuditedFile } {
  if (format === 'json') return { printed: JSON.stringify(report) }
  if (format === 'text') return { printed: text() }
  return { printed: sentencesOf(report.problems), ...(format === 'sarif' ? { report } : {}) }
}

function sentencesOf(problems: readonly PrintedProblem[]): string {
  return problems.map(({ message }) => message).join('\n')
}
