import { onceFor } from '#domain/once-for.ts'
import { isAmount } from '../rates/rate-pairs.ts'
import { type Spot, alike, isClose } from './number-line.ts'

/** So many items of a list are tried at most. */
const longest = 10
/** 「受理2416件，比上年多120件，其中投诉1893件、举报523件」: numbers between a whole and its list. */
const between = 2

/**
 * What the lists of a line's sentences add up to: each item's whole, which its sentence tells before the list or right
 * behind it.
 */
export const listWholes = onceFor((line: readonly Spot[]): ReadonlyMap<Spot, Spot> => {
  const wholes = new Map<Spot, Spot>()
  for (const own of Map.groupBy(line.filter(isItem), ({ sentence }) => sentence).values()) {
    if (own.length < 3) continue
    for (const whole of own) {
      const like = own.filter((each) => each === whole || alike(each, whole))
      const at = like.indexOf(whole)
      const starts = Array.from({ length: between + 1 }, (_, more) => at + 1 + more)
      const parts =
        firstRun(
          starts.flatMap((from) => runsFrom(like, from)),
          whole,
        ) ?? firstRun(runsBefore(like, at), whole)
      for (const part of parts ?? []) if (!wholes.has(part)) wholes.set(part, whole)
    }
  }
  return wholes
})

function isItem({ mention, value }: Spot): boolean {
  const { unit, looseness } = mention.figure.quantity
  return value > 0 && looseness === 'exact' && !/share|points|none|time/.test(unit.kind) && isAmount(mention)
}

function runsFrom(like: readonly Spot[], from: number): Spot[][] {
  const most = Math.min(longest, like.length - from)
  return Array.from({ length: Math.max(0, most - 1) }, (_, more) => like.slice(from, from + more + 2))
}

function runsBefore(like: readonly Spot[], at: number): Spot[][] {
  return Array.from({ length: Math.max(0, Math.min(longest, at) - 1) }, (_, more) => like.slice(at - more - 2, at))
}

function firstRun(runs: readonly (readonly Spot[])[], whole: Spot): readonly Spot[] | undefined {
  return runs.find((parts) => {
    let left = whole.value
    for (const { value } of parts) left -= value
    return isClose(left, [whole, ...parts])
  })
}
