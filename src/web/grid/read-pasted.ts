import { parse } from 'csv-parse/browser/esm/sync'
import type { Column } from './column.ts'

/** Cells of a block copied from a spreadsheet: rows by line, cells by tab, quoted where a cell holds either. */
function cellsPasted(text: string): string[][] {
  return parse(text, { delimiter: '\t', relax_quotes: true, relax_column_count: true, skip_empty_lines: false })
}

/**
 * A pasted block as the columns take it.
 *
 * rows    of each row what goes into which column; empty for one that holds nothing to take, to keep the others in place
 * byHead  the block names its columns itself: its first row of data is `rows[0]`
 * heads, totals   how many rows were headings or sums, which are no entries
 * unused  headings no column goes by
 */
export type Pasted = {
  readonly rows: readonly (readonly (readonly [Column, string])[])[]
  readonly byHead: boolean
  readonly heads: number
  readonly totals: number
  readonly unused: readonly string[]
}

/** Rows a heading may stand below: a title, a line with the unit. */
const deepestHead = 4
const totalWords = /^(?:合计|总计|共计|小计|累计|合计数|本页合计|本页小计|本月合计|本年累计)[:：]?$/

/**
 * Reads what was copied from a spreadsheet. A heading row maps `columns` by name and tells the money unit, as does
 * a line 单位：万元 above it; without one, cells go into the columns `from` where it is pasted on. Rows of sums and blank rows are no entries.
 */
export function readPasted(columns: readonly Column[], from: readonly Column[], text: string): Pasted {
  const cells = trimmedEnd(cellsPasted(text))
  const head = findHead(columns, cells)
  const body = head ? cells.slice(head.row + 1) : cells
  const targets = head ? head.targets : from
  const isBlock = body.some((row) => row.length > 1)
  let totals = 0
  const rows = body.map((row) => {
    if (isBlock && row.every((cell) => cell.trim() === '')) return []
    if (isBlock && isTotal(row)) {
      totals += 1
      return []
    }
    return row.flatMap((cell, index): [Column, string][] => {
      const column = targets[index]
      return column ? [[column, inUnit(column, cell, head?.units[index] ?? head?.caption)]] : []
    })
  })
  return {
    rows,
    byHead: head !== undefined,
    heads: head ? head.row + 1 : 0,
    totals,
    unused: head ? head.unused : [],
  }
}

function trimmedEnd(cells: string[][]): string[][] {
  const last = cells.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  // One blank cell, copied on purpose, empties a cell.
  return cells.slice(0, Math.max(last, 0) + 1)
}

type Head = {
  readonly row: number
  readonly targets: readonly (Column | undefined)[]
  readonly units: readonly (string | undefined)[]
  readonly caption: string | undefined
  readonly unused: readonly string[]
}

/** The row that names columns: at least two of them, and more than half of its words. */
function findHead(columns: readonly Column[], cells: readonly (readonly string[])[]): Head | undefined {
  for (const [row, words] of cells.slice(0, deepestHead).entries()) {
    const targets = words.map((word) => columns.find((column) => namesOf(column).includes(bare(word))))
    const named = targets.filter((column, index) => column && targets.indexOf(column) === index).length
    const filled = words.filter((word) => !['', '序号'].includes(bare(word))).length
    if (named < 2 || named * 2 <= filled) continue
    return {
      row,
      targets: targets.map((column, index) => (targets.indexOf(column) === index ? column : undefined)),
      units: words.map(unitOf),
      caption: cells.slice(0, row).flat().map(captionUnit).find(Boolean),
      unused: words.filter((word, index) => !['', '序号'].includes(bare(word)) && !targets[index]),
    }
  }
  return undefined
}

function namesOf({ title, names = [] }: Column): readonly string[] {
  return [title, ...names].map(bare)
}

/** A heading without its spaces, marks and unit: 金额（万元） * as 金额. */
function bare(heading: string): string {
  return heading.replaceAll(/[\s*＊]/g, '').replace(/[（(【[][^）)】\]]*[）)】\]]$/, '')
}

function unitOf(heading: string): string | undefined {
  return /[（(【[](?:单位[:：])?(元|千元|万元|亿元)[）)】\]]/.exec(heading.replaceAll(/\s/g, ''))?.[1]
}

function captionUnit(cell: string): string | undefined {
  return /单位[:：](?:人民币)?(元|千元|万元|亿元)/.exec(cell.replaceAll(/\s/g, ''))?.[1]
}

function isTotal(row: readonly string[]): boolean {
  return totalWords.test((row.find((cell) => cell.trim() !== '') ?? '').replaceAll(/\s/g, ''))
}

/** A bare number under 金额（万元） is so many 万元. */
function inUnit(column: Column, cell: string, unit: string | undefined): string {
  const isBare = /^[-−－(（]?[¥￥]?[\d,，.\s]+[)）]?$/.test(cell.trim())
  return column.kind === 'amount' && unit && isBare ? `${cell.trim()}${unit}` : cell
}
