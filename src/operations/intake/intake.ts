import type { Big } from 'big.js'
import type { Term } from '#domain/claim.ts'
import { inPlainWan } from '#domain/amount-text.ts'
import { statesSame } from '#domain/arithmetic.ts'
import { type Part, locusOf } from '#domain/document.ts'
import type { Fact, Figure, Phase } from '#domain/fact.ts'
import { baseValue } from '#domain/quantity.ts'
import type { Scope } from '#domain/ledger/goal.ts'
import type { Finding } from '#domain/finding.ts'
import type { Reading } from '#domain/reading.ts'
import { describeLocus } from '#writing/findings/to-text.ts'

/**
 * How sure a figure of a draft is.
 *
 * certain    printed under its own label, and nowhere otherwise
 * likely     the report does not say which column or year it means
 * disputed   the report says it two ways
 * assumed    not printed: worked out so that the ledger adds up
 */
export type Confidence = 'certain' | 'likely' | 'disputed' | 'assumed'

/** A figure taken into the draft: the entry it went to ('payments.3'), what it is, as printed, how sure, where it stands. */
export type TakenFigure = {
  readonly path: string
  readonly what: string
  readonly shown: string
  readonly confidence: Confidence
  readonly places: readonly string[]
}

/** A report being turned into a draft; `figures` grows as they are taken. `findings`: what its audit found. */
export type Intake = {
  readonly reading: Reading
  readonly findings: readonly Finding[]
  readonly year: number
  readonly figures: TakenFigure[]
}

/** Whose a part is, or the table in its block: the department's or a project's. */
export type ScopeOf = (part: Part, block?: number) => Scope

/**
 * Which fact is wanted: any of the measures in any of the phases, the first named the best; `entity`: one of these, [''] is
 * the whole department.
 */
export type WantedFact = {
  readonly measures: readonly string[]
  readonly phases: readonly Phase[]
  readonly entity?: readonly string[]
  readonly year?: number
}

/** What the report prints of a fact, in 元 or ones; undefined where it prints nothing. The choice is noted with its place. */
export function take(intake: Intake, wanted: WantedFact, path: string, what: string): Big | undefined {
  const found = candidates(intake, wanted)
  const [first] = found
  if (!first) return undefined
  const rivals = found.filter(
    (fact) =>
      fact.phase === first.phase &&
      fact.measure === first.measure &&
      fact.figure.quantity.unit.kind === first.figure.quantity.unit.kind,
  )
  const unlike = rivals.filter((fact) => !statesSame(fact.figure.quantity, first.figure.quantity))
  const others = unlike.filter((fact) => isContradicted(intake, first, fact))
  noteFigure(intake, {
    path,
    what,
    shown: [first, ...others].map(({ figure }) => shownOf(figure.text, figure.unit)).join(' / '),
    confidence: others.length > 0 ? 'disputed' : first.certain && unlike.length === 0 ? 'certain' : 'likely',
    places: [first, ...others].map((fact) => placeOf(intake, fact)),
  })
  return baseValue(first.figure.quantity)
}

/**
 * Whether the audit holds one figure against another. Two that differ under one name need not contradict: 「项目支出
 * 22417.08万元」 and, of what is left of it, 「其余项目支出4985.83万元」.
 */
function isContradicted({ findings }: Intake, one: Fact, other: Fact): boolean {
  return findings.some(({ evidence }) => {
    const figures = evidence.flatMap((each) => ('figure' in each ? each.figure : []))
    return (
      figures.some(({ id }) => id === other.figure.id) &&
      figures.some(({ id, quantity }) => id === one.figure.id || statesSame(quantity, one.figure.quantity))
    )
  })
}

/**
 * What the report's own sums say, in 元; undefined where there are none. They have no label of their own: likely, or said
 * two ways.
 */
export function takeTold(intake: Intake, told: readonly Term[], path: string, what: string): Big | undefined {
  const [first] = told
  if (!first) return undefined
  const others = told.filter(({ figure }) => !statesSame(figure.quantity, first.figure.quantity))
  noteFigure(intake, {
    path,
    what,
    shown: [first, ...others].map(({ figure }) => shownOf(figure.text, figure.unit)).join(' / '),
    confidence: others.length > 0 ? 'disputed' : 'likely',
    places: [first, ...others].map((term) => placeOf(intake, term)),
  })
  return baseValue(first.figure.quantity)
}

/** A figure that stands in a table under its own label, in 元; undefined where there is none. */
export function takeCell(intake: Intake, figure: Figure | undefined, path: string, what: string): Big | undefined {
  if (!figure) return undefined
  const shown = shownOf(figure.text, figure.unit)
  noteFigure(intake, { path, what, shown, confidence: 'certain', places: [placeOf(intake, { figure })] })
  return baseValue(figure.quantity)
}

/** A total that a table prints otherwise than its parts come to, in 元; undefined where they agree. */
export function takeUnlike(
  intake: Intake,
  figure: Figure | undefined,
  sum: Big,
  path: string,
  what: string,
): Big | undefined {
  if (!figure || baseValue(figure.quantity).eq(sum)) return undefined
  noteFigure(intake, {
    path,
    what: `${what}（所列各项之和是后一个）`,
    shown: `${shownOf(figure.text, figure.unit)} / ${inPlainWan(sum)}万元`,
    confidence: 'disputed',
    places: [placeOf(intake, { figure })],
  })
  return baseValue(figure.quantity)
}

/** Notes a figure; one that is asked for twice is noted once. */
export function noteFigure({ figures }: Intake, figure: TakenFigure): void {
  const known = figures.some(
    ({ path, what, shown }) => path === figure.path && what === figure.what && shown === figure.shown,
  )
  if (!known) figures.push(figure)
}

/** Notes a figure that is worked out, not printed. */
export function assume(intake: Intake, path: string, what: string, shown: string): void {
  noteFigure(intake, { path, what, shown, confidence: 'assumed', places: [] })
}

function candidates({ reading, year }: Intake, wanted: WantedFact): Fact[] {
  const { measures, phases, entity = [''] } = wanted
  const rank = (fact: Fact) =>
    measures.indexOf(fact.measure) * 100 +
    phases.indexOf(fact.phase) * 10 +
    (fact.certain ? 0 : 4) +
    (fact.from === 'table' ? 0 : 1)
  return reading.facts
    .filter(
      (fact) =>
        measures.includes(fact.measure) &&
        phases.includes(fact.phase) &&
        entity.includes(fact.entity) &&
        (fact.year ?? year) === (wanted.year ?? year),
    )
    .toSorted((one, other) => rank(one) - rank(other))
}

/** A figure as printed, its unit behind it. */
export function shownOf(text: string, unit: string): string {
  return unit !== '' && text.endsWith(unit) ? text : `${text}${text.endsWith('%') ? '' : unit}`
}

/** Where a figure stands, for a person: 《title of its part》 and the line or cell. */
export function placeOf({ reading }: Intake, { figure }: Pick<Fact, 'figure'>): string {
  const part = reading.parts.find(({ index }) => index === figure.place.part)
  return `${part ? `《${part.title}》` : ''}${describeLocus(locusOf(reading.document, figure.place))}`
}
