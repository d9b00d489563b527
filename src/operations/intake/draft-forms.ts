import type { Part } from '#domain/document.ts'
import type { BaseItem } from '#domain/ledger/base-data.ts'
import type { BaseRow } from '#domain/ledger/base-row.ts'
import type { IndicatorEntry, Scope } from '#domain/ledger/goal.ts'
import type { OpenQuestion } from '#domain/ledger/ledger.ts'
import { baseValue } from '#domain/quantity.ts'
import { buildIndicator } from '#reading/imports/build-indicator.ts'
import { type Intake, take } from './intake.ts'

type ScopeOf = (part: Part) => Scope

/** The amounts of the base-data table that payments cannot tell: last year's, the budget's, and procurement. */
export function draftBaseItems(intake: Intake, rows: readonly BaseRow[]): BaseItem[] {
  const items: BaseItem[] = []
  const add = (item: string, zh: string, column: BaseItem['column'], year: number, phase: 'original' | 'actual') => {
    const wanted = { measures: [item], phases: [phase], year } as const
    const amount = take(
      intake,
      wanted,
      `baseItems.${items.length}`,
      `${zh} ${year}年${phase === 'actual' ? '决算' : '预算'}`,
    )
    if (amount) items.push({ item, column, amount })
  }
  for (const { item, zh, parts, economic, rest } of rows) {
    if (parts || item === 'basic-adjustment') continue
    add(item, zh, 'prior-actual', intake.year - 1, 'actual')
    add(item, zh, 'original', intake.year, 'original')
    if (!economic && !rest) add(item, zh, 'actual', intake.year, 'actual')
  }
  return items
}

/** Every indicator row of the file's forms; what a row does not make clear becomes a question. */
export function draftIndicators({ reading }: Intake, scopeOf: ScopeOf, questions: OpenQuestion[]): IndicatorEntry[] {
  const rows = reading.indicators.filter(({ filler, name }) => !filler && name.text.trim() !== '')
  return rows.flatMap((row, index) => {
    const part = reading.parts.find((each) => each.index === row.part)
    const scope = part ? scopeOf(part) : 'department'
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
    const ask = (question: string) =>
      questions.push({ id: `indicator-${index + 1}-${questions.length}`, question, holds: '待定', sources: [said] })
    const entry = builtIndicator(values, (message) => ask(`${said}：${message}`))
    if (!entry || !row.weight || !entry.target) {
      ask(`${said}：没有${row.weight ? '指标值' : '分值'}，未收入草稿。`)
      return []
    }
    return [entry]
  })
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
