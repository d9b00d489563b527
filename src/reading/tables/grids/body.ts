import type { Figure } from '#domain/fact.ts'
import { type Unit, noUnit } from '#domain/unit.ts'
import type { Grid, GridRow, Slot } from './grid.ts'
import { type Column, columnOf, inOneUnit, unitColumn } from './columns.ts'
import { bareLabel, depthOf, isSubset } from './labels.ts'
import { notAPart, totalLabel } from './lexicon.ts'
import { alignedTo } from './sections.ts'
import type { Sheet } from './sheet.ts'
import { namedUnit, unitInText } from './unit-in-text.ts'

/**
 * A row below the header.
 *
 * label   the words in front of its numbers; text: label without numbering; code: classification code
 * total   gathers other rows: 合计, 小计 …
 * subset  introduced by 其中; part: may be a part of a sum
 */
export type Line = {
  readonly row: GridRow
  readonly label: Slot
  readonly text: string
  readonly depth: number
  readonly subset: boolean
  readonly part: boolean
  readonly total?: 'grand' | 'sub'
  readonly code?: string
  slot(column: Column): Slot | undefined
  figure(column: Column): Figure | undefined
}

/** A table, or one side of a two-sided table, as columns and lines. `broken`: a row with numbers could not be aligned. */
export type Body = { readonly columns: readonly Column[]; readonly lines: readonly Line[]; readonly broken: boolean }

/** The bodies of a table: two for 收入 | 支出 side by side, one otherwise, none without a header row. */
export function bodiesOf(sheet: Sheet): Body[] {
  const { grid } = sheet
  const header = headerOf(grid)
  if (!header) return []
  const rows = grid.rows
    .slice(header.to)
    .filter((row) => row.slots.length > 0 && !isNumbering(row) && !repeats(grid.rows[header.from]!, row))
  const paths = Array.from({ length: grid.width }, (_, column) => pathOf(grid, header, column))
  const starts = panelStarts(grid, header, paths)
  return starts.map((from, index) =>
    bodyOf(sheet, rows, grid.rows[header.from]!, paths, from, starts[index + 1] ?? grid.width),
  )
}

/** `split`: its merges are lost, and a blank cell over a named column belongs to the group on its left. */
type Header = { readonly from: number; readonly to: number; readonly split?: boolean }

/** The header: the first row of at least two words and no numbers, as deep as its merged cells reach. */
function headerOf(grid: Grid): Header | undefined {
  const from = grid.rows.findIndex((row) => row.slots.filter((slot) => slot.kind === 'words').length >= 2)
  const first = grid.rows[from]
  if (from < 0 || !first || hasNumber(first)) return undefined
  const above = grid.rows.slice(0, from).filter(({ slots }) => slots.length > 0)
  if (above.length > 4 || above.some(hasNumber)) return undefined
  let depth = first.slots.some((slot) => slot.cell.columnSpan > 1 && slot.kind === 'words') ? 2 : 1
  for (let row = from; row < Math.min(from + depth, grid.rows.length); row++) {
    for (const slot of grid.rows[row]!.slots) depth = Math.max(depth, row - from + slot.cell.rowSpan)
  }
  while (depth > 1 && grid.rows.slice(from + 1, from + depth).some((row) => hasNumber(row) && !isNumbering(row)))
    depth--
  if (depth === 1 && isSplitHead(grid, from)) return { from, to: from + 2, split: true }
  return { from, to: from + Math.min(depth, 5) }
}

/**
 * A head over two rows whose merges were lost in plain text: 「当年」「」「」 over 「预算数」「支出数」「执行率」. Each column
 * is named by one of the two rows, and numbers follow.
 */
function isSplitHead(grid: Grid, from: number): boolean {
  const [first, second, third] = [grid.rows[from], grid.rows[from + 1], grid.rows[from + 2]]
  if (!first || !second || !third || first.width !== second.width || hasNumber(second) || !hasNumber(third))
    return false
  const wordsAt = (row: number, column: number) => grid.at(row, column)?.kind === 'words'
  const columns = Array.from({ length: first.width }, (_, column) => column)
  const below = columns.filter((column) => wordsAt(from + 1, column))
  const blank = below.filter((column) => !wordsAt(from, column))
  return (
    below.length >= 2 &&
    blank.length >= 1 &&
    columns.every((column) => wordsAt(from, column) || wordsAt(from + 1, column)) &&
    below.every((column) => !wordsAt(from, column) || blank.includes(column + 1))
  )
}

function hasNumber(row: GridRow): boolean {
  return row.slots.some((slot) => slot.kind === 'number' && slot.row === row.index)
}

/** 「栏次 1 2 3」: a row that numbers the columns. */
function isNumbering(row: GridRow): boolean {
  const numbers = row.slots.flatMap((slot) => slot.number ?? [])
  if (numbers.length < 2) return false
  if (/^(?:栏次|行次|列次)/.test(row.slots[0]?.text ?? '')) return true
  const first = numbers[0]!.value
  const inOrder = numbers.every((each, index) => each.decimals === 0 && each.value.eq(first.plus(index)))
  return (
    inOrder &&
    first.eq(1) &&
    numbers.length >= 3 &&
    row.slots.every((slot) => slot.kind !== 'words' || slot.text.length <= 4)
  )
}

function repeats(header: GridRow, row: GridRow): boolean {
  return (
    row.slots.length === header.slots.length &&
    row.slots.every((slot, index) => slot.text === header.slots[index]!.text)
  )
}

/** The words over a column, or over the nearest column on its left where the cell above it was merged away. */
function groupHead(grid: Grid, row: number, column: number): Slot | undefined {
  for (let at = column; at >= 0; at--) {
    const slot = grid.at(row, at)
    if (slot?.kind === 'words') return slot
    if (grid.at(row + 1, at)?.kind !== 'words') return undefined
  }
  return undefined
}

function pathOf(grid: Grid, header: Header, column: number): string[] {
  const path: string[] = []
  for (let row = header.from; row < header.to; row++) {
    const slot = header.split && row === header.from ? groupHead(grid, row, column) : grid.at(row, column)
    if (slot && slot.kind === 'words' && path.at(-1) !== slot.text) path.push(slot.text)
  }
  return path
}

/** Two-sided tables repeat the head of their first column, 项目 金额 | 项目 金额, or those of their amounts. */
function panelStarts(grid: Grid, header: Header, paths: readonly string[][]): number[] {
  const leaf = (path: readonly string[] | undefined) => path?.at(-1) ?? ''
  const middle = paths.length / 2
  if (repeatsHeads(paths.map(leaf)) && isOfWords(grid, header, 0) && isOfWords(grid, header, middle)) return [0, middle]
  const first = leaf(paths[0])
  if (/^(?:收入|支出)项目$/.test(first))
    return [0, ...paths.flatMap((path, at) => (at > 1 && /^(?:收入|支出)项目$/.test(leaf(path)) ? [at] : []))]
  if (!/^(?:项目|项目\(按.*|科目|预算科目|内容)$/.test(first)) return [0]
  return paths.flatMap((path, index) =>
    index === 0 || (index > 1 && leaf(path).startsWith('项目') && leaf(paths[index - 1]) !== leaf(path)) ? [index] : [],
  )
}

/** 「资金来源 决算数 | 支出去向 决算数」: what stands over the amounts on the left stands over those on the right. */
function repeatsHeads(heads: readonly string[]): boolean {
  const middle = heads.length / 2
  if (!Number.isInteger(middle) || middle < 2 || new Set(heads.slice(0, middle)).size < middle) return false
  return heads.slice(1, middle).every((head, index) => head !== '' && head === heads[middle + 1 + index])
}

/** Whether a column holds words below the header and no number. */
function isOfWords(grid: Grid, header: Header, column: number): boolean {
  const kinds = grid.rows.slice(header.to).map((row) => grid.at(row.index, column)?.kind)
  return !kinds.includes('number') && kinds.filter((kind) => kind === 'words').length * 2 > kinds.length
}

function bodyOf(
  sheet: Sheet,
  rows: readonly GridRow[],
  header: GridRow,
  paths: readonly string[][],
  from: number,
  to: number,
): Body {
  const placed = rows.map((row) => ({ row, cells: cellsOf(sheet.grid, header, row) }))
  const read: Column[] = []
  for (let index = from; index < to; index++)
    read.push(
      columnOf(
        sheet,
        index,
        paths[index] ?? [],
        placed.map(({ cells }) => cells?.(index)),
      ),
    )
  const columns = inOneUnit(read)
  const units = unitColumn(columns, (column) => placed.flatMap(({ cells }) => cells?.(column.index) ?? []))
  const broken = placed.some(
    ({ row, cells }) => !cells && (hasNumber(row) || row.slots.some((slot) => slot.kind === 'unread')),
  )
  const labels = placed.flatMap(({ row, cells }) => (cells ? (labelOf(columns, units, row, cells).label ?? []) : []))
  const usual = unitOfTotal(labels)
  const lines = placed.flatMap(({ row, cells }) => (cells ? lineOf(sheet, columns, units, usual, row, cells) : []))
  return { columns, lines, broken }
}

/** 「合计（万元）」 alone names the unit of all rows. */
function unitOfTotal(labels: readonly Slot[]): Unit | undefined {
  const [only, ...others] = labels.filter(({ text }) => unitInText(text) !== undefined)
  return only && others.length === 0 && totalLabel.test(bareLabel(only.text)) ? unitInText(only.text) : undefined
}

type Cells = (column: number) => Slot | undefined

/** The cell that begins in a row and column; undefined as a whole where the row does not align with the header. */
function cellsOf(grid: Grid, header: GridRow, row: GridRow): Cells | undefined {
  const own = (column: number): Slot | undefined => {
    const slot = grid.at(row.index, column)
    return slot && slot.row === row.index && slot.column === column ? slot : undefined
  }
  if (row.width === header.width || row.width === grid.width) return own
  const heads = header.slots.filter((slot) => slot.column > 0)
  const aligned = alignedTo(grid, header, heads, row, (head) => head !== heads[0])
  if (!aligned) return undefined
  const byColumn = new Map([...aligned].map(([head, slot]) => [head.column, slot]))
  return (column) => (column === 0 ? row.slots.find((slot) => slot.kind === 'words') : byColumn.get(column))
}

function lineOf(
  sheet: Sheet,
  columns: readonly Column[],
  units: Column | undefined,
  usual: Unit | undefined,
  row: GridRow,
  cells: Cells,
): Line[] {
  const { named, label } = labelOf(columns, units, row, cells)
  if (!label) return []
  const text = named ? bareLabel(named.text) : ''
  const code = codeOf(columns, cells, label)
  const rowUnit = units && cells(units.index)
  const unitOfRow = rowUnit?.kind === 'words' ? namedUnit(rowUnit.text) : undefined
  const total = totalLabel.test(text) ? (text.endsWith('小计') ? 'sub' : 'grand') : undefined
  return [
    {
      row,
      label,
      text,
      depth: depthOf(label.text),
      subset: isSubset(label.text),
      // A rate that is scored is one of the things scored.
      part: !notAPart.test(text) || columns.some(({ unit }) => unit?.kind === 'score'),
      ...(total ? { total } : {}),
      ...(code && !total ? { code } : {}),
      slot: (column) => cells(column.index),
      figure: (column) =>
        sheet.figure(cells(column.index), column.unit ?? unitOfRow ?? unitInText(label.text) ?? usual ?? noUnit),
    },
  ]
}

/** The words in front of a row's numbers: 合计 where printed, else the first that is no serial number. */
function labelOf(
  columns: readonly Column[],
  units: Column | undefined,
  row: GridRow,
  cells: Cells,
): { named: Slot | undefined; label: Slot | undefined } {
  const firstNumber =
    columns.find((column) => column.role === 'amount' || column.role === 'rate')?.index ?? columns.length
  const front = columns
    .filter((column) => column.index < firstNumber && column !== units)
    .flatMap((column) => cells(column.index) ?? [])
  const words = front.filter((slot) => slot.kind === 'words')
  const named =
    words.find((slot) => totalLabel.test(bareLabel(slot.text))) ??
    words.find((slot) => !/^\d+$/.test(slot.text)) ??
    words[0]
  const isYear = (slot: Slot) => /^20\d\d年?度?$/.test(slot.text.trim())
  const unnamed = firstNumber === columns[0]?.index ? row.slots[0] : front.find(isYear)
  return { named, label: named ?? unnamed }
}

/** A classification code: in a column of codes, in columns 类 款 项, or before the name: 201, 20103, 2010301. */
function codeOf(columns: readonly Column[], cells: Cells, label: Slot): string | undefined {
  const coded = columns.filter((column) => /编码|代码|^[类款项]$|科目编号/.test(column.path.at(-1) ?? ''))
  const digits = coded
    .map((column) => cells(column.index)?.text ?? '')
    .filter((text) => /^\d+$/.test(text))
    .join('')
  const code = /^\d{3}(?:\d{2}){0,2}$/.test(digits) ? digits : /^(\d{3}(?:\d{2}){0,2})(?=\D)/.exec(label.text)?.[1]
  return code && /^[235]/.test(code) ? code : undefined
}
