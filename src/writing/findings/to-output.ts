import type { Audit } from '#domain/audit.ts'
import { type Place, holderOf, locusOf, textAround } from '#domain/document.ts'
import type { AuditedFile, Evidence, Finding, PrintedEvidence, PrintedFinding, Severity } from '#domain/finding.ts'

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 }
const quoteLength = 80

/** Whether a finding is to be shown at a level: 'warning' shows errors and warnings. */
export function isShown(severity: Severity, level: Severity): boolean {
  return rank[severity] <= rank[level]
}

/** An audit in the shape of `--format json` (docs/audit.schema.json); findings below `level` are left out. */
export function toOutput(audit: Audit, level: Severity = 'warning'): AuditedFile {
  return {
    file: audit.file,
    parts: audit.parts.map(({ title, kind, entity, project, year }) => {
      const name = project ?? entity
      return { title, kind, ...(name ? { entity: name } : {}), ...(year ? { year } : {}) }
    }),
    coverage: audit.coverage,
    findings: audit.findings
      .filter((finding) => isShown(finding.severity, level))
      .map((finding) => printFinding(audit, finding, level)),
    problems: audit.problems.map(({ code, message, locus }) => ({ code, message, ...(locus ? { locus } : {}) })),
  }
}

function printFinding(audit: Audit, finding: Finding, level: Severity): PrintedFinding {
  const { rule, severity, message, expression, difference, unit, cause, suggestion } = finding
  const consequences = (finding.consequences ?? []).filter((each) => isShown(each.severity, level))
  return {
    rule,
    severity,
    message,
    ...(expression ? { expression } : {}),
    ...(difference ? { difference } : {}),
    ...(unit ? { unit } : {}),
    ...(cause ? { cause } : {}),
    ...(suggestion ? { suggestion } : {}),
    evidence: finding.evidence.map((evidence) => printEvidence(audit, evidence)),
    ...(consequences.length > 0 ? { consequences: consequences.map((each) => printFinding(audit, each, level)) } : {}),
  }
}

function printEvidence(audit: Audit, evidence: Evidence): PrintedEvidence {
  const place = placeOf(evidence)
  const locus = audit.document ? locusOf(audit.document, place) : {}
  const part = audit.parts[place.part]?.title ?? audit.file
  if ('figure' in evidence) {
    const { printed, unit } = evidence.figure
    return { text: quoteOf(audit, place), value: printed, ...(unit ? { unit } : {}), part, locus }
  }
  return { text: evidence.text.slice(0, quoteLength), part, locus }
}

/** The place of either kind of evidence. */
export function placeOf(evidence: Evidence): Place {
  return 'figure' in evidence ? evidence.figure.place : evidence.place
}

/** The clause around a number, or its row's label and the cell: at most 80 characters, the number always inside. */
export function quoteOf(audit: Audit, place: Place): string {
  if (!audit.document) return ''
  const text = textAround(audit.document, place).replace(/\n/g, ' ')
  if (place.row !== undefined) {
    const block = audit.document.blocks[place.block]
    const row = block?.kind === 'table' ? (block.rows[place.row] ?? []) : []
    const label = row.find(
      (cell) =>
        cell.text.trim() !== '' && cell !== holderOf(audit.document!, place) && !/^[\d.,%\s-]+$/.test(cell.text),
    )
    const lead = label
      ? `${label.text
          .replace(/\s/g, '')
          .replace(/[：:]$/, '')
          .slice(0, 30)}：`
      : ''
    // A long cell is cut around the number, not from its beginning.
    const from = Math.max(0, Math.min(place.start, lead.length + place.end - quoteLength))
    return (lead + text.slice(from)).slice(0, quoteLength)
  }
  const before = text.slice(0, place.start).search(/[^。；;！？]*$/)
  const start = Math.max(before, place.start - 45, 0)
  const after = text.slice(place.end).search(/[。；;！？]/)
  const end = Math.min(after < 0 ? text.length : place.end + after, start + quoteLength)
  return text.slice(start, end).trim()
}
