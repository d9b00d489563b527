/** A seeded source of choices: the same seed always makes the same report. */
export type Random = {
  /** A fraction in [0, 1). */
  next(): number
  /** A whole number in [low, high]. */
  int(low: number, high: number): number
  /** One of the values given. */
  pick<T>(values: readonly T[]): T
  /** True with the probability given. */
  chance(probability: number): boolean
  /** `count` different values, in their original order. */
  some<T>(values: readonly T[], count: number): T[]
  /** All values in another order. */
  shuffled<T>(values: readonly T[]): T[]
}

/** mulberry32: small, fast, and the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(values: readonly T[]): T => values[int(0, values.length - 1)]!
  const chance = (probability: number): boolean => next() < probability
  const some = <T>(values: readonly T[], count: number): T[] => {
    const ranks = values.map((value, index) => ({ value, index, rank: next() }))
    const chosen = ranks.toSorted((left, right) => left.rank - right.rank).slice(0, count)
    return chosen.toSorted((left, right) => left.index - right.index).map(({ value }) => value)
  }
  const shuffled = <T>(values: readonly T[]): T[] =>
    values
      .map((value) => ({ value, rank: next() }))
      .toSorted((left, right) => left.rank - right.rank)
      .map(({ value }) => value)
  return { next, int, pick, chance, some, shuffled }
}
