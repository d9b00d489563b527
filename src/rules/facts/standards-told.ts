import { Big } from 'big.js'
import { divideIntervals } from '#domain/arithmetic.ts'
import { type Interval, baseValue, intervalOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { judgeProduct } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { type CellNumber, type ToldNumber, cellNumbers, sharedWords, toldNumbers } from './told-numbers.ts'

const reach = 12
const fewestRows = 3
const standard = /每(?:人|户|亩|床|张|生|个|村|天|日|月|年|公里|吨|头|只|套|座|处|次|平方米)|标准|单价/

/** A row in which money is a count times the table's standard. */
type Row = { readonly count: CellNumber; readonly money: CellNumber }
/** Two columns whose rows all print one and the same money for each thing; `each`: that money in 元. */
type Pair = { readonly rows: readonly Row[]; readonly each: Interval }

/**
 * 「居家服务对象每人1800元」 above a table of 人数 and 金额: the money for each that the table's rows agree on is the one
 * the text tells. A standard one slip away from it, where no other pair of columns follows it, is a warning.
 */
export const standardsTold: Rule = {
  id: 'I71.standard',
  title: '正文写的标准与表中各行金额除以数量一致',
  source: '本系统核对规则（正文与附表一致）',
  judge(reading) {
    const told = toldNumbers(reading).filter(isStandard)
    if (told.length === 0) return [{ outcome: 'not-applicable' }]
    const tables = [...cellNumbers(reading)].map(([block, cells]) => ({ block, pairs: pairsIn(cells) }))
    return told.flatMap((each) => judgeStandard(each, told, tables))
  },
}

function isStandard({ figure, lead }: ToldNumber): boolean {
  return figure.quantity.unit.kind === 'money' && figure.quantity.looseness === 'exact' && standard.test(lead)
}

function judgeStandard(
  told: ToldNumber,
  all: readonly ToldNumber[],
  tables: readonly { readonly block: number; readonly pairs: readonly Pair[] }[],
): Verdict[] {
  const near = tables.filter(({ block }) => Math.abs(block - told.figure.place.block) <= reach)
  const pairs = near.flatMap((table) => table.pairs)
  const fits = pairs.find((pair) => meetsStandard(told, pair))
  if (fits) return [{ outcome: 'holds', figures: [told.figure.id] }]
  const free = pairs.filter((pair) => !all.some((other) => meetsStandard(other, pair)))
  const slips = free.filter((pair) => isSlipAway(told, pair) && isNamed(told, pair))
  const [slip] = slips
  const row = slip?.rows.toSorted(
    (left, right) => right.money.figure.printed.length - left.money.figure.printed.length,
  )[0]
  if (!row || slips.length > 1) return []
  const form = {
    is: 'product',
    result: { name: `${row.money.labels.at(-1) ?? ''}${row.money.heads[0] ?? ''}`, figure: row.money.figure },
    factors: [
      { name: told.lead, figure: told.figure },
      { name: row.count.heads[0] ?? '数量', figure: asThings(row.count) },
    ],
  } as const
  const because = '表中各行都按另一个只差一处笔误的标准计算'
  return [judgeProduct({ rule: 'I71.standard', form, certain: false, because, quote: told.figure.place }, form)]
}

function asThings({ figure }: CellNumber): CellNumber['figure'] {
  const { unit } = figure.quantity
  return unit.kind === 'none'
    ? { ...figure, quantity: { ...figure.quantity, unit: { ...unit, kind: 'count' } } }
    : figure
}

function meetsStandard({ figure }: ToldNumber, { each }: Pair): boolean {
  const value = baseValue(figure.quantity)
  return value.gte(each.low) && value.lte(each.high)
}

/** Whether the standard of the rows, printed as the text prints its own, is a slip away from it; two digits may be one of them. */
function isSlipAway({ figure }: ToldNumber, { each }: Pair): boolean {
  const value = baseValue(figure.quantity)
  if (value.eq(0)) return false
  const scale = value.div(figure.quantity.value)
  const middle = each.low.plus(each.high).div(2).div(scale).toFixed(figure.quantity.decimals)
  // Ten thousand times as much is another unit, not another standard.
  const digits = (text: string) => text.replace(/\D/g, '').replace(/^0+|0+$/g, '')
  if (digits(middle) === digits(figure.printed)) return false
  const padded = (text: string) =>
    text.replace(/\D/g, '').length < 3 ? `${text}${text.includes('.') ? '' : '.'}00` : text
  return isSlip(middle, figure.printed) || isSlip(padded(middle), padded(figure.printed))
}

/** The words before the standard and the heads of the pair share a word: 居家 … 居家上门服务. */
function isNamed({ lead, sentence }: ToldNumber, { rows: [row] }: Pair): boolean {
  const heads = [...(row?.count.heads ?? []), ...(row?.money.heads ?? [])].join('|')
  return sharedWords(heads, lead) >= 2 || sharedWords(heads, sentence.slice(-24)) >= 2
}

/** The pairs of a column of counts and one of money behind it, whose rows all give one standard, in unlike amounts. */
function pairsIn(cells: readonly CellNumber[]): Pair[] {
  const columns = [...Map.groupBy(cells, ({ column }) => column).values()]
  const isMoney = (column: readonly CellNumber[]) => column.every(({ figure }) => figure.quantity.unit.kind === 'money')
  const isCount = (column: readonly CellNumber[]) =>
    column.every(({ figure }) => !['money', 'share', 'score'].includes(figure.quantity.unit.kind))
  return columns.filter(isMoney).flatMap((money) =>
    columns.filter(isCount).flatMap((counts) => {
      if (counts[0]!.column > money[0]!.column) return []
      const rows = money.flatMap((cell) => {
        const count = counts.find(({ figure }) => figure.place.row === cell.figure.place.row)
        return count && count.figure.quantity.value.gt(0) ? [{ count, money: cell }] : []
      })
      const each = standardOf(rows)
      return each ? [{ rows, each }] : []
    }),
  )
}

/** What every row gives for each thing, between the narrowest bounds; undefined where two rows differ. */
function standardOf(rows: readonly Row[]): Interval | undefined {
  if (rows.length < fewestRows || new Set(rows.map(({ money }) => money.figure.printed)).size < fewestRows)
    return undefined
  const ways = rows.map(({ count, money }) => {
    const { value, unit } = count.figure.quantity
    const times = value.times(unit.scale === '万' ? 10_000 : 1)
    return divideIntervals(intervalOf(money.figure.quantity), { low: times, high: times })
  })
  if (ways.some((way) => way === undefined)) return undefined
  const known = ways as Interval[]
  const low = known.reduce((most, way) => (way.low.gt(most) ? way.low : most), new Big('-1e30'))
  const high = known.reduce((least, way) => (way.high.lt(least) ? way.high : least), new Big('1e30'))
  return low.lte(high) && low.gt(0) ? { low, high } : undefined
}
