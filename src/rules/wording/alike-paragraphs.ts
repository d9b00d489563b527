import type { Evidence } from '#domain/finding.ts'
import type { Rule, Verdict } from '../rule.ts'
import { type Line, evidenceAt, linesOf } from './paragraphs.ts'

const shortest = 30

/**
 * Paragraphs shared by several project reports (I84), and a goal that repeats the project's profile word for word.
 * Shared boilerplate is a note; a goal copied from the profile is a warning.
 */
export const alikeParagraphs: Rule = {
  id: 'I84',
  title: '各项目报告不套用同一段文字',
  source: '本系统核对规则',
  judge(reading) {
    const lines = linesOf(reading).filter((line) => line.text.length >= shortest)
    return [...shared(lines), ...repeated(lines)]
  },
}

function shared(lines: readonly Line[]): Verdict[] {
  const byText = new Map<string, Line[]>()
  for (const line of lines) {
    if (line.part.kind !== 'project-report') continue
    const key = bare(line.text)
    byText.set(key, [...(byText.get(key) ?? []), line])
  }
  const groups = [...byText.values()].filter((group) => new Set(group.map((line) => line.part.index)).size > 1)
  if (groups.length === 0) return [{ outcome: 'not-applicable' }]
  const evidence: Evidence[] = groups.flatMap((group) =>
    group.map((line) => evidenceAt(line, 0, Math.min(40, line.text.length))),
  )
  return [
    {
      outcome: 'contradiction',
      finding: {
        rule: 'I84',
        severity: 'info',
        message: `有${groups.length}段文字在几份项目报告里一字不差，应按各项目实际分别撰写`,
        evidence,
      },
    },
  ]
}

function repeated(lines: readonly Line[]): Verdict[] {
  const verdicts: Verdict[] = []
  for (const [at, line] of lines.entries()) {
    const twin = lines.slice(0, at).findLast((each) => each.part === line.part && bare(each.text) === bare(line.text))
    if (!twin) continue
    verdicts.push({
      outcome: 'contradiction',
      finding: {
        rule: 'I84',
        severity: 'warning',
        message: `“${line.part.title}”中两段文字完全相同（如绩效目标照抄项目简介），应分别填写`,
        evidence: [
          evidenceAt(line, 0, Math.min(60, line.text.length)),
          evidenceAt(twin, 0, Math.min(60, twin.text.length)),
        ],
      },
    })
  }
  return verdicts
}

function bare(text: string): string {
  return text.replace(/[\s，。；、：]/g, '')
}
