const size = 5

/** The set of runs of five signs in a text. */
export function shingles(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at + size <= text.length; at++) found.add(text.slice(at, at + size))
  return found
}

/** The Jaccard index of two sets: 1 where they are equal, 0 where they share nothing. */
export function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 && right.size === 0) return 0
  let both = 0
  for (const gram of left) if (right.has(gram)) both++
  return both / (left.size + right.size - both)
}
