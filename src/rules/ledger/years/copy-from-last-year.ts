import type { Project } from '#domain/ledger/budget.ts'
import type { ActualSource, Goal, IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { CopiedList } from '#domain/year/copied.ts'
import { blankLedger } from './blank-ledger.ts'

/** Last year's entries as this year would begin with them. */
export type Carried = Pick<Ledger, CopiedList>

/**
 * Goals, indicators, projects and kinds of work ledgers of one year as the next begins with them: what was reached, why
 * not, points set by hand and money arrived are blank; a count keeps its rule over the new year's days; a project goes on.
 */
export function carriedOver(last: Ledger, year: number): Carried {
  return {
    projects: last.projects.map(continued),
    workKinds: last.workKinds,
    goals: last.goals.map(({ achieved: _achieved, ...goal }): Goal => goal),
    indicators: last.indicators.map((indicator) => renewed(indicator, year - last.year)),
  }
}

/** Fields that carriedOver leaves blank, where the entry had them. */
export const blankedFields: Readonly<Record<CopiedList, readonly string[]>> = {
  projects: ['arrived'],
  workKinds: [],
  goals: ['achieved'],
  indicators: ['actual', 'varianceReason', 'improvement', 'override'],
}

/** A ledger for a new year with the units of last year's, its projects and all else that goes on; no money, no people. */
export function newYearLedger(last: Ledger, year: number, pack: string): Ledger {
  const { division, department, units } = last
  return { ...blankLedger({ division, department, units, year, pack }), ...carriedOver(last, year) }
}

function continued({ arrived: _arrived, ...project }: Project): Project {
  return { ...project, nature: 'continued' }
}

function renewed(indicator: IndicatorEntry, years: number): IndicatorEntry {
  const { actual, varianceReason: _reason, improvement: _improvement, override: _override, ...rest } = indicator
  const source = actual && sourceInYear(actual, years)
  return source ? { ...rest, actual: source } : rest
}

/** Where the actual value will come from again; a value that was typed is not carried. */
function sourceInYear(actual: ActualSource, years: number): ActualSource | undefined {
  if (actual.from === 'entered') return undefined
  if (actual.from === 'fact') return actual
  return { ...actual, since: moved(actual.since, years), until: moved(actual.until, years) }
}

/** A day some years later; 29 February becomes the 28th where there is none. */
function moved(day: string, years: number): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const next = Number(year) + years
  const isLeap = (next % 4 === 0 && next % 100 !== 0) || next % 400 === 0
  return `${String(next).padStart(4, '0')}-${month}-${month === '02' && date === '29' && !isLeap ? '28' : date}`
}
