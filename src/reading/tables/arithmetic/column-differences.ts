import { divideIntervals, fitOf, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import { percent } from '#domain/unit.ts'
import type { Body, Line } from '../grids/body.ts'
import { type Column, remainder } from '../grids/columns.ts'
import { bareLabel } from '../grids/labels.ts'
import type { Sheet } from '../grids/sheet.ts'

type Row = { readonly line: Line; readonly result: Figure; readonly first: Figure; readonly second: Figure }
const fewest = 2

/**
 * A column that prints what two others leave (结余, 未支付, 节约额, 增减): the one pair of columns whose difference most
 * rows print. A row of zeros, or one that takes away nothing, proves no pair.
 *
 * made   claims read so far: figures they already hold as results are left alone
 */
export function differenceClaims(sheet: Sheet, body: Body, made: readonly Claim[]): Claim[] {
  const amounts = body.columns.filter((column) => column.role === 'amount')
  const known = new Set(made.flatMap(({ form }) => (form.is === 'change' && form.delta ? [form.delta.figure.id] : [])))
  return amounts.flatMap((result) => {
    if (!remainder.test(result.path.at(-1) ?? '')) return []
    const rows = (first: Column, second: Column) => rowsOf(body, result, first, second)
    const best = bestPair(amounts, result, rows, ({ result: left, first, second }) =>
      fitOf(left.quantity, subtractIntervals(intervalOf(first.quantity), intervalOf(second.quantity))),
    )
    if (!best) return []
    return best.rows
      .filter((row) => !known.has(row.result.id))
      .map(({ line, result: left, first, second }): Claim => ({
        rule: 'table.change',
        form: {
          is: 'difference',
          result: { name: nameIn(line, result), figure: left },
          minuend: { name: nameIn(line, best.first), figure: first },
          subtrahend: { name: nameIn(line, best.second), figure: second },
        },
        certain: true,
        quote: sheet.quote(line.label),
      }))
  })
}

/** A column of rates of growth held to the pair of columns most rows follow: 「2021年比2020年增长」, 「较年初预算增减%」. */
export function growthClaims(sheet: Sheet, body: Body, made: readonly Claim[]): Claim[] {
  const amounts = body.columns.filter((column) => column.role === 'amount' && !remainder.test(column.path.at(-1) ?? ''))
  const known = new Set(
    made.flatMap(({ form }) =>
      (form.is === 'change' || form.is === 'ratio') && form.rate ? [form.rate.figure.id] : [],
    ),
  )
  return body.columns.flatMap((rate) => {
    if (rate.role !== 'rate' || !/增长|增幅|增减|升降|变动|变化|增速|调整率/.test(rate.path.join(''))) return []
    const rows = (first: Column, second: Column) => rowsOf(body, rate, first, second, sheet)
    const best = bestPair(amounts, rate, rows, ({ result, first, second }) => {
      const base = intervalOf(second.quantity)
      const share = divideIntervals(subtractIntervals(intervalOf(first.quantity), base), base)
      return share ? fitOf(result.quantity, share) : 'off'
    })
    if (!best) return []
    return best.rows
      .filter(({ result }) => !known.has(result.id))
      .map(({ line, result, first, second }): Claim => ({
        rule: 'table.change',
        form: {
          is: 'change',
          current: { name: nameIn(line, best.first), figure: first },
          base: { name: nameIn(line, best.second), figure: second },
          rate: { name: nameIn(line, rate), figure: result },
          direction: 1,
        },
        certain: true,
        quote: sheet.quote(line.label),
      }))
  })
}

function rowsOf(body: Body, result: Column, first: Column, second: Column, rateOf?: Sheet): Row[] {
  return body.lines.flatMap((line) => {
    const [one, two] = [line.figure(first), line.figure(second)]
    const slot = line.slot(result)
    const unit = slot?.number?.unit
    const own = rateOf ? rateOf.figure(slot, unit?.name ? unit : percent) : line.figure(result)
    if (!own || !one || !two || (rateOf && two.quantity.value.eq(0))) return []
    if (!rateOf && new Set([own, one, two].map(({ quantity }) => quantity.unit.kind)).size > 1) return []
    return [{ line, result: own, first: one, second: two }]
  })
}

type Pair = { readonly first: Column; readonly second: Column; readonly rows: readonly Row[] }

/** The pair most rows follow: two telling rows at least, and no more than one in four that do not. */
function bestPair(
  amounts: readonly Column[],
  result: Column,
  rowsFor: (first: Column, second: Column) => readonly Row[],
  fitFor: (row: Row) => ReturnType<typeof fitOf>,
): Pair | undefined {
  const terms = amounts.filter((column) => column !== result)
  const pairs = terms.flatMap((first) =>
    terms
      .filter((second) => second !== first)
      .flatMap((second) => {
        const rows = rowsFor(first, second)
        const held = rows.filter((row) => fitFor(row) !== 'off')
        const telling = held.filter(
          ({ result: own, first: one, second: two }) =>
            !own.quantity.value.eq(0) && !one.quantity.value.eq(0) && !two.quantity.value.eq(0),
        ).length
        const isRule = telling >= fewest && (rows.length - held.length) * 3 <= Math.max(3, held.length)
        return isRule ? [{ pair: { first, second, rows }, telling }] : []
      }),
  )
  return pairs.toSorted((left, right) => right.telling - left.telling)[0]?.pair
}

function nameIn(line: Line, column: Column): string {
  return `${line.text}${bareLabel(column.path.at(-1) ?? '')}`
}
