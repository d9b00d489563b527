import { Big } from 'big.js'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { LedgerFact, PrintedNumber, Run } from '#domain/report/printed-report.ts'
import type { EvaluatedForm } from '#domain/report/evaluated-form.ts'

/**
 * What a report is composed from.
 *
 * facts      by id; a fact that is not there is not printed
 * accounts   names of function accounts by code, without the word 科目
 * standards  how points are given in words, by sign or by the name of a rule; 'zero': for a target of zero
 * slowBelow  the execution rate in % below which the pack asks for a reason
 * forms      scored forms: the department's under '', each project's under its name
 */
export type Setting = {
  readonly ledger: Ledger
  readonly facts: ReadonlyMap<string, LedgerFact>
  readonly accounts: ReadonlyMap<string, string>
  readonly forms: ReadonlyMap<string, EvaluatedForm>
  readonly standards?: Readonly<Record<string, string>>
  readonly slowBelow?: Big
}

/** Where a number is looked up: entity '' is the department; `year` is the ledger's unless given. */
export type Wanted = {
  readonly measure: string
  readonly phase: string
  readonly entity?: string
  readonly year?: number
}

/** The fact asked for, if the ledger gives it. */
export function factOf(
  { ledger, facts }: Setting,
  { measure, phase, entity = '', year }: Wanted,
): LedgerFact | undefined {
  return facts.get(`${measure}|${entity}|${year ?? ledger.year}|${phase}`)
}

/** A fact as a number in running text, its unit behind it: 969.06万元, 85.51%, 59人. */
export function inText(fact: LedgerFact): PrintedNumber {
  const { unit } = fact.quantity
  return printed(fact, unit.kind === 'share' ? '' : unit.scale + unit.name)
}

/** A fact as a cell whose column names the unit: 969.06, 98.33%. */
export function inCell(fact: LedgerFact): PrintedNumber {
  return printed(fact, '')
}

function printed(fact: LedgerFact, unit: string): PrintedNumber {
  const { value, decimals, unit: of } = fact.quantity
  const rounded = value.round(decimals, Big.roundHalfUp)
  const sign = of.kind === 'share' ? of.name : ''
  return { fact: fact.id, text: rounded.toFixed(decimals) + sign, unit, quantity: { ...fact.quantity, value: rounded } }
}

/** Runs of a sentence with the numbers of facts in place: say`收入${fact}，` . Empty when one of the facts is missing. */
export function say(words: TemplateStringsArray, ...facts: (LedgerFact | string | undefined)[]): Run[] | undefined {
  const runs: Run[] = [words[0] ?? '']
  for (const [index, fact] of facts.entries()) {
    if (fact === undefined) return undefined
    runs.push(typeof fact === 'string' ? fact : inText(fact), words[index + 1] ?? '')
  }
  return runs.filter((run) => run !== '')
}

/** Several stretches parted by a mark: 「甲1.00万元，乙2.00万元」. */
export function joined(parts: readonly (readonly Run[])[], mark: string): Run[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [mark, ...part]))
}

/** Words a person typed, with the full stop they may have left out. */
export function asSentence(words: string): string {
  return /[。！？；：…”）)]\s*$/.test(words) || words.trim() === '' ? words : `${words.trimEnd()}。`
}

/** Whether so little of the budget was spent that the pack asks why. */
export function isSlow(setting: Setting, entity: string): boolean {
  const rate = factOf(setting, { measure: 'execution.rate', phase: 'none', entity })
  return setting.slowBelow !== undefined && rate !== undefined && rate.quantity.value.lt(setting.slowBelow)
}

/** The chapter in which a clerk says why little was spent. */
export function slowChapter(entity: string): string {
  return entity === '' ? 'spending.basic' : 'funds.spending'
}
