import type { Claim } from '#domain/claim.ts'
import { fitOf, multiplyIntervals } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import type { Body, Column, Line } from './body.ts'
import { bareLabel } from './labels.ts'
import type { Sheet } from './sheet.ts'
import { priceUnit } from './unit-in-text.ts'

type Product = { readonly line: Line; readonly price: Figure; readonly count: Figure; readonly amount: Figure }

const fewest = 2

/** 补助标准 or 单价 × 数量 = 金额, where most rows follow it; the 合计 row is no product. */
export function columnProducts(sheet: Sheet, body: Body): Claim[] {
  const price = body.columns.find((column) => column.role === 'plain' && /标准|单价/.test(column.path.at(-1) ?? ''))
  if (!price) return []
  const numbers = body.columns.filter((column) => column.role === 'amount')
  const amount = numbers.find(
    (column) => column.index > price.index && /金额|资金|经费|小计|总价|合计/.test(column.path.at(-1) ?? ''),
  )
  if (!amount) return []
  const counts = numbers.filter(
    (column) => column !== amount && column.index < amount.index && column.unit?.kind !== 'money',
  )
  const ways = counts.map((count) => judge(sheet, price, count, amount, productsOf(sheet, body, price, count, amount)))
  return ways.find((claims) => claims.length > 0) ?? []
}

function productsOf(sheet: Sheet, body: Body, price: Column, count: Column, amount: Column): Product[] {
  const unit = priceUnit(price.path.at(-1) ?? '') ?? amount.unit
  return body.lines.flatMap((line) => {
    const figure = sheet.figure(line.slot(price), unit)
    const times = line.figure(count)
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
