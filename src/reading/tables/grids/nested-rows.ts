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
  const numbers = rows.map(({ figure }) => figure)
  const sets = readOn({ total, numbers }, 0, [])
  if (!sets || (sets.length === 1 && sets[0]!.length === rows.length)) return undefined
  return sets.map((set) => set.map((at) => rows[at]!.at))
}

type Listed = { readonly total: Figure; readonly numbers: readonly Figure[] }

/** How the rows from `from` on make the total, those in `taken` being counted already; once made, they may make it anew. */
function readOn(listed: Listed, from: number, taken: readonly number[]): number[][] | undefined {
  const { total, numbers } = listed
  const counted = taken.map((at) => numbers[at]!)
  if (taken.length >= 2 && fits(total, counted)) {
    const again = from === numbers.length ? [] : readOn(listed, from, [])
    if (again) return [[...taken], ...again]
  }
  const row = numbers[from]
  if (!row) return undefined
  // A row that is the sum of those counted before it repeats them.
  const repeated =
    taken.length >= 2 && fits(row, counted)
      ? (readOn(listed, from + 1, [from]) ?? readOn(listed, from + 1, taken))
      : undefined
  return repeated ?? readBelow(listed, from, taken) ?? readOn(listed, from + 1, [...taken, from])
}

/** The row at `from` counted, and those right below it that are its parts passed over. */
function readBelow(listed: Listed, from: number, taken: readonly number[]): number[][] | undefined {
  const { numbers } = listed
  for (let to = from + 3; to <= numbers.length; to++) {
    if (!fits(numbers[from]!, numbers.slice(from + 1, to))) continue
    const below = readOn(listed, to, [...taken, from])
    if (below) return below
  }
  return undefined
}

function fits(whole: Figure, parts: readonly Figure[]): boolean {
  if (whole.quantity.value.eq(0)) return false
  return fitOf(whole.quantity, addIntervals(parts.map(({ quantity }) => intervalOf(quantity)))) !== 'off'
}
