import type { AuditedFile } from '#domain/finding.ts'
import { toSarif } from '#writing/findings/to-sarif.ts'

/** The pieces of one `--format json` document, so that many reports can be printed without being held together. */
export function jsonStream(): { head: string; next(report: AuditedFile): string; tail: string } {
  let first = true
  return {
    head: '{"version":1,"reports":[',
    next(report) {
      const lead = first ? '\n' : ',\n'
      first = false
      return lead + JSON.stringify(report)
    },
    tail: '\n]}\n',
  }
}

/** All reports as one SARIF log. */
export function sarifText(reports: readonly AuditedFile[]): string {
  return toSarif(reports)
}
