import type { Document, Place } from '#domain/document.ts'
import type { Figure } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'
import { baseValue } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import { bareLabel } from './table-rows.ts'

/**
 * A number in running text, in a paragraph or a cell that tells something in sentences.
 *
 * lead      the words of its clause before it, back to the number before
 * tail      the words of its clause after it, of the thing counted: 「24100名农村学生」
 * sentence  the sentence up to it
 */
export type ToldNumber = {
  readonly figure: Figure
  readonly holder: string
  readonly lead: string
  readonly tail: string
  readonly sentence: string
}

/**
 * A number that fills a cell, but for 「≥」 and the like.
 *
 * labels  words of the row before it, targets and headings of groups left out; heads: those of its column, the nearest first
 */
export type CellNumber = {
  readonly figure: Figure
  readonly column: number
  readonly labels: readonly string[]
  readonly heads: readonly string[]
}

const bounds = /^[\s≥≤=<>＝≧≦＞＜]*(?:不低于|不高于|不少于|不超过|大于等于|小于等于|大于|小于|达到)?$/
const noLabel = /[\d≥≤=]|指标$/
const fewestTold = 12

/** The text a figure stands in: its paragraph's or its cell's. */
function textOf(document: Document, { block, row, cell }: Place): string | undefined {
  const holder = document.blocks[block]
  if (holder?.kind === 'table') return holder.rows[row ?? -1]?.[cell ?? -1]?.text
  return holder?.text
}

/** The numbers of running text. */
export const toldNumbers = onceFor((reading: Reading): readonly ToldNumber[] => {
  const byHolder = Map.groupBy(reading.figures, ({ place }) => `${place.block}|${place.row ?? ''}|${place.cell ?? ''}`)
  return [...byHolder].flatMap(([holder, unordered]) => {
    const figures = unordered.toSorted((left, right) => left.place.start - right.place.start)
    const text = textOf(reading.document, figures[0]!.place)
    if (text === undefined || text.length < fewestTold || (figures[0]!.place.row !== undefined && !isTold(text)))
      return []
    return figures.map((figure, at) => {
      const from = figures[at - 1]?.place.end ?? 0
      const before = text.slice(Math.max(0, from), figure.place.start)
      return {
        figure,
        holder,
        lead: (before.split(/[，。；：;:、（）()\n]/).at(-1) ?? '').replace(/\s/g, ''),
        tail: (text.slice(figure.place.end).split(/[，。；：;:、（）()\n\d]/)[0] ?? '').replace(/\s/g, ''),
        sentence:
          text
            .slice(0, figure.place.start)
            .split(/[。！？\n]/)
            .at(-1) ?? '',
      }
    })
  })
})

function isTold(text: string): boolean {
  return /[，。；、]/.test(text) && (text.match(/\p{Script=Han}/gu) ?? []).length >= 8
}

/** The numbers that fill cells, by the block of their table. */
export const cellNumbers = onceFor((reading: Reading): ReadonlyMap<number, readonly CellNumber[]> => {
  const found = reading.figures.flatMap((figure) => {
    const { block, row, cell } = figure.place
    const table = reading.document.blocks[block]
    if (row === undefined || cell === undefined || table?.kind !== 'table') return []
    const own = table.rows[row]?.[cell]
    if (!own || !fills(figure, own.text)) return []
    const labels = table.rows[row]!.slice(0, cell)
      .map(({ text }) => bareLabel(text))
      .map((text) => text.replace(/^[A-Z]\d*/, ''))
      .filter((text) => text.length >= 2 && text.length <= 24 && /\p{Script=Han}/u.test(text) && !noLabel.test(text))
    return [{ figure, column: own.column, labels, heads: headsOf(table.rows, row, own.column) }]
  })
  return Map.groupBy(found, ({ figure }) => figure.place.block)
})

type HeadCell = { readonly text: string; readonly column: number; readonly columnSpan: number }

/** The words over a cell in the nearest rows that hold no numbers: the heads of the table it belongs to. */
function headsOf(rows: readonly (readonly HeadCell[])[], row: number, column: number): string[] {
  const heads: string[] = []
  for (let at = row - 1; at >= 0 && heads.length < 2; at--) {
    const cells = rows[at]!
    const isHead = cells.length >= 2 && cells.every(({ text }) => !/^[\s≥≤=]*-?\d[\d.,]*\D{0,4}$/.test(text))
    if (!isHead) {
      if (heads.length > 0) break
      continue
    }
    const over = cells.find((cell) => cell.column <= column && column < cell.column + Math.max(1, cell.columnSpan))
    if (over && /\p{Script=Han}{2}/u.test(over.text) && over.text.length <= 20) heads.push(bareLabel(over.text))
  }
  return heads
}

/** Whether nothing else stands in the cell, but for a sign: 「≥410」, whose unit another column may print. */
function fills({ text, printed }: Figure, cell: string): boolean {
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
  const ratio = baseValue(text.quantity).div(text.quantity.value.eq(0) ? 1 : text.quantity.value)
  return ratio.eq(0) ? undefined : baseValue(cell.quantity).div(ratio).toFixed(text.quantity.decimals)
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
