import type { Evidence, Finding, Severity } from '#domain/finding.ts'
import type { Figure } from '#domain/fact.ts'
import type { IndicatorRow, Reading, Words } from '#domain/reading.ts'
import type { Verdict } from '../rule.ts'

/** Indicators that are filled in: template rows left out. */
export function filledIndicators(reading: Reading): IndicatorRow[] {
  return reading.indicators.filter((row) => !row.filler)
}

/** Indicators form by form: those of one table of one part. */
export function byForm(rows: readonly IndicatorRow[]): IndicatorRow[][] {
  const forms = new Map<string, IndicatorRow[]>()
  for (const row of rows) {
    const key = `${row.part}:${row.table}`
    forms.set(key, [...(forms.get(key) ?? []), row])
  }
  return [...forms.values()]
}

/** A cell as evidence; a blank one is shown as 「（空）」. */
export function wordsEvidence(words: Words): Evidence {
  return { place: words.place, text: words.text.trim() || '（空）' }
}

export function figureEvidence(figure: Figure): Evidence {
  return { figure }
}

/** An indicator as messages name it: 「数量指标—常务会议」. */
export function nameOf(row: IndicatorRow): string {
  const name = row.name.text.replace(/\s+/g, '') || '（未写名称）'
  return row.group[1] ? `${row.group[1]}—${name}` : name
}

/** A finding over one indicator. */
export function contradiction(
  rule: string,
  severity: Severity,
  message: string,
  evidence: readonly Evidence[],
  more: Partial<Finding> = {},
): Verdict {
  return { outcome: 'contradiction', finding: { rule, severity, message, evidence, ...more } }
}

/** Whether a cell says nothing: blank or a dash. */
export function isBlank(text: string): boolean {
  return /^[\s—–\-－/／*…·.、]*$/.test(text) || /^\s*无\s*$/.test(text)
}
