import type { LedgerFact, Run } from '#domain/report/printed-report.ts'
import { inCell } from '../setting.ts'

/** What a name in a layout stands for; `undefined` where the ledger says nothing. */
export type Values = (name: string) => readonly Piece[] | undefined
export type Piece = Run | LedgerFact

const token = /\{([^{}|]+)(?:\|([^{}]*))?\}/g

/** The runs of a layout's text: words as they are, 「{name|—}」 by its value, or by what follows the bar. */
export function fillTemplate(text: string, values: Values): Run[] {
  return joinedWords(
    partsOf(text).flatMap((part) =>
      typeof part === 'string' ? part : (values(part.name)?.map(printed) ?? [part.otherwise]),
    ),
  )
}

type Part = string | { readonly name: string; readonly otherwise: string }

/** Layouts have few texts, and every row of every form is filled in by them. */
const taken = new Map<string, readonly Part[]>()
function partsOf(text: string): readonly Part[] {
  const known = taken.get(text)
  if (known) return known
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(token)) {
    const [whole, name = '', otherwise = ''] = match
    parts.push(text.slice(from, match.index), { name, otherwise })
    from = match.index + whole.length
  }
  parts.push(text.slice(from))
  taken.set(text, parts)
  return parts
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
