import type { EntryField } from '../ledger/entry-keys.ts'
import type { Quantity } from '../quantity.ts'
import type { SetOrigin } from './set-origin.ts'

/**
 * A report as it is to be printed, without any file format: docx, xlsx, pdf and html are written from it.
 *
 * id       stable within the set and a safe file name part: '1-整体报告', '4-项目-重点工作经费'
 * kind     what the form or report is
 * entity   the department, or the project the report is about
 * blocks   from the title downwards
 */
export type PrintedReport = {
  readonly id: string
  readonly kind: PrintedKind
  readonly title: string
  readonly entity: string
  readonly year: number
  readonly blocks: readonly PrintedBlock[]
}
export type PrintedKind =
  | 'department-report'
  | 'base-data-table'
  | 'self-evaluation-form'
  | 'project-report'
  | 'project-form'
  | 'goal-form'
  | 'monitoring-form'
  | 'report-set'

/**
 * title       centred, 2号小标宋
 * heading     level 1 一、 2 （一） 3 1. 4 （1）: the number is part of the runs
 * paragraph   body text, first line indented two characters unless `indent` is false
 * attachment  a line of the list that closes a report 附件说明: `label` 「附件：1.」 or 「2.」, the name in the runs
 * attachment-mark  「附件1」 above an attachment's title; opens a page
 * signature   closing lines 署名和成文日期: unit, then the date where there is one
 * table       a form; widths are shares of the text width, in per mille
 *
 * `from`: where a person typed the paragraph
 */
export type PrintedBlock =
  | { readonly kind: 'title'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly indent?: boolean; readonly from?: EntryField }
  | { readonly kind: 'attachment'; readonly label: string; readonly runs: readonly Run[] }
  | { readonly kind: 'attachment-mark'; readonly runs: readonly Run[] }
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  | PrintedTable

/**
 * A form or table.
 *
 * name        for the sheet and for readers of the screen
 * caption     printed above, centred; absent where the title stands for it
 * landscape   the table needs a page of its own, turned
 * rows        grid rows; a cell that another covers is left out (spans as in html)
 * headRows    how many rows repeat on every page
 * gridHead    rows of heads within the form that repeat on every page its rows run on to: the first, and how many
 */
export type PrintedTable = {
  readonly kind: 'table'
  readonly name: string
  readonly caption?: string
  readonly widths: readonly number[]
  readonly landscape?: boolean
  readonly headRows?: number
  readonly gridHead?: { readonly from: number; readonly rows: number }
  readonly rows: readonly (readonly PrintedCell[])[]
}

/** A cell of a form; `vertical` sets narrow text such as 绩效指标 one character a line; `from`: where its words are typed. */
export type PrintedCell = {
  readonly runs: readonly Run[]
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly bold?: boolean
  readonly vertical?: boolean
  readonly from?: EntryField
}

/** Words, or a number that carries its identity. */
export type Run = string | PrintedNumber

/**
 * A number as printed.
 *
 * fact      identity: 'measure|entity|year|phase', unique in the ledger's facts
 * text      what is printed, without the unit: '969.06', '100.00%' keeps its sign
 * quantity  value, unit and printed decimals
 * unit      printed after the number: '万元', '' in a column whose head names it
 */
export type PrintedNumber = {
  readonly fact: string
  readonly text: string
  readonly unit: string
  readonly quantity: Quantity
}

/** All reports of one department and year, with the facts they print; every file written of it carries its origin. */
export type ReportSet = {
  readonly origin?: SetOrigin
  readonly department: string
  readonly year: number
  readonly reports: readonly PrintedReport[]
  readonly facts: readonly LedgerFact[]
}

/**
 * A number of the ledger with its meaning and where it comes from.
 *
 * id         'measure|entity|year|phase'
 * title      what a person calls it: 全年预算数（年度资金总额）
 * quantity   exact value with the unit and decimals it is shown with by default
 * formula    how it was worked out, in words and numbers: '969.06 + 316.99 = 1286.05'; absent for a recorded number
 * terms      ids of the facts in the formula, with the sign each enters with: for formulas that stay alive in a workbook
 * records    keys of the ledger rows behind it: 'budget:3', 'work:meeting/17'
 */
export type LedgerFact = {
  readonly id: string
  readonly measure: string
  readonly entity: string
  readonly year: number
  readonly phase: string
  readonly title: string
  readonly quantity: Quantity
  readonly formula?: string
  readonly terms?: {
    readonly how: 'sum' | 'ratio'
    readonly of: readonly { readonly id: string; readonly sign: 1 | -1 }[]
  }
  readonly records: readonly string[]
}
