import type { PrintedBlock } from '#domain/report/printed-report.ts'
import { inset as rowInset } from './row-heights.ts'

/** Points above and below the words of a cell. */
export const usualInset = 5.5
const least = 2
// The row heights count the lead below each line; below the last there is none.
const lead = 3.7
// 225 mm upright, 156 mm turned; a mark 「附件1」 with the lines below it; a line of the title, and what stands below it.
const room = { upright: 637.8, turned: 442.2 }
const mark = 58
const title = { line: 31, below: 42 }
const spare = 20

/**
 * How much room a form's rows leave around their words, in points: the usual, or as much less as brings a form that runs a
 * few rows over its page back onto it. A form that needs several pages anyway keeps the usual.
 *
 * heights      of its rows with the usual room
 * titleLines   lines of the title that stands above it
 */
export function formInset(
  blocks: readonly PrintedBlock[],
  heights: readonly number[],
  titleLines: number,
  landscape: boolean,
): number {
  if (blocks.filter(({ kind }) => kind === 'table').length !== 1 || heights.length === 0) return usualInset
  const above =
    (blocks.some(({ kind }) => kind === 'attachment-mark') ? mark : 0) + titleLines * title.line + title.below
  const free = (landscape ? room.turned : room.upright) - above - spare
  const words = heights.reduce((sum, height) => sum + height - rowInset.down - lead, 0)
  const fitting = Math.floor(((free - words) / heights.length / 2) * 10) / 10
  return fitting >= usualInset || fitting < least ? usualInset : fitting
}
