import type { Audit } from '#domain/audit.ts'
import type { AuditedFile, Finding, PrintedEvidence, PrintedFinding, Severity } from '#domain/finding.ts'
import { passagesOf } from '#domain/passage.ts'
import { isShown, placeOf, toOutput } from './to-output.ts'

/** What to read of one paragraph or cell; `evidence`: the first of the evidence that stands there, from 0. */
export type ReadPassage = Pick<PrintedEvidence, 'text' | 'part' | 'locus'> & { readonly evidence: number }
/** A finding for people: its evidence once more as passages, each paragraph and cell quoted once. */
export type ReadFinding = Omit<PrintedFinding, 'consequences'> & {
  readonly passages: readonly ReadPassage[]
  readonly consequences?: readonly ReadFinding[]
}
export type ReadFile = Omit<AuditedFile, 'findings'> & { readonly findings: readonly ReadFinding[] }

/** Characters of a passage on either side of a number. */
const around = 40

/** An audit for people to read; findings below `level` are left out. */
export function toRead(audit: Audit, level: Severity = 'warning'): ReadFile {
  const output = toOutput(audit, level)
  return { ...output, findings: withPassages(audit, audit.findings, output.findings, level) }
}

function withPassages(
  audit: Audit,
  findings: readonly Finding[],
  printed: readonly PrintedFinding[],
  level: Severity,
): ReadFinding[] {
  const shown = findings.filter(({ severity }) => isShown(severity, level))
  return printed.map(({ consequences, ...own }, at) => {
    const finding = shown[at]!
    return {
      ...own,
      passages: passagesIn(audit, finding, own.evidence),
      ...(consequences ? { consequences: withPassages(audit, finding.consequences ?? [], consequences, level) } : {}),
    }
  })
}

function passagesIn(audit: Audit, finding: Finding, evidence: readonly PrintedEvidence[]): ReadPassage[] {
  if (!audit.document) return evidence.map(({ text, part, locus }, at) => ({ text, part, locus, evidence: at }))
  const places = finding.evidence.map(placeOf)
  return passagesOf(audit.document, places, around).map(({ first, pieces }) => {
    const { text, part, locus } = evidence[first]!
    // A cell says little without its row: its quote names it.
    const isCell = places[first]!.row !== undefined
    const words = pieces.map((piece) => piece.words).join('')
    return { text: isCell ? text : words.trim(), part, locus, evidence: first }
  })
}
