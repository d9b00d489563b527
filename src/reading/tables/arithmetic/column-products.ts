import type { Claim } from '#domain/claim.ts'
import { fitOf, multiplyIntervals } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import type { Body, Line } from '../grids/body.ts'
import type { Column } from '../grids/columns.ts'
import { bareLabel } from '../grids/labels.ts'
import type { Sheet } from '../grids/sheet.ts'
import { priceUnit } from '../grids/unit-in-text.ts'

type Product = { readonly line: Line; readonly price: Figure; readonly count: Figure; readonly amount: Figure }

const fewest = 2

/**
 * 补助标准 or 单价 × 数量 = 金额, where most rows follow it; the 合计 row is no product. Each price column (预算单价, 中标单价)
 * goes with the amounts it fits best.
 */
export function columnProducts(sheet: Sheet, body: Body): Claim[] {
  const prices = body.columns.filter((column) => column.role === 'plain' && /标准|单价/.test(column.path.at(-1) ?? ''))
  const numbers = body.columns.filter((column) => column.role === 'amount')
  const counts = numbers.filter((column) => column.unit?.kind !== 'money' && column.unit?.name !== '分')
  return prices.flatMap((price) => {
    const amounts = numbers.filter(
      (column) =>
        column.index > price.index &&
        /额|资金|经费|小计|总价|合计|预算|合价|补助|补贴|奖励/.test(column.path.at(-1) ?? ''),
    )
    const ways = amounts.flatMap((amount) =>
      counts
        .filter((count) => count !== amount && count.index < amount.index)
        .map((count) => judge(sheet, price, count, amount, productsOf(sheet, body, price, count, amount))),
    )
    return ways.toSorted((left, right) => right.length - left.length)[0] ?? []
  })
}

function productsOf(sheet: Sheet, body: Body, price: Column, count: Column, amount: Column): Product[] {
  const unit = priceUnit(price.path.at(-1) ?? '') ?? amount.unit
  return body.lines.flatMap((line) => {
    const figure = sheet.figure(line.slot(price), unit)
    const times = wholeThings(line.figure(count))
    const result = line.figure(amount)
    return line.total || !figure || !times || !result ? [] : [{ line, price: figure, count: times, amount: result }]
  })
}

function judge(sheet: Sheet, price: Column, count: Column, amount: Column, products: readonly Product[]): Claim[] {
  const fits = (each: Product) =>
    fitOf(each.amount.quantity, multiplyIntervals(intervalOf(each.price.quantity), intervalOf(each.count.quantity))) !==
    'off'
  const holds = products.filter(fits).length
  if (holds < fewest || (products.length - holds) * 3 > Math.max(3, holds)) return []
  const head = (column: Column) => bareLabel(column.path.at(-1) ?? '')
  return products.map((each) => ({
    rule: 'table.product',
    form: {
      is: 'product',
      result: { name: `${each.line.text}${head(amount)}`, figure: each.amount },
      factors: [
        { name: head(price), figure: each.price },
        { name: head(count), figure: each.count },
      ],
    },
    certain: true,
    quote: sheet.quote(each.line.label),
  }))
}

/** A bare whole number under 数量 counts things: it is exact. */
function wholeThings(figure: Figure | undefined): Figure | undefined {
  if (!figure || figure.quantity.unit.kind !== 'none' || figure.quantity.decimals > 0) return figure
  return { ...figure, quantity: { ...figure.quantity, unit: { kind: 'count', name: '', scale: '' } } }
}
