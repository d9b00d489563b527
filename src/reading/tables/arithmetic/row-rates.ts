import type { Claim, Term } from '#domain/claim.ts'
import { divideIntervals, fitOf } from '#domain/arithmetic.ts'
import { intervalOf } from '#domain/quantity.ts'
import type { Figure } from '#domain/fact.ts'
import { percent, points } from '#domain/unit.ts'
import type { Body, Line } from '../grids/body.ts'
import type { Column } from '../grids/columns.ts'
import { rateUnit } from '../grids/rate-unit.ts'
import type { Sheet } from '../grids/sheet.ts'

export const rateLabel = /(?:率|占比|比重|比例)(?:[（(]%[）)])?$/

type Ratio = { readonly rate: Term; readonly top: Term; readonly bottom: Term }

/**
 * A row of rates under the rows they are made of (权重, 得分, 得分率): the one pair of rows that most columns follow.
 * Two columns at least have to show a rate other than 100 %.
 */
export function rowRates(sheet: Sheet, body: Body): Claim[] {
  const amounts = body.lines.filter((line) => !rateLabel.test(line.text))
  return body.lines
    .filter((line) => rateLabel.test(line.text))
    .flatMap((rate) => {
      const choices = amounts.flatMap((top) =>
        amounts.filter((bottom) => bottom !== top).map((bottom) => ratiosOf(sheet, body, rate, top, bottom)),
      )
      const best = choices.toSorted((left, right) => telling(right) - telling(left))[0]
      if (!best || telling(best) < 2 || (best.length - best.filter(fits).length) * 3 > best.length) return []
      return best.map(({ rate: term, top, bottom }): Claim => ({
        rule: 'table.rate',
        form: { is: 'ratio', rate: term, numerator: top, denominator: bottom },
        certain: true,
        quote: sheet.quote(rate.label),
      }))
    })
}

function ratiosOf(sheet: Sheet, body: Body, rate: Line, top: Line, bottom: Line): Ratio[] {
  return body.columns.flatMap((column) => {
    // By how many points a rate changed is no rate of what the amounts changed by.
    if (/增减|升降|变动|变化|相差|差额/.test(column.path.join(''))) return []
    const slot = rate.slot(column)
    const [above, below] = [asPoints(top, column), asPoints(bottom, column)]
    if (!slot?.number || !above || !below || below.quantity.value.eq(0)) return []
    const figure = rate.figure(column) ?? sheet.figure(slot, rateUnit(slot.number, above, below) ?? percent)
    const head = column.path.at(-1) ?? ''
    return figure
      ? [
          {
            rate: { name: `${head}${rate.text}`, figure },
            top: { name: `${head}${top.text}`, figure: above },
            bottom: { name: `${head}${bottom.text}`, figure: below },
          },
        ]
      : []
  })
}

/** Points without a printed unit are points: a weight of 15 is 15, not some 15. */
function asPoints(line: Line, column: Column): Figure | undefined {
  const figure = line.figure(column)
  if (!figure || figure.quantity.unit.kind !== 'none' || !/分|权重/.test(line.text)) return figure
  return { ...figure, quantity: { ...figure.quantity, unit: points } }
}

function fits({ rate, top, bottom }: Ratio): boolean {
  const quotient = divideIntervals(intervalOf(top.figure.quantity), intervalOf(bottom.figure.quantity))
  return quotient !== undefined && fitOf(rate.figure.quantity, quotient) !== 'off'
}

function telling(ratios: readonly Ratio[]): number {
  return ratios.filter((each) => fits(each) && !each.rate.figure.quantity.value.eq(100)).length
}
