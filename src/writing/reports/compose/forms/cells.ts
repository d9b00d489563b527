import type { LedgerFact, PrintedCell, Run } from '#domain/report/printed-report.ts'
import { inCell } from '../setting.ts'

type Shape = Omit<PrintedCell, 'runs'>

/** A cell of words, centred as the forms have it. */
export function words(text: string, shape: Shape = {}): PrintedCell {
  return { runs: text === '' ? [] : [text], align: 'center', ...shape }
}

/** A cell of one number whose column or row names the unit; `none` where the ledger gives no number. */
export function number(fact: LedgerFact | undefined, shape: Shape = {}, none = ''): PrintedCell {
  return { runs: fact ? [inCell(fact)] : none === '' ? [] : [none], align: 'center', ...shape }
}

/** A cell of words and numbers, left-aligned: 「按收入性质分：969.06」. */
export function mixed(parts: readonly (string | LedgerFact)[], shape: Shape = {}): PrintedCell {
  const runs: Run[] = parts.flatMap((part) => (part === '' ? [] : [typeof part === 'string' ? part : inCell(part)]))
  return { runs, align: 'left', ...shape }
}
