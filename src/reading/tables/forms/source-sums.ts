import type { Claim } from '#domain/claim.ts'
import type { FundRow } from './fund-block.ts'
import { type ColumnKey, fundSources } from '../grids/lexicon.ts'
import type { Sheet } from '../grids/sheet.ts'
import { type Guess, type Strength, judgeSums } from '../arithmetic/sums.ts'

const parentOf = new Map(fundSources.map((source) => [source.id, source.within]))

/**
 * 「年度资金总额」 is the sum of its sources, column by column, and a source that is broken down
 * is the sum of its own rows (中央 + 地方, 省 + 市 + 县).
 * `strange`: a row of numbers names no known source, so the list may leave something out.
 * Two rows of one source, or a number in an unread cell, leave the set unknown and nothing is claimed.
 */
export function sourceSums(
  sheet: Sheet,
  rows: readonly FundRow[],
  columns: readonly ColumnKey[],
  strange: boolean,
): Claim[] {
  if (new Set(rows.map((row) => row.source)).size !== rows.length) return []
  return rows.flatMap((whole) => {
    const parts = childrenOf(whole, rows)
    if (parts.length === 0) return []
    const used = columns.filter((key) => whole.cell(key))
    if (parts.some((part) => used.some((key) => part.cell(key)?.kind === 'unread'))) return []
    const alive = parts.filter((part) => used.some((key) => part.figure(key)))
    const guesses = used.flatMap((key) => guessFor(sheet, whole, alive, key))
    return judgeSums('I07', guesses, strange || alive.length < parts.length ? 'open' : strengthOf(whole, parts))
  })
}

/** The list is whole where it ends in 其他资金; 中央 and 地方 together leave nothing out but 其他资金. */
function strengthOf(whole: FundRow, parts: readonly FundRow[]): Strength {
  const has = (source: string) => parts.some((part) => part.source === source)
  if (whole.source === 'fund.total' && has('fund.other')) return 'form'
  return has('fund.central') && has('fund.local') ? 'total' : 'open'
}

function guessFor(sheet: Sheet, whole: FundRow, parts: readonly FundRow[], key: ColumnKey): Guess[] {
  const total = whole.figure(key)
  if (!total) return []
  const terms = parts.flatMap((part) => {
    const figure = part.figure(key)
    return figure ? [{ name: part.name, figure }] : []
  })
  return [
    {
      total: { name: whole.name, figure: total },
      parts: terms,
      missing: parts.length - terms.length,
      quote: sheet.quote(whole.label),
    },
  ]
}

/** The rows that together make up a source: its nearest printed descendants. */
function childrenOf(whole: FundRow, rows: readonly FundRow[]): FundRow[] {
  const printed = new Set(rows.map((row) => row.source))
  return rows.filter((row) => row !== whole && nearestPrinted(row.source, printed) === whole.source)
}

function nearestPrinted(source: string, printed: ReadonlySet<string>): string | undefined {
  let above = parentOf.get(source)
  while (above && !printed.has(above)) above = parentOf.get(above)
  return above || undefined
}
