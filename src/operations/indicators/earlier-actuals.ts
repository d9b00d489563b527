import { Big } from 'big.js'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { type EarlierActual, yearsBack } from '#rules/ledger/checks/check-ambition.ts'
import { deriveFacts } from '#rules/ledger/facts/derive-facts.ts'
import { ledgerInputs } from '#rules/scoring/ledger-inputs.ts'
import { type WorkCount, readWorkCounts } from '#storage/counts/work-counts.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import { StorageProblem } from '#storage/storage-problem.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { countLedger } from '../ledgers/count-ledger.ts'
import { loadBaseRows } from '../reports/load-base-rows.ts'

/** The years an indicator of a year is held against, the latest first. */
export function yearsBefore(year: number): number[] {
  return Array.from({ length: yearsBack }, (_, at) => year - 1 - at)
}

/** Asks what an indicator reached in the years before: one of the same project (by name), name and unit. */
export type EarlierActuals = (indicator: IndicatorEntry, project?: string) => readonly EarlierActual[]

type Year = { readonly ledger: Ledger; readonly valueOf: (indicator: IndicatorEntry) => Big | undefined }
const heavy = ['payments', 'workRecords', 'sections', 'evidence', 'monitoring'] as const

/**
 * Reads the ledgers of the three years before a ledger's, as far as there are any. `only`: what will be asked for; where
 * it needs neither payments nor records, they are not read.
 */
export async function earlierActuals(
  database: Database,
  scope: LedgerScope,
  only?: { readonly indicator: IndicatorEntry; readonly project: string | undefined },
): Promise<EarlierActuals> {
  const years: Year[] = []
  const isAsked = (each: IndicatorEntry, ledger: Ledger) =>
    only === undefined || isTwin(each, only.indicator, only.project, ledger)
  for (const before of yearsBefore(scope.year)) {
    const year = await yearOrNone(database, { ...scope, year: before }, isAsked)
    if (year) years.push(year)
  }
  return (indicator, project) =>
    years.flatMap(({ ledger, valueOf }) => {
      const twin = ledger.indicators.find((each) => isTwin(each, indicator, project, ledger))
      const value = twin && valueOf(twin)
      return value ? [{ year: ledger.year, value }] : []
    })
}

async function yearOrNone(
  database: Database,
  scope: LedgerScope,
  isAsked: (indicator: IndicatorEntry, ledger: Ledger) => boolean,
): Promise<Year | undefined> {
  try {
    const ledger = await loadLedger(database, scope, { without: heavy })
    if (!ledger.indicators.some((indicator) => needsAll(indicator, ledger.year) && isAsked(indicator, ledger))) {
      const counts = await readWorkCounts(database, scope)
      return { ledger, valueOf: (indicator) => lightValue(indicator, counts) }
    }
    return wholeYear(await loadLedger(database, scope, { without: ['sections', 'evidence'] }))
  } catch (error) {
    if (error instanceof StorageProblem && error.code === 'ledger-missing') return undefined
    throw error
  }
}

/** Facts, and counts over other days than the year's, are worked out from the records and payments themselves. */
function needsAll({ actual }: IndicatorEntry, year: number): boolean {
  if (actual?.from === 'fact') return true
  return actual?.from === 'counted' && (actual.since !== `${year}-01-01` || actual.until !== `${year}-12-31`)
}

function lightValue({ actual }: IndicatorEntry, counts: readonly WorkCount[]): Big | undefined {
  if (actual?.from === 'entered') return typeof actual.value === 'string' ? undefined : actual.value
  if (actual?.from !== 'counted') return undefined
  return counts.find(({ kind, rule }) => kind === actual.kind && rule === actual.count)?.value
}

function wholeYear(ledger: Ledger): Year {
  const counts = countLedger(ledger)
  const inputs = ledgerInputs(ledger, deriveFacts(ledger, loadBaseRows(), counts), counts)
  const actuals = new Map(inputs.flatMap(({ indicators }) => indicators.map(({ id, actual }) => [id, actual])))
  return {
    ledger,
    valueOf: ({ id }) => {
      const actual = actuals.get(id)
      return actual instanceof Big ? actual : undefined
    },
  }
}

function isTwin(each: IndicatorEntry, wanted: IndicatorEntry, project: string | undefined, ledger: Ledger): boolean {
  if (bare(each.name) !== bare(wanted.name) || each.unit !== wanted.unit) return false
  if (each.scope === 'department' || wanted.scope === 'department') return each.scope === wanted.scope
  const { project: id } = each.scope
  return id === wanted.scope.project || ledger.projects.find((own) => own.id === id)?.name === project
}

function bare(name: string): string {
  return name.replace(/\s+/g, '')
}
