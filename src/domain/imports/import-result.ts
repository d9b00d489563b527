import type { PackVariant } from '../pack.ts'
import type { BaseItem } from '../ledger/base-data.ts'
import type { BaseRow } from '../ledger/base-row.ts'
import type { IndicatorEntry } from '../ledger/goal.ts'
import type { Account } from '../knowledge.ts'
import type { ImportEntry } from './import-table.ts'

/**
 * Something wrong, or worth a look, in a table handed in.
 *
 * sheet    name of the worksheet; '' in a csv
 * row      as the spreadsheet program numbers it, from 1; 0 when the whole sheet is meant
 * column   its letter: 'C'; '' when the whole row is meant
 * value    what stands in the cell
 * mend     what to do
 */
export type ImportFault = {
  readonly severity: 'error' | 'warning'
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly value: string
  readonly message: string
  readonly mend: string
}

/** An entry and the row it stands in. */
export type ImportedRow<T = ImportEntry> = { readonly sheet: string; readonly row: number; readonly entry: T }

/**
 * What was read of a table.
 *
 * entries    ledger entries read; `refused` rows with an error
 * hidden     rows that were read though the sheet hides them
 * totals     rows of totals, checked and left out; `blank` and `examples` rows left out too
 * errors, warnings   how many there are, also those beyond what is listed
 * skipped    sheets that hold no such table
 */
export type ImportTally = {
  readonly rows: number
  readonly entries: number
  readonly refused: number
  readonly hidden: number
  readonly totals: number
  readonly blank: number
  readonly examples: number
  readonly errors: number
  readonly warnings: number
  readonly skipped: readonly string[]
}

/** What the ledger knows that a table refers to. Lists that are absent are not checked. */
export type ImportContext = {
  readonly accounts: ReadonlyMap<string, Account>
  readonly year?: number
  readonly organisations?: readonly { readonly id: string; readonly names: readonly string[] }[]
  readonly projects?: readonly { readonly id: string; readonly names: readonly string[] }[]
  /** Indicators the ledger holds already. */
  readonly indicators?: readonly IndicatorEntry[]
  /** The points the ledger's pack gives to level-1 headings, in each of its variants. */
  readonly weightVariants?: readonly PackVariant[]
  /** How the rows of the base-data table hang together, and what the ledger holds of them. */
  readonly baseRows?: readonly BaseRow[]
  readonly baseItems?: readonly BaseItem[]
}

/** A table of any size as it is read: entries in order, then the faults of those rows. */
export type ImportBatch<T = ImportEntry> = {
  readonly rows: readonly ImportedRow<T>[]
  readonly faults: readonly ImportFault[]
}

/** A sentence for one fault: where, what, the mend. */
export function faultText({ sheet, row, column, message, mend }: ImportFault): string {
  const place = `${sheet ? `工作表“${sheet}”` : ''}${row > 0 ? `第${row}行` : ''}${column ? `${column}列` : ''}`
  return `${place}${place ? '：' : ''}${message}${mend}`
}
