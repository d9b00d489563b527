import { Big } from 'big.js'
import { addIntervals, divideIntervals } from '#domain/arithmetic.ts'
import { type Interval, intervalOf } from '#domain/quantity.ts'
import type { LedgerFact, PrintedBlock, PrintedNumber, ReportSet, Run } from '#domain/report/printed-report.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { numbersOf } from './law-package.ts'

/**
 * A printed number that something else in the same document must agree with.
 *
 * at       counts the numbers of the bound set from 0
 * allows   whether the others can't contradict so much in its place, in its printed unit: their rounding leaves that much
 */
export type Redundant = {
  readonly at: number
  readonly number: PrintedNumber
  readonly why: 'repeated' | 'summed' | 'divided'
  readonly allows: (value: Big) => boolean
}
type Bound = Pick<Redundant, 'why' | 'allows'>

/**
 * Numbers of the bound set that others determine:
 *
 * repeated   its fact is printed elsewhere; of a rate the last digit may have been cut off there, and not rounded
 * summed     the total or a part of a sum all of whose other terms are printed, each itself or by what it is the sum of;
 *            of one part, too
 * divided    a rate both of whose terms are printed
 *
 * What stands once and enters no such relation is free: no reader can know another number for it. What 公用经费 is spent
 * on is no such sum: its table lists some of it (其中).
 *
 * tablesOnly   only what tables print counts: a workbook holds the forms alone
 */
export function redundantNumbers(set: ReportSet, tablesOnly = false): Redundant[] {
  const numbers = numbersOf(bindSet(set))
  const inTables = new Set(numbersOf(tablesOf(set)))
  const own = numbers.flatMap((number, at) => (!tablesOnly || inTables.has(number) ? [{ at, number }] : []))
  const facts = new Map(set.facts.map((fact) => [fact.id, fact]))
  const printed = new Map<string, PrintedNumber[]>()
  for (const { number } of own) printed.set(number.fact, [...(printed.get(number.fact) ?? []), number])
  const bounds = relationsOf(set.facts, facts, printed)
  return own.flatMap(({ at, number }): Redundant[] => {
    const alike = (printed.get(number.fact) ?? []).filter((each) => each !== number)
    if (alike.length > 0) return [{ at, number, why: 'repeated', allows: asPrinted(number) }]
    const [bound, ...more] = bounds.get(number.fact) ?? []
    if (!bound) return []
    // Whatever one of its relations does not allow is contradicted.
    return [{ at, number, why: bound.why, allows: (value) => [bound, ...more].every((each) => each.allows(value)) }]
  })
}

function tablesOf(set: ReportSet) {
  const bound = bindSet(set)
  return { ...bound, blocks: bound.blocks.filter(({ kind }) => kind === 'table') }
}

function asPrinted({ quantity, text }: PrintedNumber): Bound['allows'] {
  const ulp = new Big(10).pow(-quantity.decimals)
  const slack = quantity.unit.kind === 'share' ? ulp : new Big(0)
  return (value) => value.minus(amount(text)).abs().lte(slack)
}

function relationsOf(
  all: readonly LedgerFact[],
  facts: ReadonlyMap<string, LedgerFact>,
  printed: ReadonlyMap<string, readonly PrintedNumber[]>,
): Map<string, Bound[]> {
  const bounds = new Map<string, Bound[]>()
  const add = (id: string, bound: Bound) => bounds.set(id, [...(bounds.get(id) ?? []), bound])
  for (const { id, terms, quantity } of all) {
    const total = printed.get(id)?.[0]
    if (!terms || !total || id.startsWith('public.')) continue
    if (terms.how === 'ratio') {
      const [top, bottom] = terms.of.map((term) => printed.get(term.id)?.[0])
      if (top && bottom) add(id, { why: 'divided', allows: fitsRate(total, top, bottom) })
      continue
    }
    const parts = printedParts(terms.of, facts, printed)
    if (!parts) continue
    const slack = new Big(10).pow(-quantity.decimals).times((parts.length + 1) / 2)
    // What the printed terms are off already counts as well.
    const off = parts.reduce(
      (sum, { sign, number }) => sum.plus(amount(number.text).times(sign)),
      amount(total.text).times(-1),
    )
    for (const { sign, number } of [{ sign: -1, number: total }, ...parts]) {
      const moved = (value: Big) => value.minus(amount(number.text)).times(sign)
      add(number.fact, { why: 'summed', allows: (value) => off.plus(moved(value)).abs().lte(slack) })
    }
  }
  return bounds
}

type Part = { readonly sign: number; readonly number: PrintedNumber }

/** The numbers a sum is printed as; what is not printed itself by what it is the sum of. */
function printedParts(
  of: NonNullable<LedgerFact['terms']>['of'],
  facts: ReadonlyMap<string, LedgerFact>,
  printed: ReadonlyMap<string, readonly PrintedNumber[]>,
): Part[] | undefined {
  const parts = of.map(({ id, sign }) => {
    const own = printed.get(id)?.[0]
    const terms = facts.get(id)?.terms
    if (own) return [{ sign, number: own }]
    const further = terms?.how === 'sum' ? printedParts(terms.of, facts, printed) : undefined
    return further?.map((part) => ({ ...part, sign: part.sign * sign }))
  })
  return parts.every((each) => each !== undefined) ? parts.flat() : undefined
}

/** A rate that its terms as printed give, rounded, cut off or a last digit off. */
function fitsRate(rate: PrintedNumber, top: PrintedNumber, bottom: PrintedNumber): Bound['allows'] {
  const computed = divideIntervals(asShown(top), asShown(bottom))
  const last = new Big(10).pow(-rate.quantity.decimals)
  const hundred = (interval: Interval): Interval => ({ low: interval.low.times(100), high: interval.high.times(100) })
  const allowed = computed && addIntervals([hundred(computed), { low: last.times(-2), high: last.times(2) }])
  return (value) => !allowed || (value.gte(allowed.low) && value.lte(allowed.high))
}

function asShown(number: PrintedNumber): Interval {
  return intervalOf(quantityOf(number, number.text))
}

function amount(text: string): Big {
  return new Big(text.replace(/[%,]/g, ''))
}

/** The set with number `at` of all its reports printed as `text`: what a person's hand would do to the file. */
export function withNumber(set: ReportSet, at: number, text: string): ReportSet {
  let count = 0
  const changed = (runs: readonly Run[]) =>
    runs.map((run) =>
      typeof run === 'string' || count++ !== at ? run : { ...run, text, quantity: quantityOf(run, text) },
    )
  const reports = set.reports.map((report) => ({
    ...report,
    blocks: report.blocks.map((block): PrintedBlock => {
      if (block.kind === 'signature') return block
      if (block.kind !== 'table') return { ...block, runs: changed(block.runs) }
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, runs: changed(cell.runs) }))) }
    }),
  }))
  return { ...set, reports }
}

function quantityOf({ quantity }: PrintedNumber, text: string): PrintedNumber['quantity'] {
  return { ...quantity, value: amount(text) }
}

/** Another number of the same shape: one digit of it, not the first of a long one, is raised by `by` (1–9). */
export function otherNumber(text: string, digit: number, by: number): string {
  const places = [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []))
  const at = places[digit % places.length]!
  const raised = (Number(text[at]) + by) % 10
  const changed = text.slice(0, at) + raised + text.slice(at + 1)
  // A leading zero would be no number anybody prints.
  return /^0\d/.test(changed) ? `1${changed.slice(1)}` : changed
}
