import type { LedgerFact, Run } from '#domain/report/printed-report.ts'
import { inCell } from '../setting.ts'

/** What a name in a layout stands for; `undefined` where the ledger says nothing. */
export type Values = (name: string) => readonly Piece[] | undefined
export type Piece = Run | LedgerFact

const token = /\{([^{}|]+)(?:\|([^{}]*))?\}/g

/** The runs of a layout's text: words as they are, 「{name|—}」 by its value, or by what follows the bar. */
export function fillTemplate(text: string, values: Values): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const match of text.matchAll(token)) {
    const [whole, name = '', otherwise = ''] = match
    runs.push(text.slice(from, match.index), ...(values(name)?.map(printed) ?? [otherwise]))
    from = match.index + whole.length
  }
  runs.push(text.slice(from))
  return joinedWords(runs)
}

function printed(piece: Piece): Run {
  return typeof piece !== 'string' && 'id' in piece ? inCell(piece) : piece
}

/** Words next to each other as one run; none that say nothing. */
function joinedWords(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run === '') continue
    if (typeof run === 'string' && typeof last === 'string') joined[joined.length - 1] = last + run
    else joined.push(run)
  }
  return joined
}
