const size = 5

/** The set of runs of five signs in a text. */
export function shingles(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at + size <= text.length; at++) found.add(text.slice(at, at + size))
  return found
}

/**
 * Whether two texts may have shingles as alike as that: of one text's no more than the rest may be missing in the other.
 * The other is searched for them, which ends soon where the texts are unlike; sets need not be made of them.
 */
export function mayBeAlike(left: string, right: string, least: number): boolean {
  const most = (1 - least) * (left.length - size + 1) + 1e-9
  const missing = new Set<string>()
  for (let at = 0; at + size <= left.length; at++) {
    const gram = left.slice(at, at + size)
    if (!right.includes(gram) && missing.add(gram).size > most) return false
  }
  return true
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
