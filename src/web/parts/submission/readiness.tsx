import type { LedgerSummary } from '#http/contract.ts'
import type { YearChecks } from '#http/contracts/year.ts'
import { yearAddress } from '../../route.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/review.ts'
import { openErrors } from '../open-errors.ts'

const words = all.submission

/** Whether a set can be handed in, or passed on: what stands against it, what to look at, what a person has to settle. */
export function Readiness() {
  const { ledger } = useYear()
  const checks = useOfYear<YearChecks>('checks').data
  const summary = useOfYear<LedgerSummary>('').data
  if (!checks || !summary) return null
  const warnings = [...checks.entries, ...checks.reports].filter(({ severity }) => severity === 'warning').length
  const { questions } = summary
  return (
    <p>
      <a href={yearAddress(ledger, 'findings')}>{words.found(openErrors(checks), warnings)}</a>
      {questions.length > 0 && (
        <>
          {'，'}
          <a href={yearAddress(ledger, 'findings', { item: 'questions' })}>{words.questions(questions.length)}</a>
        </>
      )}
    </p>
  )
}
