import { afterLast, beforeFirst } from '#domain/clauses.ts'
import { type Cell, type Document, type Paragraph, type Place, type Table, holderOf } from '#domain/document.ts'
import type { Figure } from '#domain/fact.ts'
import { hasHan } from '#domain/han.ts'
import { onceFor } from '#domain/once-for.ts'
import { baseValue } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import { inPrintedUnit } from '#domain/unit.ts'
import { bareLabel } from './table-rows.ts'

/**
 * A number in running text, in a paragraph or a cell that tells something in sentences.
 *
 * holder    one and the same for all numbers of its paragraph or cell
 * lead      the words of its clause before it, back to the number before
 * tail      the words of its clause after it, of the thing counted: 「24100名农村学生」
 * sentence  the sentence up to it
 * before    all of its paragraph up to it
 */
export type ToldNumber = {
  readonly figure: Figure
  readonly holder: object
  readonly lead: string
  readonly tail: string
  readonly sentence: string
  readonly before: string
}

/**
 * A number that fills a cell, but for 「≥」 and the like.
 *
 * value   what is printed, in the unit of the cell
 * labels  words of the row before it, targets and headings of groups left out; heads: those of its column, the nearest first
 */
export type CellNumber = {
  readonly figure: Figure
  readonly column: number
  readonly value: number
  readonly labels: readonly string[]
  readonly heads: readonly string[]
}

const bounds = /^[\s≥≤=<>＝≧≦＞＜]*(?:不低于|不高于|不少于|不超过|大于等于|小于等于|大于|小于|达到)?$/
const noLabel = /[\d≥≤=]|指标$/
const fewestTold = 12

/** The text a figure stands in: its paragraph's or its cell's. */
function textOf(document: Document, place: Place): string | undefined {
  return holderOf(document, place)?.text
}

/** The numbers of running text. */
export const toldNumbers = onceFor((reading: Reading): readonly ToldNumber[] =>
  figuresByHolder(reading).flatMap((unordered) => {
    const [{ place }] = unordered as [Figure]
    const text = textOf(reading.document, place)
    if (text === undefined || text.length < fewestTold || (place.row !== undefined && !isTold(text))) return []
    const figures =
      unordered.length === 1 ? unordered : unordered.toSorted((left, right) => left.place.start - right.place.start)
    return figures.map((figure, at) => new Told(text, figure, figures[at - 1]?.place.end ?? 0, unordered))
  }),
)

/** The figures of each paragraph or cell, in the order in which the first of them was read. */
const figuresByHolder = onceFor((reading: Reading): readonly (readonly Figure[])[] => {
  const byHolder = new Map<Paragraph | Cell | undefined, Figure[]>()
  for (const figure of reading.figures) {
    const holder = holderOf(reading.document, figure.place)
    const own = byHolder.get(holder)
    if (own) own.push(figure)
    else byHolder.set(holder, [figure])
  }
  return [...byHolder.values()]
})

const clauseMarks = '，。；：;:、（）()\n'

/** The words around a number are cut out where they are asked for: most numbers agree with what they retell. */
class Told implements ToldNumber {
  readonly figure: Figure
  readonly holder: object
  private readonly text: string
  private readonly from: number
  private ownLead?: string

  constructor(text: string, figure: Figure, from: number, holder: object) {
    this.text = text
    this.figure = figure
    this.from = from
    this.holder = holder
  }

  get lead(): string {
    return (this.ownLead ??= withoutSpace(
      afterLast(this.text.slice(Math.max(0, this.from), this.figure.place.start), clauseMarks),
    ))
  }

  get tail(): string {
    return withoutSpace(beforeFirst(this.text.slice(this.figure.place.end), `${clauseMarks}0123456789`))
  }

  get sentence(): string {
    return afterLast(this.before, '。！？\n')
  }

  get before(): string {
    return this.text.slice(0, this.figure.place.start)
  }
}

function withoutSpace(text: string): string {
  return /\s/.test(text) ? text.replace(/\s/g, '') : text
}

function isTold(text: string): boolean {
  return /[，。；、]/.test(text) && hasHan(text, 8)
}

/** The numbers that fill cells, by the block of their table. */
export const cellNumbers = onceFor((reading: Reading): ReadonlyMap<number, readonly CellNumber[]> => {
  const found = reading.figures.flatMap((figure) => {
    const { block, row, cell } = figure.place
    const table = reading.document.blocks[block]
    if (row === undefined || cell === undefined || table?.kind !== 'table') return []
    const own = table.rows[row]?.[cell]
    return own && fills(figure, own.text) ? [new Filling(figure, own.column, table.rows)] : []
  })
  return Map.groupBy(found, ({ figure }) => figure.place.block)
})

/** What a cell is called is sought where it is asked for: few cells are retold. */
class Filling implements CellNumber {
  readonly figure: Figure
  readonly column: number
  readonly value: number
  private readonly rows: Table['rows']
  private ownLabels?: readonly string[]
  private ownHeads?: readonly string[]

  constructor(figure: Figure, column: number, rows: Table['rows']) {
    this.figure = figure
    this.column = column
    this.value = Number(figure.printed)
    this.rows = rows
  }

  get labels(): readonly string[] {
    const { row = 0, cell = 0 } = this.figure.place
    return (this.ownLabels ??= this.rows[row]!.slice(0, cell).flatMap((each) => labelOf(each) ?? []))
  }

  get heads(): readonly string[] {
    return (this.ownHeads ??= headsOf(this.rows, this.figure.place.row ?? 0, this.column))
  }
}

/** What a cell calls the others of its row; undefined for numbers, bounds and long texts. */
export const labelOf = onceFor(({ text }: Cell): string | undefined => {
  const label = bareLabel(text).replace(/^[A-Z]\d*/, '')
  return label.length >= 2 && label.length <= 24 && hasHan(label) && !noLabel.test(label) ? label : undefined
})

/** The words over a cell in the nearest rows that hold no numbers: the heads of the table it belongs to. */
function headsOf(rows: Table['rows'], row: number, column: number): string[] {
  const heads: string[] = []
  for (let at = row - 1; at >= 0 && heads.length < 2; at--) {
    const cells = rows[at]!
    if (!isHead(cells)) {
      if (heads.length > 0) break
      continue
    }
    const over = cells.find((cell) => cell.column <= column && column < cell.column + Math.max(1, cell.columnSpan))
    const head = over && headIn(over)
    if (head !== undefined) heads.push(head)
  }
  return heads
}

/** What a cell calls the column below it. */
const headIn = onceFor(({ text }: Cell): string | undefined =>
  text.length <= 20 && (/\p{Script=Han}{2}/u.test(text) || ofTime.test(text)) ? bareLabel(text) : undefined,
)

const isHead = onceFor(
  (cells: readonly Cell[]): boolean =>
    cells.length >= 2 && cells.every(({ text }) => !value.test(text) || ofTime.test(text)),
)
const value = /^[\s≥≤=]*-?\d[\d.,]*\D{0,4}$/
/** 「2022年决算数」「1月」「2024年」 head columns. */
const ofTime = /^\s*(?:(?:19|20)\d\d年|\d{1,2}月)\s*(?:[\p{Script=Han}（(—–-]|$)/u

/** Whether nothing else stands in the cell, but for a sign: 「≥410」, whose unit another column may print. */
function fills({ text, printed }: Figure, cell: string): boolean {
  if (text === cell || printed === cell) return true
  const plain = cell.replaceAll(',', '')
  return [text.replaceAll(',', ''), printed].some(
    (own) => plain.includes(own) && bounds.test(plain.replace(own, '').trim()),
  )
}

/** The value of a cell as the text's unit prints it, where both count the same; a bare number takes the text's unit. */
export function inUnitOf(text: Figure, cell: Figure): string | undefined {
  const [a, b] = [text.quantity.unit, cell.quantity.unit]
  if (b.kind === 'none') return cell.printed
  if (a.kind !== b.kind || (a.kind !== 'money' && a.name !== b.name)) return undefined
  if (a.scale === b.scale) return cell.printed
  if (text.quantity.value.eq(0)) return undefined
  return inPrintedUnit(baseValue(cell.quantity), a).toFixed(text.quantity.decimals)
}

/** The longest run of words two texts share. */
export function sharedWords(one: string, two: string): number {
  let longest = 0
  for (let from = 0; from < one.length; from++) {
    let length = longest + 1
    while (from + length <= one.length && two.includes(one.slice(from, from + length))) {
      longest = length
      length += 1
    }
  }
  return longest
}
