import type { Document, Part } from './document.ts'
import type { Coverage, Finding, RuleCoverage } from './finding.ts'
import type { Problem } from './problem.ts'
import type { Reading } from './reading.ts'

/** The audit of one file, with everything the exports need. `document` and `reading` are absent when the file was unusable. */
export type Audit = {
  readonly file: string
  readonly document?: Document
  readonly reading?: Reading
  readonly parts: readonly Part[]
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
  readonly rules: readonly RuleCoverage[]
  readonly problems: readonly Problem[]
}

/** An audit of a file that could not be read. */
export function unreadAudit(file: string, problems: readonly Problem[]): Audit {
  return {
    file,
    parts: [],
    findings: [],
    coverage: { holds: 0, contradictions: 0, undetermined: 0, notApplicable: 0 },
    rules: [],
    problems,
  }
}
