import type { PrintedNumber, PrintedReport, Run } from '#domain/report/printed-report.ts'
import type { Piece } from '../compare/align-numbers.ts'

/** All a report prints, in order, as words and numbers. */
export function printedPieces({ blocks }: PrintedReport): Piece[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'signature') return block.lines.map(words)
    if (block.kind === 'attachment') return [words(block.label), ...piecesOf(block.runs)]
    if (block.kind !== 'table') return piecesOf(block.runs)
    return [words(block.caption ?? ''), ...block.rows.flat().flatMap(({ runs }) => piecesOf(runs))]
  })
}

/** Words and numbers of a paragraph or a cell. */
export function piecesOf(runs: readonly Run[]): Piece[] {
  return runs.flatMap((run): Piece[] =>
    typeof run === 'string' ? [words(run)] : [{ text: run.text, number: true }, words(run.unit)],
  )
}

function words(text: string): Piece {
  return { text, number: false }
}

/** The numbers a report prints, in order. */
export function printedNumbers({ blocks }: PrintedReport): PrintedNumber[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'signature') return []
    const runs = block.kind === 'table' ? block.rows.flat().flatMap((cell) => cell.runs) : block.runs
    return runs.filter((run): run is PrintedNumber => typeof run !== 'string')
  })
}
