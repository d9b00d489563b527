import type { EntryFinding } from '#http/contracts/year.ts'
import { yearPages } from '../../route.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/review.ts'
import { words as workWords } from '../../words/work.ts'
import { addressOfFinding } from './address-of-finding.ts'

const words = all.findings

/** Something found: in the entries, missing in a report, or by the audit of the set as it would be printed. */
export type Line = {
  readonly kind: 'entries' | 'gaps' | 'reports'
  readonly severity: string
  readonly message: string
  readonly page: string
  readonly rule?: string
  readonly entry?: NonNullable<EntryFinding['entry']>
  readonly expression?: string | undefined
}

export function FindingLine({ line }: { line: Line }) {
  const { ledger } = useYear()
  const page = yearPages.find((each) => each === line.page) ?? 'findings'
  return (
    <li className={`finding ${line.severity}`}>
      <p className="head">
        <span className={`badge ${line.severity}`}>{words.severities[line.severity] ?? line.severity}</span>
        <span className="rule">
          {words.kinds[line.kind]} {line.rule}
        </span>
        <a href={addressOfFinding(ledger, line)}>{words.go(workWords.pages[page])}</a>
      </p>
      <p className="said">{line.message}</p>
      {line.expression && <code className="arithmetic">{line.expression}</code>}
    </li>
  )
}
