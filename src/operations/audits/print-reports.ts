import type { Audited } from './audited.ts'
import { sarifStream } from '#writing/findings/to-sarif.ts'

/** The pieces of one document about many files, so that it can be printed without being held together. */
export type ReportStream = { readonly head: string; next(audited: Audited): string; tail(): string }

/** The pieces of `--format json`: a report a line. */
export function jsonStream(): ReportStream {
  let first = true
  return {
    head: '{"version":1,"reports":[',
    next({ printed }) {
      const lead = first ? '\n' : ',\n'
      first = false
      return lead + printed
    },
    tail: () => '\n]}\n',
  }
}

/** The pieces of `--format text`: a blank line after each file. Files that became documents of their own are left out. */
export function textStream(): ReportStream {
  return { head: '', next: ({ printed, rendered }) => (rendered ? '' : `${printed}\n\n`), tail: () => '' }
}

/** The stream a format is printed in. */
export function streamFor(format: string): ReportStream {
  if (format === 'json') return jsonStream()
  if (format !== 'sarif') return textStream()
  const { head, next, tail } = sarifStream()
  return { head, next: ({ report }) => (report ? next(report) : ''), tail }
}
