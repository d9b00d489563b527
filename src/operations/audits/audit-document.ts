export type { Audit } from '#domain/audit.ts'
import { type Audit, unreadAudit } from '#domain/audit.ts'
import type { Document } from '#domain/document.ts'
import { type Problem, problemOf } from '#domain/problem.ts'
import { readDocument } from '#reading/formats/read-document.ts'
import { readFacts } from '#reading/read-facts.ts'
import { check } from '#rules/check.ts'
import { choosePack } from '../packs/choose-pack.ts'
import { knowledge } from '../load-knowledge.ts'

/**
 * Reads one file and checks every number in it.
 * `pack` names the rule pack as `choosePack` takes it; without it the document tells.
 * Never throws on a bad file: what is wrong with it stands in `problems`.
 */
export async function auditDocument(input: { name: string; bytes: Uint8Array; pack?: string }): Promise<Audit> {
  const { document, problems } = await readDocument(input)
  return document ? auditRead(document, problems, input.pack) : unreadAudit(input.name, problems)
}

/** Checks every number of a document that is read already; `problems` that reading it met. */
export function auditRead(document: Document, problems: readonly Problem[] = [], wanted?: string): Audit {
  const known = knowledge()
  const reading = readFacts(document, known)
  const pack = choosePack(wanted, reading, known.provinces ?? [])
  const basis = pack ? { pack } : {}
  const { findings, coverage, rules } = check(reading, { ...known, ...basis })
  const remarks =
    reading.figures.length === 0 ? [...problems, problemOf('nothing-to-check', document.file, false)] : problems
  return {
    file: document.file,
    document,
    reading,
    parts: reading.parts,
    findings,
    coverage,
    rules,
    problems: remarks,
    ...basis,
  }
}
