import type { Finding, Severity } from '#domain/finding.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { fileOf, readCases } from './read-cases.ts'

const order: readonly Severity[] = ['info', 'warning', 'error']

/** What the cases show of a rule: the gravest severity it came out with, and the files its cases stand in. */
export type Shown = { readonly severity: Severity; readonly files: readonly string[] }

/** Every rule of the catalogue with its title, and what the cases show of it. */
export async function gatherOutcomes(): Promise<{
  titles: ReadonlyMap<string, string>
  shown: ReadonlyMap<string, Shown>
}> {
  const titles = new Map<string, string>()
  const shown = new Map<string, Shown>()
  for (const each of readCases()) {
    const { pack } = each
    const audit = await auditDocument({ ...fileOf(each), ...(pack ? { pack } : {}) })
    for (const { rule, title } of audit.rules) titles.set(rule, title)
    const own = withConsequences(audit.findings).filter(({ rule }) => rule === each.rule)
    const known = shown.get(each.rule)
    const severities = [...own.map(({ severity }) => severity), known?.severity ?? 'info']
    const severity = severities.toSorted((left, right) => order.indexOf(right) - order.indexOf(left))[0]!
    shown.set(each.rule, { severity, files: [...new Set([...(known?.files ?? []), each.file])] })
  }
  return { titles, shown }
}

function withConsequences(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) => [finding, ...(finding.consequences ?? [])])
}
