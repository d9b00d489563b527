import type { Document, Part } from '#domain/document.ts'
import type { Coverage, Finding, RuleCoverage } from '#domain/finding.ts'
import type { Problem } from '#domain/problem.ts'
import type { Reading } from '#domain/reading.ts'
import { readDocument } from '#reading/formats/read-document.ts'
import { readFacts } from '#reading/read-facts.ts'
import { check } from '#rules/check.ts'
import { knowledge } from '../load-knowledge.ts'

/** The audit of one file, with everything the exports need. `document` is absent when the file was unusable. */
export type Audit = {
  readonly file: string
  readonly document?: Document
  readonly reading?: Reading
  readonly parts: readonly Part[]
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
  readonly rules: readonly RuleCoverage[]
  readonly problems: readonly Problem[]
}

const nothing: Coverage = { holds: 0, contradictions: 0, undetermined: 0, notApplicable: 0 }

/**
 * Reads one file and checks every number in it.
 * Never throws on a bad file: what is wrong with it stands in `problems`.
 */
export async function auditDocument(input: { name: string; bytes: Uint8Array }): Promise<Audit> {
  const { document, problems } = await readDocument(input)
  if (!document) return { file: input.name, parts: [], findings: [], coverage: nothing, rules: [], problems }
  const known = knowledge()
  const reading = readFacts(document, known)
  const { findings, coverage, rules } = check(reading, known)
  return { file: input.name, document, reading, parts: reading.parts, findings, coverage, rules, problems }
}
