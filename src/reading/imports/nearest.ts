const least = 2

/**
 * The candidates most like a text, nearest first, at most three: by the edits that lead from one to the other
 * (Levenshtein), and no more than a third of its signs, but two are always allowed.
 */
export function nearest<T>(text: string, candidates: Iterable<T>, spoken: (candidate: T) => string): T[] {
  const bound = Math.max(least, Math.floor(text.length / 3))
  const found: { candidate: T; distance: number }[] = []
  for (const candidate of candidates) {
    const distance = editDistance(text, spoken(candidate), bound)
    if (distance <= bound) found.push({ candidate, distance })
  }
  return found
    .toSorted((left, right) => left.distance - right.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** How many signs must be put in, taken out or changed to turn one text into the other; gives up beyond `bound`. */
export function editDistance(left: string, right: string, bound = Infinity): number {
  if (Math.abs(left.length - right.length) > bound) return bound + 1
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let at = 1; at <= left.length; at++) {
    const next = [at]
    for (let index = 1; index <= right.length; index++) {
      const same = left[at - 1] === right[index - 1] ? 0 : 1
      next.push(Math.min(row[index]! + 1, next[index - 1]! + 1, row[index - 1]! + same))
    }
    if (Math.min(...next) > bound) return bound + 1
    row = next
  }
  return row[right.length]!
}
