import { Alert, Button } from 'antd'
import type { YearChecks } from '#http/contracts/year.ts'
import { openErrors } from '../../parts/open-errors.ts'
import { Parts } from '../../parts/tabs.tsx'
import { FindingLine, type Line } from '../../parts/findings/finding-line.tsx'
import { OpenQuestions } from '../../parts/findings/open-questions.tsx'
import { goTo, yearAddress } from '../../route.ts'
import type { YearPageProps } from '../../shell/year-pages.tsx'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/review.ts'
import { words as workWords } from '../../words/work.ts'

const words = all.findings

/** 审核意见: everything found in the set, each with the page where it is mended; what only a person can settle. */
export function Findings({ item = 'set', query }: YearPageProps) {
  return (
    <>
      <h1>{words.title}</h1>
      <Parts page="findings" name={words.title} current={item} items={words.parts} />
      {item === 'questions' ? <OpenQuestions /> : <FoundInSet severity={query['severity'] ?? ''} />}
    </>
  )
}

function FoundInSet({ severity }: { severity: string }) {
  const { ledger } = useYear()
  const { data, error } = useOfYear<YearChecks>('checks')
  if (error) return <Alert type="error" showIcon title={error.message} />
  if (!data) return <p className="calm">{workWords.loading}</p>
  const lines = linesOf(data)
  const shown = lines.filter((line) => severity === '' || line.severity === severity)
  const warnings = lines.filter((line) => line.severity === 'warning').length
  const look = (wanted: string) =>
    goTo(yearAddress(ledger, 'findings', { item: 'set', query: { severity: wanted } }), { instead: true })
  return (
    <>
      <div className="tools">
        <span role="status">{words.counts(openErrors(data), warnings)}</span>
        {['', 'error', 'warning'].map((each) => (
          <Button
            key={each}
            type={each === severity ? 'primary' : 'default'}
            aria-pressed={each === severity}
            onClick={() => look(each)}
          >
            {words.severities[each] ?? words.all}
          </Button>
        ))}
        <a href="#/audits">{words.upload}</a>
      </div>
      {shown.length === 0 && <p className="calm">{lines.length === 0 ? words.none : words.noneOf}</p>}
      <ul className="findings">
        {shown.map((line) => (
          <FindingLine key={`${line.kind}${line.message}`} line={line} />
        ))}
      </ul>
    </>
  )
}

function linesOf({ entries, gaps, reports }: YearChecks): readonly Line[] {
  const lines: readonly Line[] = [
    ...entries.map((entry): Line => ({ kind: 'entries', ...entry })),
    ...gaps.map((gap): Line => ({ kind: 'gaps', severity: 'error', ...gap })),
    ...reports.map((found): Line => ({ kind: 'reports', page: 'reports', ...found })),
  ]
  const order = ['error', 'warning', 'info']
  return lines.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
}
