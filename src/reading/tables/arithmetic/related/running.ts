import type { Cell, Crossing, Series } from './series.ts'
import { digitsOf } from './vote.ts'

/** A running total, and where it does not go on as everywhere else. */
export type Running = { readonly total: Series; readonly each: Series; readonly odd: number }

const fewest = 3
const enough = 7

/** Series of which one runs up what the other adds (当月支出, 累计支出), with one place that does not go on. */
export function runningIn({ series, samples }: Crossing): Running[] {
  return series.flatMap((total) =>
    series.flatMap((each) =>
      each === total || each.kind !== total.kind ? [] : runningOf(total, each, samples.length),
    ),
  )
}

function runningOf(total: Series, each: Series, samples: number): Running[] {
  const off: number[] = []
  let [holds, digits] = [0, 0]
  for (let at = 1; at < samples; at++) {
    const [now, before, added] = [total.cells[at], total.cells[at - 1], each.cells[at]]
    if (!now || !before || !added || added.value === 0) continue
    if (fits(now, before, [added])) {
      holds++
      digits += digitsOf(now.half + before.half + added.half + now.step, added.value)
    } else off.push(at)
    if (off.length > 2) return []
  }
  const [odd, next] = off
  if (odd === undefined || holds < fewest || digits < enough) return []
  if (next === undefined) return [{ total, each, odd }]
  return next === odd + 1 && skips(total, each, odd) ? [{ total, each, odd }] : []
}

/** Whether the total goes on from the one before a wrong one to the one behind it. */
function skips({ cells }: Series, each: Series, odd: number): boolean {
  const [before, behind] = [cells[odd - 1], cells[odd + 1]]
  const added = [each.cells[odd], each.cells[odd + 1]].filter((cell) => cell !== undefined)
  return before !== undefined && behind !== undefined && added.length === 2 && fits(behind, before, added)
}

function fits(now: Cell, before: Cell, added: readonly Cell[]): boolean {
  const sum = added.reduce((all, { value }) => all + value, before.value)
  const room = added.reduce((all, { half }) => all + half, before.half + now.half)
  return Math.abs(now.value - sum) <= room + Math.abs(sum) * 1e-9
}
