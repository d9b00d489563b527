import type { Document, Part } from './document.ts'
import type { Coverage, Finding, RuleCoverage } from './finding.ts'
import type { ChosenPack } from './pack.ts'
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
  /** The rule pack it was checked by, with how it was chosen; absent where place or year were not certain. */
  readonly pack?: ChosenPack
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
