import type { PrintedCell, PrintedNumber, ReportSet } from '#domain/report/printed-report.ts'
import type { NamedWords } from '#writing/reports/read-back-xlsx.ts'
import { type Aligned, alignNumbers } from '../compare/align-numbers.ts'
import type { FoundNumber } from './numbers-of-file.ts'
import { piecesOf } from './printed-pieces.ts'

/**
 * The numbers among the words of a workbook's cells (「≥39期」), each with the cell's place; a number typed beside them has
 * no fact. The words are laid over the cell of the set that prints the same facts, the one they differ from least.
 */
export function numbersInWords(words: readonly NamedWords[], { reports }: ReportSet): FoundNumber[] {
  const printed = new Map<string, PrintedCell[]>()
  for (const { blocks } of reports)
    for (const block of blocks)
      for (const cell of block.kind === 'table' ? block.rows.flat() : []) {
        const facts = numbersOf(cell).map(({ fact }) => fact)
        if (facts.length > 0) printed.set(keyOf(facts), [...(printed.get(keyOf(facts)) ?? []), cell])
      }
  return words.flatMap(({ place, facts, text }) => {
    const laid = (printed.get(keyOf(facts)) ?? []).flatMap((cell) => laidOver(cell, text))
    const [best] = laid.toSorted((left, right) => left.changes - right.changes)
    if (!best) return []
    const isCut = text.endsWith(cutMark)
    return [
      ...best.numbers.flatMap(({ fact }, at) => {
        const now = best.now[at]
        return now === undefined && isCut ? [] : [{ place, fact, text: now ?? '' }]
      }),
      ...best.added.map((added) => ({ place, text: added })),
    ]
  })
}

// What writeFormsXlsx ends a cell with that is longer than Excel takes.
const cutMark = '（全文见Word文件）'

type Laid = Aligned & { readonly numbers: readonly PrintedNumber[]; readonly changes: number }

function laidOver(cell: PrintedCell, text: string): Laid[] {
  const numbers = numbersOf(cell)
  const aligned = alignNumbers(piecesOf(cell.runs), text)
  if (!aligned) return []
  const changed = numbers.filter((number, at) => aligned.now[at] !== number.text)
  return [{ ...aligned, numbers, changes: changed.length + aligned.added.length }]
}

function numbersOf({ runs }: PrintedCell): PrintedNumber[] {
  return runs.filter((run): run is PrintedNumber => typeof run !== 'string')
}

function keyOf(facts: readonly string[]): string {
  return JSON.stringify(facts.toSorted())
}
