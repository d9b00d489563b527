import type { Document } from '#domain/document.ts'
import type { Knowledge } from '#domain/knowledge.ts'
import type { Reading } from '#domain/reading.ts'
import { readClaims } from './claims/read-claims.ts'
import { createFigureMaker } from './figure-maker.ts'
import { splitParts } from './parts/split-parts.ts'
import { readTables } from './tables/read-tables.ts'

/** Everything a document says that can be checked: its parts, figures, facts, claims and indicator rows. */
export function readFacts(document: Document, knowledge: Knowledge): Reading {
  const parts = splitParts(document)
  const maker = createFigureMaker()
  const tables = readTables(document, parts, maker)
  const sentences = readClaims(document, parts, knowledge, maker)
  return {
    document,
    parts,
    figures: maker.figures,
    facts: [...tables.facts, ...sentences.facts],
    claims: [...tables.claims, ...sentences.claims],
    indicators: tables.indicators,
  }
}
