import type { Cell, Crossing, Series } from './series.ts'
import { type Outcome, type Vote, count, digitsOf, isRound } from './vote.ts'

/** whole = one × other × times, for every row but one at most. `isExact`: factors without decimals were not rounded. */
export type Product = Outcome & {
  readonly whole: Series
  readonly factors: readonly [Series, Series]
  readonly times: number
  readonly isExact: boolean
}

/** Beyond rounding by this much of it a row does not follow. */
const plainly = 2.5

/** Every series that is the product of two others, whatever their heads say; 万, 千 and 12 months may be left out. */
export function productsIn({ series, samples }: Crossing): Product[] {
  return series.flatMap((whole) => {
    const others = series.filter((each) => each !== whole)
    return others.flatMap((one, at) =>
      others.slice(at + 1).flatMap((other) => {
        const found = productOf(whole, one, other, samples, series.length ** 3 / 2)
        return found ? [found] : []
      }),
    )
  })
}

function productOf(
  whole: Series,
  one: Series,
  other: Series,
  samples: Crossing['samples'],
  many: number,
): Product | undefined {
  for (const months of monthsIn(whole, one, other)) {
    for (const power of powersOf(whole, one, other, samples.length, months)) {
      const times = months * 10 ** power
      for (const isExact of [true, false]) {
        // A price of the whole is a mean.
        const outcome = count(samples.length, many, (at) =>
          voteOn(whole.cells[at], one.cells[at], other.cells[at], times, isExact && !samples[at]!.gathers),
        )
        if (outcome) return { ...outcome, whole, factors: [one, other], times, isExact }
      }
    }
  }
  return undefined
}

/** 「元/人·月」 over a year, 「吨/日」. */
function monthsIn(...series: readonly Series[]): number[] {
  const heads = series.map(({ head }) => head).join(' ')
  return [1, ...(/月/.test(heads) ? [12] : []), ...(/[/／·每](?:日|天)/.test(heads) ? [365] : [])]
}

/** The powers of ten of the first two rows: one of them may be the odd one. */
function powersOf(whole: Series, one: Series, other: Series, samples: number, months: number): Set<number> {
  const powers: number[] = []
  for (let at = 0; at < samples && powers.length < 2; at++) {
    const [a, b, c] = [whole.cells[at], one.cells[at], other.cells[at]]
    if (a && b && c && a.value > 0 && b.value > 0 && c.value > 0)
      powers.push(Math.round(Math.log10(a.value / (b.value * c.value * months))))
  }
  return new Set(powers.filter((power) => Math.abs(power) <= 8))
}

function voteOn(
  whole: Cell | undefined,
  one: Cell | undefined,
  other: Cell | undefined,
  times: number,
  isExact: boolean,
): Vote | undefined {
  if (!whole || !one || !other || whole.value <= 0 || one.value <= 0 || other.value <= 0) return undefined
  const made = one.value * other.value * times
  const off = Math.abs(whole.value - made)
  const slack = whole.half + made * (roundedBy(one, isExact) + roundedBy(other, isExact) + 1e-9)
  const trivial = isRound(one) || isRound(other)
  return {
    fits: off <= slack,
    plain: off > slack * plainly,
    digits: trivial ? 0 : digitsOf(Math.max(slack, whole.step), made),
  }
}

function roundedBy({ value, half, isWhole }: Cell, isExact: boolean): number {
  return isExact && isWhole ? 0 : half / value
}

/** Whether an odd row follows the relation the other way round: less is better there. */
export function isTurned({ whole, factors: [one, other], odd }: Product): boolean {
  const [a, b, c] = [whole, one, other].map(({ cells }) => (odd === undefined ? undefined : cells[odd]))
  if (!a || !b || !c) return true
  return [
    [b, a, c],
    [c, a, b],
  ].some(([x, y, z]) => {
    const log = Math.log10(x!.value / (y!.value * z!.value))
    return Math.abs(log - Math.round(log)) < 0.001
  })
}
