import type { Cell, Crossing, Series } from './series.ts'
import { type Outcome, type Vote, count, digitsOf } from './vote.ts'

/**
 * rate = (what is added − what is taken off) ÷ base, for every row but one at most. `whole`: the row all of whose base it is of;
 * `isExact`: terms without decimals were not rounded.
 */
export type Rate = Outcome & {
  readonly rate: Series
  readonly tops: readonly Series[]
  readonly less?: Series
  readonly base: Series
  readonly whole?: number
  readonly isExact: boolean
}

const plainly = 2.5

/** Rates of change between two series (节约率, 去除率, 偏离度), and of two or three that stand together (满意 and 基本满意). */
export function ratesIn(crossing: Crossing): Rate[] {
  const { series } = crossing
  return series
    .filter(({ isRate }) => isRate)
    .flatMap((rate) => {
      const amounts = series.filter((each) => !each.isRate)
      return [
        ...changesOf(crossing, rate, amounts),
        ...sharesOf(crossing, rate, amounts),
        ...partsOf(crossing, rate, amounts),
      ]
    })
}

function changesOf({ samples }: Crossing, rate: Series, amounts: readonly Series[]): Rate[] {
  return amounts.flatMap((base) =>
    amounts.flatMap((other) => {
      if (other === base) return []
      return [
        { rate, tops: [other], less: base, base },
        { rate, tops: [base], less: other, base },
      ].flatMap((way) => tried(way, samples.length, amounts.length ** 2))
    }),
  )
}

function sharesOf({ samples }: Crossing, rate: Series, amounts: readonly Series[]): Rate[] {
  return amounts.flatMap((_, from) =>
    [2, 3].flatMap((many) => {
      const tops = amounts.slice(from, from + many)
      if (tops.length < many) return []
      return amounts
        .filter((base) => !tops.includes(base))
        .flatMap((base) => tried({ rate, tops, base }, samples.length, amounts.length ** 2))
    }),
  )
}

/** What each row is of the only one that gathers them. */
function partsOf({ samples }: Crossing, rate: Series, amounts: readonly Series[]): Rate[] {
  const gathers = samples.flatMap((sample, at) => (sample.gathers ? [at] : []))
  const [whole] = gathers
  if (whole === undefined || gathers.length > 1) return []
  return amounts.flatMap((base) => tried({ rate, tops: [base], base, whole }, samples.length, amounts.length ** 2))
}

type Way = Pick<Rate, 'rate' | 'tops' | 'less' | 'base' | 'whole'>

function tried(way: Way, samples: number, many: number): Rate[] {
  if (!isAlike([...way.tops, way.base])) return []
  for (const isExact of [true, false]) {
    const outcome = count(samples, many, (at) => voteOn(way, at, isExact))
    if (outcome) return [{ ...way, ...outcome, isExact }]
  }
  return []
}

/** What is added up or taken off counts the same. */
function isAlike(some: readonly Series[]): boolean {
  return new Set(some.map(({ kind }) => kind)).size === 1
}

function voteOn({ rate, tops, less, base, whole }: Way, at: number, isExact: boolean): Vote | undefined {
  const [own, bottom, off] = [rate.cells[at], base.cells[whole ?? at], less?.cells[at]]
  if (at === whole || !own || !bottom || bottom.value <= 0 || (less && !off)) return undefined
  let [made, slack] = [0, 0]
  for (const top of tops) {
    const cell = top.cells[at]
    if (!cell) return undefined
    made += cell.value
    slack += roundedBy(cell, isExact)
  }
  if (off) [made, slack] = [made - off.value, slack + roundedBy(off, isExact)]
  const share = shareOf(own)
  const told = share.value * bottom.value
  slack +=
    share.half * bottom.value + Math.abs(share.value) * roundedBy(bottom, isExact) + Math.abs(bottom.value) * 1e-9
  const gap = Math.abs(told - made)
  return { fits: gap <= slack, plain: gap > slack * plainly, digits: told === 0 ? 0 : digitsOf(slack, told) }
}

function roundedBy({ half, isWhole }: Cell, isExact: boolean): number {
  return isExact && isWhole ? 0 : half
}

/** A bare rate is in hundredths. */
function shareOf({ value, half, unit }: Cell): { readonly value: number; readonly half: number } {
  return unit.kind === 'share' ? { value, half } : { value: value / 100, half: half / 100 }
}
