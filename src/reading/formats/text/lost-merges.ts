import type { Cell } from '#domain/document.ts'
import { compact } from '../../tables/grids/labels.ts'
import { totalLabel } from '../../tables/grids/lexicon.ts'

type Rows = readonly (readonly Cell[])[]
const scoreTotal = /^(?:自评|评价|综合)?(?:总分|总得分|得分合计)$/

/**
 * The rows of a table saved as plain text, which keeps a cell merged downwards as blanks but tells nothing of one
 * merged across: a group head over several heads gets its width back from the blanks in the row below, and a total
 * that is shorter than the rows above begins in a wide cell.
 */
export function withLostMerges(rows: Rows): Rows {
  const grouped = rows.map((row, at) => spreadHead(row, rows[at + 1]) ?? row)
  const done: (readonly Cell[])[] = []
  for (const row of grouped) {
    const above = done.at(-1) ?? []
    done.push(totalSpread(row, widthOf(above)) ?? nameSpread(row, above) ?? row)
  }
  return done
}

function widthOf(row: readonly Cell[]): number {
  return row.reduce((sum, cell) => sum + cell.columnSpan, 0)
}

/** 「预算执行 | 部门预算总额执行率 | 10 | 9.53」 under wider rows whose last cells are numbers, too: its name is the wide cell. */
function nameSpread(row: readonly Cell[], above: readonly Cell[]): readonly Cell[] | undefined {
  const width = widthOf(above)
  const first = row.findIndex(({ text }) => isNumber(text))
  if (first < 1 || first > 3 || row.length >= width || above.length < row.length) return undefined
  // 「山塘清淤 | ≥120口 | 126口 | 7 | 7」 has lost the cells merged from above it, not the width of its name.
  if (row.slice(0, first).some(({ text }) => /\d/.test(text))) return undefined
  const numbers = row.slice(first)
  const over = above.slice(-numbers.length)
  const alike = numbers.every((cell, at) => isBlank(cell) || (isNumber(cell.text) && isNumber(over[at]!.text)))
  if (!alike || numbers.filter(({ text }) => isNumber(text)).length < 2) return undefined
  return placed(
    row,
    row.map((_, at) => (at === first - 1 ? width - row.length + 1 : 1)),
  )
}

/** A row of heads over a wider one: blanks below belong to one head each, each run of words to one group head. */
function spreadHead(row: readonly Cell[], below: readonly Cell[] | undefined): readonly Cell[] | undefined {
  if (!below || row.length >= below.length || row.length < 2) return undefined
  if ([...row, ...below].some(({ text }) => isNumber(text))) return undefined
  const runs: number[] = []
  for (const [at, cell] of below.entries()) {
    if (isBlank(cell) || at === 0 || isBlank(below[at - 1]!)) runs.push(1)
    else runs[runs.length - 1]! += 1
  }
  const spans = !below.some(isBlank) ? halves(row, below) : evenly(runs, row.length)
  return spans && placed(row, spans)
}

/** 收入 | 支出 over two equal sides that begin alike: 项目 行次 金额 | 项目 行次 金额. */
function halves(row: readonly Cell[], below: readonly Cell[]): number[] | undefined {
  const half = below.length / 2
  const [left, right] = [below[0], below[half]]
  const alike = left && right && compact(right.text).startsWith(compact(left.text).slice(0, 2))
  return row.length === 2 && Number.isInteger(half) && half >= 2 && alike ? [half, half] : undefined
}

/** As many spans as heads: where two groups stand side by side, the longest run is theirs in equal shares. */
function evenly(runs: readonly number[], heads: number): number[] | undefined {
  const more = heads - runs.length
  if (more === 0) return [...runs]
  const longest = Math.max(...runs)
  const share = longest / (more + 1)
  if (more < 0 || !Number.isInteger(share) || share < 2 || runs.filter((run) => run === longest).length > 1)
    return undefined
  return runs.flatMap((run) => (run === longest ? Array.from({ length: more + 1 }, () => share) : [run]))
}

function totalSpread(row: readonly Cell[], width: number): readonly Cell[] | undefined {
  const [first] = row
  const label = first && compact(first.text).replace(/\([^()]*\)/g, '')
  if (label === undefined || !(totalLabel.test(label) || scoreTotal.test(label))) return undefined
  if (row.length < 2 || row.length >= width || row.some(({ columnSpan }) => columnSpan > 1)) return undefined
  return placed(
    row,
    row.map((_, at) => (at === 0 ? width - row.length + 1 : 1)),
  )
}

function placed(row: readonly Cell[], spans: readonly number[]): Cell[] {
  let column = 0
  return row.map((cell, at) => {
    const own = { ...cell, column, columnSpan: spans[at] ?? 1 }
    column += own.columnSpan
    return own
  })
}

function isBlank({ text }: Cell): boolean {
  return text.trim() === ''
}

function isNumber(text: string): boolean {
  return /^[\s\d.,，%％-]+$/.test(text) && /\d/.test(text)
}
