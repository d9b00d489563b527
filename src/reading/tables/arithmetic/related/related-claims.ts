import { Big } from 'big.js'
import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import { isSlip } from '#domain/slip.ts'
import type { Sheet } from '../../grids/sheet.ts'
import type { Product } from './products.ts'
import type { Rate } from './rates.ts'
import type { Running } from './running.ts'
import { type Cell, type Crossing, type Part, type Series, figureOf } from './series.ts'
import type { Sum } from './sums.ts'

/** Where a relation does not hold. `odd`: the row; `because`: why it should. */
export type Told = {
  readonly sheet: Sheet
  readonly crossing: Crossing
  readonly odd: number
  readonly because: string
}

/** The claim that the odd row is a product as the others are. */
export function productClaims(told: Told, { whole, factors, isFirm, times, isExact }: Product): Claim[] {
  const cells = [whole, ...factors].map(({ cells: all }) => all[told.odd]!)
  const [own, one, other] = cells as [Cell, Cell, Cell]
  const wanted = [one.value * other.value * times, own.value / (other.value * times), own.value / (one.value * times)]
  const isSure = isFirm && !gathers(told)
  if (!isSure && !cells.some((cell, at) => isSlipOf(cell, wanted[at]!))) return []
  const partOf = ({ isWhole }: Cell): Part => (isExact && !gathers(told) && isWhole ? 'exact' : 'factor')
  const form = {
    is: 'product',
    result: termOf(told, whole, 'result'),
    factors: factors.map((factor) => termOf(told, factor, partOf(factor.cells[told.odd]!))),
    ...(times === 1 ? {} : { times }),
    ...(Number.isInteger(Math.log10(times)) ? { timesUnit: '' } : {}),
  } as const
  return [claimOf(told, own, 'table.product', form)]
}

/** The claim that the odd row has its rate as the others do. */
export function rateClaims(told: Told, { rate, tops, less, base, whole, isFirm, isExact }: Rate): Claim[] {
  const { odd } = told
  const own = rate.cells[odd]!
  const sum = tops.reduce((all, { cells }) => all + cells[odd]!.value, 0) - (less?.cells[odd]?.value ?? 0)
  const wanted = (sum / base.cells[whole ?? odd]!.value) * (own.unit.kind === 'share' ? 1 : 100)
  if ((!isFirm || gathers(told)) && !isSlipOf(own, wanted)) return []
  const term = (series: Series, at = odd) =>
    termOf(told, series, isExact && series.cells[at]!.isWhole ? 'exact' : 'result', at)
  const [numerator, ...also] = tops.map((top) => term(top))
  const form = {
    is: 'ratio',
    rate: termOf(told, rate, 'rate'),
    numerator: numerator!,
    denominator: term(base, whole),
    ...(also.length > 0 ? { also } : {}),
    ...(less ? { without: term(less) } : {}),
  } as const
  const rule = less ? 'table.change' : whole === undefined ? 'table.rate' : 'table.share'
  return [claimOf(told, own, rule, form)]
}

/** The claim that the odd row adds up, or has its mean, as the others do. */
export function sumClaims(told: Told, { whole, parts, isMean, isFirm }: Sum): Claim[] {
  const [own, ...others] = [whole, ...parts].map(({ cells }) => cells[told.odd]!) as [Cell, ...Cell[]]
  const many = isMean ? parts.length : 1
  const gap = own.value * many - others.reduce((all, { value }) => all + value, 0)
  const slips = isSlipOf(own, own.value - gap / many) || others.some((cell) => isSlipOf(cell, cell.value + gap))
  // What single rows add up to their totals do, too; a mean of them is reckoned in another way.
  const isSure = isFirm && !(isMean && gathers(told))
  if (!isSure && !slips) return []
  const part = partIn([own, ...others])
  const total = termOf(told, whole, part)
  const terms = parts.map((series) => termOf(told, series, part))
  const form = isMean
    ? ({ is: 'mean', mean: total, parts: terms } as const)
    : ({ is: 'sum', total, parts: terms, relation: 'equals' } as const)
  return [claimOf(told, own, 'table.balance', form)]
}

/** The claim that a running total goes on where it does not. */
export function runningClaims(told: Told, { total, each, odd }: Running): Claim[] {
  const parts = [termOf(told, total, 'result', odd - 1), termOf(told, each, 'result')]
  const form = { is: 'sum', total: termOf(told, total, 'result'), parts, relation: 'equals' } as const
  return [claimOf(told, total.cells[odd]!, 'table.balance', form)]
}

/** Points beside numbers whose heads do not say so are points, too. */
function partIn(cells: readonly Cell[]): Part {
  if (new Set(cells.map(({ unit }) => `${unit.kind}${unit.name}${unit.scale}`)).size === 1) return 'result'
  return cells.some(({ unit }) => unit.kind === 'score') ? 'points' : 'factor'
}

/** Whether the odd row gathers the others, so that what holds for single rows need not hold for it. */
function gathers({ crossing, odd }: Told): boolean {
  return crossing.samples[odd]!.gathers
}

/** Whether what a cell ought to print is one slip of the pen away from what it does. */
function isSlipOf({ number: { printed, decimals, value: told }, value }: Cell, wanted: number): boolean {
  const meant = (wanted / value) * Number(told)
  return Number.isFinite(meant) && isSlip(new Big(meant).toFixed(decimals), printed)
}

function termOf({ sheet, crossing, odd }: Told, series: Series, part: Part, at = odd): Term {
  return { name: `${crossing.samples[at]!.name}${series.name}`, figure: figureOf(sheet, series.cells[at]!, part) }
}

function claimOf({ sheet, because }: Told, { slot }: Cell, rule: string, form: ClaimForm): Claim {
  return { rule, form, certain: false, because, quote: sheet.quote(slot) }
}
