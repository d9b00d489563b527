import type { Figure } from '#domain/fact.ts'
import { addIntervals, fitOf } from '#domain/arithmetic.ts'
import { intervalOf } from '#domain/quantity.ts'

/** More rows than this have too many ways to add up. */
const most = 40

/**
 * The rows that make a total where some of them only take others apart or repeat them: rows below one that is their sum,
 * a row that is the sum of those above it, or a second set of rows that makes the total anew (按对象, 按方式). Undefined
 * where no such reading adds up, or where every row is needed, so that there is nothing nested.
 *
 * figures   the numbers of the rows in order; a row without one has no say
 * returns   the sets of rows, by index, that each make the total; most tables have one
 */
export function nestedRows(total: Figure, figures: readonly (Figure | undefined)[]): number[][] | undefined {
  const rows = figures.flatMap((figure, at) => (figure ? [{ figure, at }] : []))
  if (rows.length < 3 || rows.length > most) return undefined
  const adds = (whole: Figure, from: number, to: number) =>
    fits(
      whole,
      rows.slice(from, to).map(({ figure }) => figure),
    )

  /** How the rows from `from` on make the total anew, those in `taken` being counted already. */
  const read = (from: number, taken: readonly number[]): number[][] | undefined => {
    if (
      taken.length >= 2 &&
      fits(
        total,
        taken.map((at) => rows[at]!.figure),
      )
    ) {
      if (from === rows.length) return [[...taken]]
      const again = read(from, [])
      if (again) return [[...taken], ...again]
    }
    const row = rows[from]
    if (!row) return undefined
    // A row that is the sum of those counted before it repeats them.
    if (
      taken.length >= 2 &&
      fits(
        row.figure,
        taken.map((at) => rows[at]!.figure),
      )
    ) {
      const repeated = read(from + 1, [from]) ?? read(from + 1, taken)
      if (repeated) return repeated
    }
    for (let to = from + 3; to <= rows.length; to++) {
      if (!adds(row.figure, from + 1, to)) continue
      const below = read(to, [...taken, from])
      if (below) return below
    }
    return read(from + 1, [...taken, from])
  }
  const sets = read(0, [])
  const used = new Set(sets?.flat())
  return sets && (sets.length > 1 || used.size < rows.length)
    ? sets.map((set) => set.map((at) => rows[at]!.at))
    : undefined
}

function fits(whole: Figure, parts: readonly Figure[]): boolean {
  if (whole.quantity.value.eq(0)) return false
  return fitOf(whole.quantity, addIntervals(parts.map(({ quantity }) => intervalOf(quantity)))) !== 'off'
}
