import type { Audit } from '#domain/audit.ts'
import type { Locus } from '#domain/locus.ts'
import type { PrintedEvidence, Severity } from '#domain/finding.ts'
import { type ChosenPack, packBasis } from '#domain/pack.ts'
import { type ReadFile, type ReadFinding, toRead } from './to-read.ts'

/** 错误 · 提醒 · 备注, as people see the severities. */
export const severityWords: Record<Severity, string> = { error: '错误', warning: '提醒', info: '备注' }

const colours: Record<Severity, string> = { error: '\u001b[31m', warning: '\u001b[33m', info: '\u001b[90m' }

/** An audit as a person reads it in a terminal: findings by part, arithmetic and both places, then the coverage. */
export function toText(audit: Audit, level: Severity, colour = false): string {
  return printFile(toRead(audit, level), colour, audit.pack)
}

function printFile(report: ReadFile, colour: boolean, pack?: ChosenPack): string {
  const lines = [`■ ${report.file}`]
  for (const problem of report.problems) lines.push(`  ！${problem.message}`)
  if (pack) lines.push(`  ${packBasis(pack)}`)
  // Parts may bear the same title: what stands under it is printed once.
  for (const [title, findings] of Map.groupBy(report.findings, (finding) => finding.evidence[0]?.part ?? report.file)) {
    lines.push('', `  【${title}】`)
    for (const finding of findings) lines.push(...printFinding(finding, colour, '  '))
  }
  const { holds, contradictions, undetermined, notApplicable } = report.coverage
  const count = (severity: Severity) => report.findings.filter((finding) => finding.severity === severity).length
  lines.push(
    '',
    `  错误 ${count('error')}，提醒 ${count('warning')}；核对相符 ${holds}，矛盾 ${contradictions}，无法判断 ${undetermined}，不适用 ${notApplicable}`,
  )
  return lines.map((line) => withoutControls(line, colour)).join('\n')
}

function printFinding(finding: ReadFinding, colour: boolean, indent: string): string[] {
  const word = severityWords[finding.severity]
  const tag = colour ? `${colours[finding.severity]}${word}\u001b[0m` : word
  const lines = [`${indent}${tag} ${finding.message}  [${finding.rule}]`]
  if (finding.expression) lines.push(`${indent}     算式：${finding.expression}`)
  if (finding.cause) lines.push(`${indent}     可能原因：${finding.cause}`)
  if (finding.suggestion) lines.push(`${indent}     建议：${finding.suggestion}`)
  for (const place of new Set(finding.passages.map(({ locus, text }) => `${describeLocus(locus)}：${text}`)))
    lines.push(`${indent}     ${place}`)
  for (const consequence of finding.consequences ?? [])
    lines.push(`${indent}   连带：`, ...printFinding(consequence, colour, `${indent}   `))
  return lines
}

/** A document's own control characters must not steer the terminal; the colours set here may. */
function withoutControls(line: string, colour: boolean): string {
  return line.replace(
    /\u001b\[(?:31|33|90|0)m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (found) => (colour && found.length > 1 ? found : ''),
  )
}

/** A locus in words: 「第3页第12行」「表2第5行第3格」. */
export function describeLocus(locus: Locus): string {
  const page = locus.page ? `第${locus.page}页` : ''
  if (locus.table)
    return `${page}表${locus.table}${locus.row ? `第${locus.row}行` : ''}${locus.cell ? `第${locus.cell}格` : ''}`
  return `${page}${locus.line ? `第${locus.line}行` : ''}` || '文中'
}

/** Where a piece of evidence stands, with its part. */
export function describeEvidence({ part, locus }: Pick<PrintedEvidence, 'part' | 'locus'>): string {
  return `${part} ${describeLocus(locus)}`
}
