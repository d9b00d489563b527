import { Big } from 'big.js'
import { addIntervals, meets, multiplyIntervals } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import { priceInterval } from '#domain/price-interval.ts'
import { type Interval, baseValue, intervalOf, timesOf } from '#domain/quantity.ts'
import type { Verdict } from '../rule.ts'
import { contradiction, holds } from './contradiction.ts'
import { timesText } from './judge-simple.ts'
import { asPrinted, named, printed } from './print.ts'

/** The prices of several groups times how many there are, added up, against the printed total. */
export function judgePriced(claim: Claim, form: Extract<ClaimForm, { is: 'priced' }>): Verdict {
  const { total, groups, often, times = 1, timesUnit } = form
  const terms = [total, ...groups.flatMap(({ price, count }) => [price, count]), ...(often ? [often] : [])]
  const factor = often ? timesOf(often.figure.quantity) : { low: new Big(times), high: new Big(times) }
  const made = multiplyIntervals(
    addIntervals(
      groups.map(({ price, count }) =>
        multiplyIntervals(priceInterval(price.name, price.figure.quantity), timesOf(count.figure.quantity)),
      ),
    ),
    factor,
  )
  if (meets(intervalOf(total.figure.quantity), made)) return holds(terms)
  const value = groups
    .reduce((all, { price, count }) => all.plus(baseValue(price.figure.quantity).times(middle(count))), new Big(0))
    .times(often ? middle(often) : times)
  const { unit } = total.figure.quantity
  const said = asPrinted([total], unit, 2).withUnit(value)
  const sum = groups.map(({ price, count }) => `${printed(price)} × ${printed(count)}`).join(' + ')
  const factors = often ? printed(often) : times === 1 ? '' : timesText(times, timesUnit)
  return contradiction(claim, {
    message: `“${named(total)}”与各组单价乘数量之和${said}不一致`,
    expression: `${factors ? `(${sum}) × ${factors}` : sum} = ${said} ≠ ${printed(total)}`,
    difference: value.minus(baseValue(total.figure.quantity)).abs(),
    unit,
    terms,
  })
}

function middle({ figure }: Term): Big {
  const { low, high }: Interval = timesOf(figure.quantity)
  return low.plus(high).div(2)
}
