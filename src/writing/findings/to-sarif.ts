import type { Location, Notification, ReportingDescriptor, Result, Run } from 'sarif'
import type { AuditedFile, PrintedEvidence, PrintedFinding, PrintedProblem } from '#domain/finding.ts'
import { describeLocus } from './to-text.ts'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/**
 * The pieces of a SARIF 2.1.0 log, to be printed one after another: one run, a result for each finding, the other places
 * as related locations. Only the rules and what was wrong with files is held until the end.
 */
export function sarifStream(): { readonly head: string; next(report: AuditedFile): string; tail(): string } {
  const rules = new Map<string, ReportingDescriptor>()
  const notes: Notification[] = []
  let first = true
  return {
    head: '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"results":[',
    next(report) {
      notes.push(...report.problems.map(noteOf))
      const results = report.findings.flatMap((finding) => resultsOf(report, finding, rules))
      const lead = first ? '\n' : ',\n'
      if (results.length > 0) first = false
      return results.length > 0 ? lead + results.map((result) => JSON.stringify(result)).join(',\n') : ''
    },
    tail() {
      const rest: Omit<Run, 'results'> = {
        tool: { driver: { name: 'jiheng', version: '0.1.0', language: 'zh-CN', rules: [...rules.values()] } },
        language: 'zh-CN',
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notes }],
      }
      return `\n],${JSON.stringify(rest).slice(1)}]}\n`
    },
  }
}

/** Reports as one SARIF log. */
export function toSarif(reports: readonly AuditedFile[]): string {
  const { head, next, tail } = sarifStream()
  return [head, ...reports.map(next), tail()].join('')
}

function noteOf({ code, message }: PrintedProblem): Notification {
  return { level: 'warning', message: { text: message }, descriptor: { id: code } }
}

function resultsOf(report: AuditedFile, finding: PrintedFinding, rules: Map<string, ReportingDescriptor>): Result[] {
  if (!rules.has(finding.rule)) rules.set(finding.rule, { id: finding.rule })
  const [first, ...rest] = finding.evidence
  const extra = [
    finding.expression && `算式：${finding.expression}`,
    finding.cause && `可能原因：${finding.cause}`,
    finding.suggestion && `建议：${finding.suggestion}`,
  ].filter(Boolean)
  const result: Result = {
    ruleId: finding.rule,
    ruleIndex: [...rules.keys()].indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: [finding.message, ...extra].join('\n') },
    locations: first ? [locationOf(report.file, first)] : [],
    relatedLocations: rest.map((evidence, index) => ({
      id: index + 1,
      ...locationOf(report.file, evidence),
      message: { text: evidence.text },
    })),
    partialFingerprints: {
      'finding/v1': [
        finding.rule,
        ...finding.evidence.map((evidence) => `${describeLocus(evidence.locus)}=${evidence.value ?? evidence.text}`),
      ].join('|'),
    },
  }
  return [result, ...(finding.consequences ?? []).flatMap((each) => resultsOf(report, each, rules))]
}

function locationOf(file: string, evidence: PrintedEvidence): Location {
  const { line, column } = evidence.locus
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(line ? { region: { startLine: line, ...(column ? { startColumn: column } : {}) } } : {}),
    },
    logicalLocations: [
      { name: describeLocus(evidence.locus), fullyQualifiedName: `${evidence.part} ${describeLocus(evidence.locus)}` },
    ],
  }
}

/** A relative URI: 「#」「?」「:」 and 「%」 in file names are part of the name. */
function uriOf(file: string): string {
  return file.replace(/\\/g, '/').replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/')
}
