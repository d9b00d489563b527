import type { Log, ReportingDescriptor, Result, Location } from 'sarif'
import type { AuditedFile, PrintedEvidence, PrintedFinding } from '#domain/finding.ts'
import { describeLocus } from './to-text.ts'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** Reports as a SARIF 2.1.0 log: one run, a result for each finding, the other places as related locations. */
export function toSarif(reports: readonly AuditedFile[]): string {
  const rules = new Map<string, ReportingDescriptor>()
  const results = reports.flatMap((report) => report.findings.flatMap((finding) => resultsOf(report, finding, rules)))
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'jiheng', version: '0.1.0', language: 'zh-CN', rules: [...rules.values()] } },
        language: 'zh-CN',
        columnKind: 'utf16CodeUnits',
        results,
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: reports.flatMap((report) =>
              report.problems.map((problem) => ({
                level: 'warning' as const,
                message: { text: problem.message },
                descriptor: { id: problem.code },
              })),
            ),
          },
        ],
      },
    ],
  }
  return JSON.stringify(log, undefined, 2)
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
