import type { BaseItem, Building } from '../ledger/base-data.ts'
import type { BudgetLine, Payment, Project } from '../ledger/budget.ts'
import type { Goal, IndicatorEntry } from '../ledger/goal.ts'
import type { MainTask } from '../ledger/main-task.ts'
import type { StaffLine } from '../ledger/staffing.ts'
import type { WorkRecord } from '../ledger/work-ledger.ts'

/** What one row of each kind of table becomes in the ledger. */
export type ImportEntries = {
  'budget-lines': BudgetLine
  payments: Payment
  staffing: StaffLine
  'base-data': BaseItem
  buildings: Building
  projects: Project
  tasks: MainTask
  goals: Goal
  indicators: IndicatorEntry
  'work-records': WorkRecord
}
export type ImportKind = keyof ImportEntries
export type ImportEntry = ImportEntries[ImportKind]

/**
 * A table a department may hand in (data/imports/*.yaml, or made from a kind of work ledger).
 *
 * zh       what people call it: 国库支付明细
 * work     id of the kind of work ledger whose records it holds; `key` the fields of its key
 */
export type ImportTable = {
  readonly id: ImportKind
  readonly zh: string
  readonly note?: string
  readonly fields: readonly ImportField[]
  readonly work?: string
  readonly key?: readonly string[]
}

/**
 * What a column may hold.
 *
 * amount        money, kept in 元 to the fen
 * count         whole number, not negative
 * function-code, economic-code   a code of 政府收支分类科目, alone or with its name
 * organisation, project          an id or a name that the ledger knows
 * projects      several of them, parted by ；
 */
export type ImportFieldType =
  | 'text'
  | 'amount'
  | 'number'
  | 'count'
  | 'date'
  | 'choice'
  | 'yes-no'
  | 'function-code'
  | 'economic-code'
  | 'organisation'
  | 'project'
  | 'projects'

/**
 * A column.
 *
 * zh        the heading of the template; `synonyms` other headings, the likeliest first
 * unit      unit of the template's column and of a table that prints none
 * example   what the template's example row shows
 */
export type ImportField = {
  readonly id: string
  readonly zh: string
  readonly type: ImportFieldType
  readonly synonyms?: readonly string[]
  readonly required?: boolean
  readonly choices?: readonly ImportChoice[]
  readonly unit?: string
  readonly note?: string
  readonly example?: string
}

/** A word a column allows: the value kept, the word printed, other words for it. */
export type ImportChoice = { readonly value: string; readonly zh: string; readonly synonyms?: readonly string[] }

/** Led by this, the first cell of a row says that the row is only an example. */
export const exampleMark = '【示例】'
