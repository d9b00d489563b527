import { Big } from 'big.js'
import type { PrintedBlock, PrintedNumber, PrintedReport, ReportSet, Run } from '#domain/report/printed-report.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { numbersOf } from './law-package.ts'

/**
 * A printed number that something else in the same document must agree with.
 *
 * at      counts the numbers of the document from 0
 * slack   how far it may move before the others contradict it: their rounding
 */
export type Redundant = {
  readonly at: number
  readonly number: PrintedNumber
  readonly why: 'repeated' | 'summed' | 'divided'
  readonly slack: Big
}

/**
 * Numbers of the bound set that others determine: printed more than once, a sum or a part of a sum whose terms are all
 * printed, a rate whose two terms are printed. What 公用经费 is spent on is no such sum: its table lists some of it (其中).
 */
export function redundantNumbers(set: ReportSet): Redundant[] {
  const numbers = numbersOf(bindSet(set))
  const printed = new Map<string, number>()
  for (const { fact } of numbers) printed.set(fact, (printed.get(fact) ?? 0) + 1)
  const bound = new Map<string, Pick<Redundant, 'why' | 'slack'>>()
  for (const { id, terms, quantity } of set.facts) {
    if (!terms || !printed.has(id) || terms.of.length < 2 || terms.of.some((term) => !printed.has(term.id))) continue
    if (id.startsWith('public.')) continue
    const ulp = new Big(10).pow(-quantity.decimals)
    const slack = terms.how === 'sum' ? ulp.times(terms.of.length + 1).div(2) : ulp
    bound.set(id, { why: terms.how === 'sum' ? 'summed' : 'divided', slack })
    if (terms.how === 'sum') for (const term of terms.of) bound.set(term.id, { why: 'summed', slack })
  }
  return numbers.flatMap((number, at) => {
    if ((printed.get(number.fact) ?? 0) > 1) return [{ at, number, why: 'repeated', slack: new Big(0) }]
    const by = bound.get(number.fact)
    return by ? [{ at, number, ...by }] : []
  })
}

/** The bound set with its number `at` printed as `text`: what a person's hand would do to the file. */
export function withNumber(set: ReportSet, at: number, text: string): PrintedReport {
  const bound = bindSet(set)
  let count = 0
  const changed = (runs: readonly Run[]) =>
    runs.map((run) => (typeof run === 'string' || count++ !== at ? run : { ...run, text }))
  const blocks = bound.blocks.map((block): PrintedBlock => {
    if (block.kind === 'signature') return block
    if (block.kind !== 'table') return { ...block, runs: changed(block.runs) }
    return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, runs: changed(cell.runs) }))) }
  })
  return { ...bound, blocks }
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
