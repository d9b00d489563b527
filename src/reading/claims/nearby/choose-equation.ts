import type { Claim } from '#domain/claim.ts'

/**
 * What numbers standing near each other may be to one another.
 *
 * fits     whether they are, by the printed intervals
 * slip     whether they would be, were one of them corrected by one slip of the pen
 * chance   how likely a slip away is by mere coincidence
 */
export type Equation = {
  readonly fits: () => boolean
  readonly slip: () => boolean
  readonly chance: number
  readonly claim: (certain: boolean) => Claim | undefined
}

/** What a reading bound by arithmetic alone may rest on coincidence. */
const mostChance = 0.04

/**
 * The equation that holds, else the one that was meant: the first in order that is one slip away, as long as all that
 * were tried are not likely to meet one by coincidence. None where nothing is near: numbers stand together for many reasons.
 */
export function chooseEquation(equations: readonly Equation[], onlyFitting = false): Claim | undefined {
  const fitting = equations.find((each) => each.fits())
  if (fitting) return fitting.claim(true)
  if (onlyFitting) return undefined
  let chance = 0
  // What coincidence alone would often make is not tried.
  for (const each of equations.filter((one) => one.chance <= mostChance)) {
    chance += each.chance
    if (chance > mostChance) return undefined
    if (each.slip()) return each.claim(false)
  }
  return undefined
}
