import { Big } from 'big.js'
import { divide, fitsRatio } from './arithmetic.ts'
import type { ClaimForm, Term } from './claim.ts'
import { type Quantity, baseValue, intervalOf } from './quantity.ts'
import { isSlip } from './slip.ts'

/** A rate this near to what its terms give was hardly bound to the wrong ones. */
const near = '0.03'

/** A rate and the two numbers it was reckoned from. */
type Ratio = Pick<Extract<ClaimForm, { is: 'ratio' }>, 'rate' | 'numerator' | 'denominator'>

/** Whether a rate is near to what its terms give, or one slip of one of the three away. */
export function isSlippedRate({ rate, numerator, denominator }: Ratio, slips: Slips = slipsOf): boolean {
  const [top, bottom] = [baseValue(numerator.figure.quantity), baseValue(denominator.figure.quantity)]
  if (bottom.lte(0)) return true
  const { quantity, printed } = rate.figure
  const computed = divide(top, bottom)
  if (computed.minus(baseValue(quantity)).abs().lte(near)) return true
  if (isSlip(computed.times(100).toFixed(quantity.decimals), printed)) return true
  return (
    isSlipOf(numerator, slips, (changed) =>
      fitsRatio(quantity, intervalOf(changed), intervalOf(denominator.figure.quantity)),
    ) ||
    isSlipOf(denominator, slips, (changed) =>
      fitsRatio(quantity, intervalOf(numerator.figure.quantity), intervalOf(changed)),
    )
  )
}

/** Whether one digit of the term changed, two swapped or the point moved makes it fit. */
function isSlipOf({ figure }: Term, slipsOf: Slips, fits: (changed: Quantity) => boolean): boolean {
  const { quantity, printed } = figure
  return slipsOf(printed).some((digits) => fits({ ...quantity, value: new Big(digits) }))
}

type Slips = (printed: string) => string[]

/** What one slip makes of a number, a digit left out and 元 for 万元 included: many enough to meet a rate by chance. */
export function allSlipsOf(printed: string): string[] {
  const added = Array.from({ length: printed.length + 1 }, (_, at) =>
    [...'0123456789'].map((digit) => printed.slice(0, at) + digit + printed.slice(at)),
  ).flat()
  const value = new Big(printed)
  return [...slipsOf(printed), ...added, value.times(10_000).toFixed(), value.div(10_000).toFixed()]
}

/** What one digit changed, two swapped or the point moved make of a number. */
export function slipsOf(printed: string): string[] {
  const signs = [...printed]
  const slips: string[] = []
  signs.forEach((sign, at) => {
    if (!/\d/.test(sign)) return
    for (let digit = 0; digit < 10; digit++)
      if (String(digit) !== sign) slips.push([...signs.slice(0, at), digit, ...signs.slice(at + 1)].join(''))
    const next = signs[at + 1]
    if (next && next !== sign && /\d/.test(next))
      slips.push([...signs.slice(0, at), next, sign, ...signs.slice(at + 2)].join(''))
  })
  const value = new Big(printed)
  return [...slips, value.times(10).toFixed(), value.div(10).toFixed()].filter((each) => !/^-?\.|\.$/.test(each))
}
