import type { FindingView } from '#http/contract.ts'

/** What the reader asked to see. `severities` holds what is shown; '' means no narrowing. */
export type Filter = {
  readonly severities: readonly FindingView['severity'][]
  readonly rule: string
  readonly part: string
  readonly text: string
}

/** Notes are hidden until asked for. */
export const firstFilter: Filter = { severities: ['error', 'warning'], rule: '', part: '', text: '' }

export function filterFindings(findings: readonly FindingView[], filter: Filter): FindingView[] {
  const text = filter.text.trim()
  return findings.filter(
    (finding) =>
      filter.severities.includes(finding.severity) &&
      (filter.rule === '' || finding.rule === filter.rule) &&
      (filter.part === '' || finding.places.some((place) => String(place.part) === filter.part)) &&
      (text === '' || wordsOf(finding).includes(text)),
  )
}

function wordsOf(finding: FindingView): string {
  const quotes = finding.passages.map(({ pieces }) => pieces.map(({ words }) => words).join(''))
  return [finding.title, finding.message, finding.expression ?? '', finding.cause ?? '', ...quotes].join('\n')
}
