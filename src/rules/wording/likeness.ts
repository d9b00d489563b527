const size = 5

/** The set of runs of five signs in a text. */
export function shingles(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at + size <= text.length; at++) found.add(text.slice(at, at + size))
  return found
}

/** Whether the Jaccard index of two sets is at least `least`; given up as soon as too few are shared to reach it. */
export function areAlike(left: ReadonlySet<string>, right: ReadonlySet<string>, least: number): boolean {
  const needed = Math.floor((least * (left.size + right.size)) / (1 + least))
  let missing = 0
  for (const gram of left) {
    if (right.has(gram)) continue
    missing++
    if (left.size - missing < needed) return false
  }
  return likeness(left, right) >= least
}

/** The Jaccard index of two sets: 1 where they are equal, 0 where they share nothing. */
export function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 && right.size === 0) return 0
  let both = 0
  for (const gram of left) if (right.has(gram)) both++
  return both / (left.size + right.size - both)
}
