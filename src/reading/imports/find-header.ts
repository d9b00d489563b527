import type { ImportField, ImportTable } from '#domain/imports/import-table.ts'
import type { RawCell, RawRow } from '../formats/sheets/raw-rows.ts'
import { bareHeading, plainHeading, unitOfCaption, unitOfHeading } from './heading.ts'

/**
 * Where a sheet says what its columns are.
 *
 * end        index of the first row below the heading, in the rows searched
 * columns    column of each field that was found, from 0; `units` money unit named by its heading
 * caption    money unit named above the heading
 * twins      fields that two columns claim with one heading
 * spread     further columns under a heading cell that reaches over them: nothing should stand in them
 * unused     headings that mean no field
 */
export type Header = {
  readonly row: number
  readonly end: number
  readonly columns: ReadonlyMap<string, number>
  readonly units: ReadonlyMap<string, string>
  readonly caption?: string
  readonly twins: readonly { readonly field: ImportField; readonly column: number }[]
  readonly spread: readonly { readonly field: ImportField; readonly column: number }[]
  readonly unused: readonly string[]
  readonly headings: readonly string[]
}

/** Rows in which a heading is looked for. */
export const headerDepth = 40
const deepest = 3

/**
 * Finds the heading of a table among the first rows of a sheet by the names of its columns: in any order, over one to
 * three rows, below titles and captions; of two that name as many columns, the one with fewer words left over, then with fewer rows. Undefined where fewer than half of the required columns, or fewer than two
 * columns, are named.
 */
export function findHeader(rows: readonly RawRow[], table: ImportTable): Header | undefined {
  let best: { header: Header; score: number } | undefined
  const names = namesOf(table)
  for (let at = 0; at < Math.min(rows.length, headerDepth); at++) {
    for (let depth = 1; depth <= deepest && at + depth <= rows.length; depth++) {
      if (depth > 1 && !isWords(rows[at + depth - 1]!)) break
      const header = headerAt(rows, at, depth, names)
      const score = header.columns.size
      const surer = score === best?.score && isSurer(header, best.header)
      if (!best || score > best.score || surer) best = { header, score }
    }
  }
  if (!best || best.score < 2) return undefined
  const required = table.fields.filter((field) => field.required)
  const found = required.filter(({ id }) => best.header.columns.has(id)).length
  if (found * 2 < required.length) return undefined
  const caption = captionAbove(rows.slice(0, best.header.end))
  return { ...best.header, ...(caption ? { caption } : {}) }
}

function isSurer(header: Header, best: Header): boolean {
  const fewer = header.unused.length - best.unused.length
  return fewer < 0 || (fewer === 0 && header.row > best.row && header.end <= best.end)
}

type Names = ReadonlyMap<string, readonly { readonly field: ImportField; readonly rank: number }[]>

/** Every name of every column; the earlier in its field's list, the surer. */
function namesOf(table: ImportTable): Names {
  const names = new Map<string, { field: ImportField; rank: number }[]>()
  for (const field of table.fields) {
    ;[field.zh, ...(field.synonyms ?? [])].forEach((name, rank) => {
      const plain = plainHeading(name)
      names.set(plain, [...(names.get(plain) ?? []), { field, rank }])
    })
  }
  return names
}

type Claim = { readonly field: ImportField; readonly column: number; readonly rank: number }

function headerAt(rows: readonly RawRow[], at: number, depth: number, names: Names): Header {
  const span = rows.slice(at, at + depth)
  const width = Math.max(...span.map(({ cells }) => cells.length))
  const parts = Array.from({ length: width }, (_, column) => partsOf(span, column))
  const claims = parts.flatMap((each, column) => claimsOf(each, column, names))
  const columns = new Map<string, number>()
  const taken = new Map<number, Claim>()
  const again: { field: ImportField; column: number }[] = []
  for (const claim of claims.toSorted((left, right) => left.rank - right.rank || left.column - right.column)) {
    if (taken.has(claim.column)) continue
    const first = columns.get(claim.field.id)
    if (first === undefined) {
      columns.set(claim.field.id, claim.column)
      taken.set(claim.column, claim)
    } else if (taken.get(first)?.rank === claim.rank) again.push(claim)
  }
  const spread = again.filter(({ column }) => isReachedOver(span, column))
  const twins = again.filter((claim) => !spread.includes(claim))
  const units = new Map<string, string>()
  for (const [id, column] of columns) {
    const unit = parts[column]!.toReversed().map(unitOfHeading).find(Boolean)
    if (unit) units.set(id, unit)
  }
  const headings = parts.map((each) => each.join(''))
  const unused = headings.filter(
    (heading, column) =>
      heading !== '' &&
      !taken.has(column) &&
      !again.some((twin) => twin.column === column) &&
      !/^(?:序号|NO\.?)$/i.test(heading),
  )
  return { row: span[0]!.row, end: at + depth, columns, units, twins, spread, unused, headings }
}

/** Whether a cell of the heading that began further left reaches over a column, down to the last row that names it. */
function isReachedOver(span: readonly RawRow[], column: number): boolean {
  const cell = span.map(({ cells }) => cells[column]).findLast((each) => textOf(each) !== '')
  return typeof cell === 'object' && cell.covered === 'across'
}

/** The words of a column's heading from top to bottom, each once. */
function partsOf(span: readonly RawRow[], column: number): string[] {
  const words = span.map(({ cells }) => plainHeading(textOf(cells[column])))
  return words.filter((word, index) => word !== '' && word !== words[index - 1])
}

function claimsOf(parts: readonly string[], column: number, names: Names): Claim[] {
  const tails = parts.map((_, index) => parts.slice(index).join('')).toReversed()
  const spoken = [...new Set([...tails, ...tails.map(bareHeading), bareHeading(parts.at(-1) ?? '')])]
  const found = spoken.map((name) => names.get(name)).find((list) => list !== undefined) ?? []
  return found.map(({ field, rank }) => ({ field, rank, column }))
}

function isWords(row: RawRow): boolean {
  return row.cells.every((cell) =>
    typeof cell === 'string' ? !/^[\d,.\-/]+$/.test(cell.trim()) || cell.trim() === '' : cell.number === undefined,
  )
}

function captionAbove(rows: readonly RawRow[]): string | undefined {
  for (const { cells } of rows.toReversed()) {
    for (const cell of cells) {
      const unit = unitOfCaption(textOf(cell))
      if (unit) return unit
    }
  }
  return undefined
}

function textOf(cell: RawCell | undefined): string {
  if (cell === undefined) return ''
  return typeof cell === 'string' ? cell : cell.text
}
