import type { Cell, Crossing, Series } from './series.ts'
import { type Outcome, type Vote, count, digitsOf } from './vote.ts'

/** whole = Σ parts, or their mean, for every row but one at most. */
export type Sum = Outcome & { readonly whole: Series; readonly parts: readonly Series[]; readonly isMean: boolean }

const mostParts = 12
const plainly = 2.5

/** Series that are the sum of two others, or the sum or the mean of a run of series that stand together. */
export function sumsIn({ series, samples, isAcross }: Crossing): Sum[] {
  return series.flatMap((whole) => {
    const others = series.filter((each) => each !== whole)
    const pairs = others.flatMap((one, at) => others.slice(at + 1).map((other) => [one, other]))
    return [...pairs, ...runsWithout(series, whole)].flatMap((parts) => {
      if (!isOneKind([whole, ...parts])) return []
      const many = isToldBy(parts) ? told : whole.gathers ? series.length : series.length ** 3
      return [false, ...(/均/.test(whole.head) ? [true] : [])].flatMap((isMean) => {
        const outcome = count(samples.length, many, (at) => voteOn(whole.cells[at], parts, at, isMean, isAcross))
        return outcome ? [{ ...outcome, whole, parts, isMean }] : []
      })
    })
  })
}

/** What a head itself says of its numbers needs little to bear it out. */
const told = 0.001

/** 「扣分」 beside 「分值」 and 「得分」. */
function isToldBy(parts: readonly Series[]): boolean {
  return (
    parts.length === 2 &&
    parts.some(({ name }) => /^(?:扣|失)分$/.test(name)) &&
    parts.some(({ name }) => /得分|评分/.test(name))
  )
}

/** Series that stand together, three at least, on one side of another. */
function runsWithout(series: readonly Series[], whole: Series): Series[][] {
  const at = series.indexOf(whole)
  return [series.slice(0, at), series.slice(at + 1)].flatMap((side) =>
    side.flatMap((_, from) =>
      Array.from({ length: Math.max(0, Math.min(mostParts, side.length - from) - 2) }, (__, more) =>
        side.slice(from, from + 3 + more),
      ),
    ),
  )
}

/** What is added up counts the same, as far as its heads say, and is no rate. */
function isOneKind(some: readonly Series[]): boolean {
  if (some.some(({ isRate, kind }) => isRate || kind === 'share')) return false
  return new Set(some.map(({ kind }) => (kind === 'none' ? 'score' : kind))).size === 1
}

function voteOn(
  whole: Cell | undefined,
  parts: readonly Series[],
  at: number,
  isMean: boolean,
  isAcross: boolean,
): Vote | undefined {
  if (!whole) return undefined
  let [sum, slack, least, most, finest, isSigned] = [0, 0, Math.abs(whole.value), 0, whole.step, false]
  for (const { cells } of parts) {
    const cell = cells[at]
    if (!cell || cell.unit.kind === 'share') return undefined
    sum += cell.value
    slack += cell.half
    least = Math.min(least, Math.abs(cell.value))
    most = Math.max(most, Math.abs(cell.value))
    finest = Math.min(finest, cell.step)
    isSigned ||= cell.value < 0
  }
  // What is less than one of its parts is their mean, or the rate of the whole.
  if (!isMean && (isAcross || !isSigned) && Math.abs(whole.value) < most) return undefined
  const made = isMean ? sum / parts.length : sum
  const room = (isMean ? whole.step + slack / parts.length : whole.half + slack) + Math.abs(made) * 1e-9
  const off = Math.abs(whole.value - made)
  const isFlat = isMean && most === whole.value
  return {
    fits: off <= room,
    plain: off > room * plainly,
    digits:
      least === 0 || isFlat
        ? 0
        : digitsOf(
            Math.max(room, isMean ? whole.step : finest),
            isMean ? least : Math.max(Math.abs(whole.value) - most, least),
          ),
  }
}
