import type { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { BaseColumn, BaseItem } from '#domain/ledger/base-data.ts'
import type { BaseRow } from '#domain/ledger/base-row.ts'
import type { IndicatorEntry, Scope } from '#domain/ledger/goal.ts'
import type { OpenQuestion } from '#domain/ledger/ledger.ts'
import { baseValue } from '#domain/quantity.ts'
import type { IndicatorRow } from '#domain/reading.ts'
import { buildIndicator } from '#reading/imports/build-indicator.ts'
import { baseCells } from './base-cells.ts'
import { type Intake, type ScopeOf, take, takeCell, takeUnlike } from './intake.ts'
import { withoutStop } from './without-stop.ts'

/**
 * The amounts of the base-data table that payments and budget lines cannot tell: last year's, the budget's, procurement. A
 * total is what its parts come to: it is taken where one of them is not told, or where it says otherwise.
 */
export function draftBaseItems(intake: Intake, rows: readonly BaseRow[]): BaseItem[] {
  const items: BaseItem[] = []
  const cells = baseCells(intake, rows)
  const add = ({ item, zh, parts }: BaseRow, column: BaseColumn) => {
    const phase = column === 'original' ? 'original' : 'actual'
    const year = column === 'prior-actual' ? intake.year - 1 : intake.year
    const path = `baseItems.${items.length}`
    const what = `${zh} ${year}年${phase === 'actual' ? '决算' : '预算'}`
    const cell = cells.get(`${item}@${column}`)
    const sum = parts && sumOf(parts, column, items)
    const amount = sum
      ? takeUnlike(intake, cell, sum, path, what)
      : (take(intake, { measures: [item], phases: [phase], year }, path, what) ?? takeCell(intake, cell, path, what))
    if (amount) items.push({ item, column, amount })
  }
  for (const row of rows.toSorted((one, two) => depthOf(two, rows) - depthOf(one, rows))) {
    const { item, parts, economic, rest } = row
    add(row, 'prior-actual')
    if (item !== 'spending.project') add(row, 'original')
    if (!parts && !economic && !rest && item !== 'basic-adjustment') add(row, 'actual')
  }
  return items
}

/** What the parts of a total come to; undefined where one of them is not told. */
function sumOf(parts: readonly string[], column: BaseColumn, items: readonly BaseItem[]): Big | undefined {
  const own = parts.map((part) => items.find((each) => each.item === part && each.column === column)?.amount)
  return own.every((amount) => amount !== undefined) ? addUp(own) : undefined
}

/** How many totals a row is under. */
function depthOf({ item }: BaseRow, rows: readonly BaseRow[]): number {
  const total = rows.find(({ parts }) => parts?.includes(item))
  return total ? 1 + depthOf(total, rows) : 0
}

/**
 * Every indicator of the file's forms; what a row does not make clear becomes a question. The goal form and the
 * self-evaluation form print the same indicators: what one of them leaves out is taken from the other.
 */
export function draftIndicators({ reading }: Intake, scopeOf: ScopeOf, questions: OpenQuestion[]): IndicatorEntry[] {
  const parts = new Map(reading.parts.map((part) => [part.index, part]))
  const scopeAt = ({ part, name }: IndicatorRow): Scope => {
    const own = parts.get(part)
    return own ? scopeOf(own, name.place.block) : 'department'
  }
  const rows = reading.indicators.filter(({ filler, name }) => !filler && name.text.trim() !== '')
  return printedOnce(rows, scopeAt).flatMap((row, index) => {
    const scope = scopeAt(row)
    const said = `表${row.table}第${row.row}行「${row.name.text}」`
    const values = {
      id: `i${index + 1}`,
      scope: scope === 'department' ? '' : scope.project,
      level1: row.group[0],
      level2: row.group[1] || row.group[0],
      name: row.name.text,
      target: row.target?.text ?? '',
      ...(row.weight ? { weight: baseValue(row.weight.quantity) } : {}),
      ...(row.actual?.text ? { actual: row.actual.text } : {}),
      ...(row.reason?.text ? { varianceReason: row.reason.text } : {}),
    }
    const doubts: string[] = []
    const entry = builtIndicator(values, (message) => doubts.push(message))
    const isTaken = entry !== undefined && row.weight !== undefined && Boolean(entry.target)
    if (!isTaken) doubts.push(`没有${row.weight ? '指标值' : '分值'}，未收入草稿`)
    const holds = isTaken ? heldAs(entry) : '没有收入草稿'
    for (const doubt of doubts)
      questions.push({
        id: `indicator-${index + 1}-${questions.length}`,
        question: `${said}：${withoutStop(doubt)}`,
        holds,
        sources: [said],
      })
    return isTaken ? [entry] : []
  })
}

/** 「≥12次」 as the draft enters it. */
function heldAs({ sign, target, unit }: IndicatorEntry): string {
  return sign === '定性' ? String(target) : `${sign}${typeof target === 'string' ? target : target.toFixed()}${unit}`
}

/** Rows of different forms that name one indicator with one target, as one row. */
function printedOnce(rows: readonly IndicatorRow[], scopeAt: (row: IndicatorRow) => Scope): IndicatorRow[] {
  const bare = (text = '') => text.replace(/\s/g, '')
  const found: { key: string; tables: Set<number>; row: IndicatorRow }[] = []
  for (const row of rows) {
    const key = JSON.stringify([scopeAt(row), bare(row.name.text), bare(row.target?.text)])
    // Twice in one form is twice: the check asks about it.
    const same = found.find((each) => each.key === key && !each.tables.has(row.table))
    if (!same) {
      found.push({ key, tables: new Set([row.table]), row })
      continue
    }
    same.tables.add(row.table)
    const [full, other] = same.row.weight || !row.weight ? [same.row, row] : [row, same.row]
    same.row = { ...other, ...full, ...(full.actual?.text || !other.actual ? {} : { actual: other.actual }) }
  }
  return found.map(({ row }) => row)
}

type IndicatorValues = Parameters<typeof buildIndicator>[0]

/** A number without a sign is taken as a floor, as most are, and asked about. */
function builtIndicator(values: IndicatorValues, ask: (message: string) => void): IndicatorEntry | undefined {
  const complaints: { readonly field: string; readonly message: string }[] = []
  const build = (each: IndicatorValues) => {
    complaints.length = 0
    return buildIndicator(each, (_, field, message, mend) =>
      complaints.push({ field, message: `${message}${mend}` }),
    )[0]
  }
  let entry = build(values)
  if (complaints.some(({ field }) => field === 'sign')) {
    entry = build({ ...values, sign: '≥' })
    ask('没有写计算符号，草稿按“≥”登记，请核对。')
  }
  for (const { message } of complaints) ask(message)
  return entry
}
