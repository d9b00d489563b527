import type { Document, Part } from '#domain/document.ts'
import type { Fact } from '#domain/fact.ts'
import type { Knowledge } from '#domain/knowledge.ts'
import type { Reading } from '#domain/reading.ts'
import { readClaims } from './claims/read-claims.ts'
import { createFigureMaker } from './figure-maker.ts'
import { splitParts } from './parts/split-parts.ts'
import { makeIndicatorFigures } from './tables/forms/indicator-figures.ts'
import { makeRemainingFigures } from './tables/remaining-figures.ts'
import { readTables } from './tables/read-tables.ts'

/** Everything a document says that can be checked: its parts, figures, facts, claims and indicator rows. */
export function readFacts(document: Document, knowledge: Knowledge): Reading {
  const parts = splitParts(document)
  const maker = createFigureMaker()
  const tables = readTables(document, parts, maker, knowledge.labels)
  makeIndicatorFigures(tables.indicators, maker)
  makeRemainingFigures(document, parts, maker)
  const sentences = readClaims(document, parts, knowledge, maker)
  const phased = new Set(knowledge.measures.filter((measure) => measure.unit === 'money').map((measure) => measure.id))
  const facts = [...tables.facts, ...sentences.facts].map((fact) => withoutPhase(fact, phased))
  return {
    document,
    parts,
    figures: maker.figures,
    facts: isOfOneThing(parts, tables.facts) ? facts.map((fact) => ({ ...fact, entity: '' })) : facts,
    claims: [...tables.claims, ...sentences.claims],
    indicators: tables.indicators,
  }
}

/**
 * A file about one project, its report and its form: all it says is of that project. Several forms that name projects
 * of their own are of several, however they were titled.
 */
function isOfOneThing(parts: readonly Part[], facts: readonly Fact[]): boolean {
  const projects = [...new Set(parts.flatMap((part) => part.project ?? []))]
  const named = [...new Set(facts.flatMap(({ entity }) => (entity === '' ? [] : [entity])))]
  return (
    !areUnlike(projects) &&
    !areUnlike(named) &&
    !parts.some((part) => part.kind === 'department-report' || part.kind === 'base-data-table' || ofDepartment(part))
  )
}

/** Whether two of the names are not of one thing, one being the other with more words. */
function areUnlike(names: readonly string[]): boolean {
  return names.some((one, at) => names.slice(at + 1).some((two) => !one.includes(two) && !two.includes(one)))
}

/** 「2022年度部门整体支出绩效自评表」 beside a project's form: two things, though no report stands with them. */
function ofDepartment({ title }: Part): boolean {
  return /(?:部门|单位)整体/.test(title)
}

/** Rates, scores and people are of a year, not of a phase. */
function withoutPhase(fact: Fact, phased: ReadonlySet<string>): Fact {
  const plain = /^(?:staff|score|execution)\./.test(fact.measure) && !phased.has(fact.measure)
  return plain ? { ...fact, phase: 'none' } : fact
}
