import type { Claim, Term } from '#domain/claim.ts'
import type { Part } from '#domain/document.ts'
import type { Fact } from '#domain/fact.ts'
import { createFigureMaker } from '../../figure-maker.ts'
import { drawnTable } from './drawn-table.ts'
import { readTables } from '../read-tables.ts'

/** Reads a drawn table, for tests. */
export function readDrawn(drawing: string, caption: readonly string[] = [], part: Partial<Part> = {}) {
  const { document, parts } = drawnTable(drawing, caption, part)
  return readTables(document, parts, createFigureMaker())
}

/**
 * A claim in one line, for tests: 「I07 90 = 80 + 10」; 「≥」 for an open list, 「?」 in front where it is not certain.
 */
export function claimLine(claim: Claim): string {
  return `${claim.certain ? '' : '?'}${claim.rule} ${formText(claim)}`
}

function formText({ form }: Claim): string {
  if (form.is === 'sum')
    return `${text(form.total)} ${form.relation === 'equals' ? '=' : '≥'} ${form.parts.map(text).join(' + ')}`
  if (form.is === 'ratio') return `${text(form.rate)} = ${text(form.numerator)} / ${text(form.denominator)}`
  if (form.is === 'equal') return form.terms.map(text).join(' == ')
  if (form.is === 'at-most') return `${text(form.lesser)} <= ${text(form.greater)}`
  if (form.is === 'score') return `${text(form.score)} of ${text(form.full)} at ${text(form.rate)}`
  if (form.is === 'change')
    return [form.current, form.base, form.delta, form.rate].flatMap((term) => (term ? [text(term)] : [])).join(' ~ ')
  if (form.is === 'product') return `${text(form.result)} = ${form.factors.map(text).join(' × ')}`
  return form.is
}

function text(term: Term): string {
  return term.figure.printed
}

/** A fact in one line, for tests: 「fund.total 2023 original 90万元」. */
export function factLine(fact: Fact): string {
  return `${fact.measure} ${fact.year ?? '—'} ${fact.phase} ${fact.figure.printed}${fact.figure.unit}`
}
