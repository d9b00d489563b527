import { Big } from 'big.js'

/** A sum of very many decimals. */
export type RunningSum = { add(value: Big): void; value(): Big }

/** Below this, hundredths are added exactly as whole numbers. */
const safe = 2 ** 52
const mostDigits = 15

/**
 * Adds up exactly. Most values are money to the fen: as whole numbers of hundredths they are added without making a
 * decimal each time; what has more places, or too many digits, is added as a decimal.
 */
export function runningSum(): RunningSum {
  let sum = new Big(0)
  let hundredths = 0
  const gather = () => {
    sum = sum.plus(new Big(hundredths).div(100))
    hundredths = 0
  }
  return {
    add(value) {
      const small = hundredthsOf(value)
      if (small === undefined) sum = sum.plus(value)
      else hundredths += small
      if (Math.abs(hundredths) > safe) gather()
    },
    value() {
      gather()
      return sum
    },
  }
}

/** A decimal as a whole number of hundredths, or undefined where it is none or is too long for that. */
function hundredthsOf({ s, e, c }: Big): number | undefined {
  const zeros = e + 3 - c.length
  if (zeros < 0 || e + 3 > mostDigits) return undefined
  let whole = 0
  for (let index = 0; index < c.length; index++) whole = whole * 10 + c[index]!
  for (let index = 0; index < zeros; index++) whole *= 10
  return s * whole
}
