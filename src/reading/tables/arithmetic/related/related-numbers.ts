import type { Claim } from '#domain/claim.ts'
import type { Body } from '../../grids/body.ts'
import type { Sheet } from '../../grids/sheet.ts'
import { keysOf } from './claim-keys.ts'
import { type Product, isTurned, productsIn } from './products.ts'
import { type Rate, ratesIn } from './rates.ts'
import { type Told, productClaims, rateClaims, runningClaims, sumClaims } from './related-claims.ts'
import { runningIn } from './running.ts'
import { type Crossing, type Series, columnsOver, fewestSamples, rowsOver } from './series.ts'
import { type Sum, sumsIn } from './sums.ts'

/**
 * What the numbers of a table say of themselves, whatever its heads are: columns (or rows) of which one is the product or
 * the quotient of two others, the rate of change between them, their sum or mean, in all rows but one. That one is claimed.
 *
 * made   what is claimed already: the same numbers are not claimed twice
 */
export function relatedNumbers(sheet: Sheet, body: Body, made: readonly Claim[]): Claim[] {
  const { lines, columns } = body
  if (lines.length === 0 || columns.length < 2) return []
  const claims = [
    ...(lines.length >= fewestSamples ? claimsIn(sheet, columnsOver(body), '表中其余各行都是这样计算') : []),
    ...(columns.length > fewestSamples ? claimsIn(sheet, rowsOver(body), '表中其余各栏都是这样计算') : []),
  ]
  if (claims.length === 0) return []
  const known = new Set(made.flatMap(keysOf))
  return claims.filter((claim) => !keysOf(claim).some((key) => known.has(key)))
}

type Found = Product | Rate | Sum

function claimsIn(sheet: Sheet, crossing: Crossing, because: string): Claim[] {
  if (crossing.series.length < 2) return []
  const all: readonly Found[] = [...productsIn(crossing), ...ratesIn(crossing), ...sumsIn(crossing)]
  const taken: (readonly Series[])[] = []
  const isNew = (found: Found) => {
    const own = seriesOf(found)
    if (found.odd === undefined || taken.some((other) => other.every((each) => own.includes(each)))) return false
    taken.push(own)
    return !all.some((other) => other !== found && explains(other, found))
  }
  const told = (odd: number): Told => ({ sheet, crossing, odd, because })
  return [
    ...all.flatMap((found) => (found.odd !== undefined && isNew(found) ? claimsOf(told(found.odd), found) : [])),
    ...runningIn(crossing).flatMap((found) => runningClaims(told(found.odd), found)),
  ]
}

function claimsOf(told: Told, found: Found): Claim[] {
  if ('rate' in found) return rateClaims(told, found)
  if ('parts' in found) return sumClaims(told, found)
  return isTurned(found) ? [] : productClaims(told, found)
}

function seriesOf(found: Found): readonly Series[] {
  if ('rate' in found) return [found.rate, ...found.tops, found.base]
  return 'parts' in found ? [found.whole, ...found.parts] : [found.whole, ...found.factors]
}

/**
 * Whether the odd row follows another relation of the same columns but one: of two counts (计划, 建成) it is of the other.
 * A rate that follows any other is of that.
 */
function explains(other: Found, found: Found): boolean {
  if (!other.follow.includes(found.odd!)) return false
  const [own, series] = [seriesOf(found), seriesOf(other)]
  if ('rate' in found && !('parts' in other) && series.includes(found.rate)) return true
  const shared = own.filter((each) => series.includes(each)).length
  return 'parts' in other === 'parts' in found && own.length === series.length && shared === own.length - 1
}
