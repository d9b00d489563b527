import { inFloat } from '#domain/arithmetic.ts'
import { oneSlipAway } from '../../claims/doubts/one-slip-away.ts'
import type { Line } from '../grids/body.ts'
import type { Column } from '../grids/columns.ts'
import { type Guess, outcomeOf } from './sums.ts'
import type { Gathering } from './ways-to-gather.ts'

/** A longer table is a list, and so long a run of rows no group of one of them. */
const mostLines = 300
const longestRun = 40
/** Numbers of fewer digits add up by chance. */
const fewestDigits = 4

/**
 * Rows that the row above them sums up without a sign of it: 「二、项目支出 / 尊老金 / 养老服务 / …」. They add up in two columns
 * at least, or in one while a slip of the pen explains the only other. What a row sums up itself is passed over by the row
 * above: 支出 = 基本支出 + 项目支出, each with its own rows below.
 *
 * guessesOf   the guesses that a gathering makes, one a column
 */
export function unmarkedGroups(
  columns: readonly Column[],
  lines: readonly Line[],
  guessesOf: (group: Gathering) => readonly Guess[],
): Gathering[] {
  if (columns.length < 2 || lines.length > mostLines || lines.length < 3) return []
  const values = lines.map((line) => columns.map((column) => valueOf(line, column)))
  const ends = new Map<number, number>()
  const found: Gathering[] = []
  for (let at = lines.length - 3; at >= 0; at--) {
    const run = runBelow(values, ends, at, (rows) => {
      const tree = { whole: lines[at]!, parts: rows.map((row) => lines[row]!) }
      return isGroup(guessesOf(tree))
    })
    if (!run) continue
    ends.set(at, ends.get(run.at(-1)!) ?? run.at(-1)!)
    found.push({ whole: lines[at]!, parts: run.map((row) => lines[row]!) })
  }
  return found
}

function valueOf(line: Line, column: Column): number | undefined {
  const figure = line.figure(column)
  return figure && inFloat(figure.quantity.value)
}

/** The shortest run of rows right below one that is a group by its sums: coarsely first, then exactly. */
function runBelow(
  values: readonly (readonly (number | undefined)[])[],
  ends: ReadonlyMap<number, number>,
  at: number,
  isExact: (rows: readonly number[]) => boolean,
): readonly number[] | undefined {
  const whole = values[at]!
  const sums = whole.map(() => 0)
  const rows: number[] = []
  for (let row = at + 1; row < values.length && rows.length < longestRun; row = (ends.get(row) ?? row) + 1) {
    rows.push(row)
    values[row]!.forEach((value, column) => (sums[column]! += value ?? 0))
    if (rows.length < 2) continue
    const isClose = sums.some((sum, column) => {
      const total = whole[column]
      return total !== undefined && total > 0 && Math.abs(sum - total) <= total * 1e-4
    })
    if (isClose && isExact(rows)) return rows
  }
  return undefined
}

function isGroup(guesses: readonly Guess[]): boolean {
  const telling = guesses.filter(
    ({ total, missing, parts }) =>
      missing === 0 &&
      parts.length >= 2 &&
      total.figure.printed.replace(/^[-0.]+|\D/g, '').length >= fewestDigits &&
      parts.every(({ figure }) => !figure.quantity.value.eq(total.figure.quantity.value)),
  )
  const fails = telling.filter(({ total, parts }) => outcomeOf(total, parts) !== 'fits')
  const holds = telling.length - fails.length
  if (holds >= 2) return fails.length * 2 <= holds
  const [only] = fails
  return holds === 1 && fails.length <= 1 && (!only || oneSlipAway(only.total, only.parts))
}
