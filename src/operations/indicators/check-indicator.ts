import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { type EarlierActual, unambitious } from '#rules/ledger/checks/check-ambition.ts'
import { type DraftRemark, checkDraft } from '#rules/ledger/checks/check-draft.ts'
import { headingHint } from '#rules/ledger/checks/heading-hint.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { entryShapes } from '../ledgers/ledger-shape.ts'
import { fieldIssues } from '../ledgers/shape-issues.ts'
import { packOf } from '../reports/prepare-reports.ts'
import { earlierActuals } from './earlier-actuals.ts'

type History = readonly { readonly year: number; readonly value: string }[]
/** What is said of a draft beside its fields, and what the same indicator reached before; `isWhole`: it could be stored. */
export type CheckedDraft = {
  readonly isWhole: boolean
  readonly remarks: readonly DraftRemark[]
  readonly earlier: History
}
/** An indicator of a ledger with what it reached before; `remark` where its target asks too little. */
export type AmbitionLine = {
  readonly id: string
  readonly name: string
  readonly earlier: History
  readonly remark?: string
}

/** Checks one indicator as it is being written; what is missing is said beside its field, never refused. throws StorageProblem */
export async function checkIndicator(
  database: Database,
  scope: LedgerScope,
  draft: Readonly<Record<string, unknown>>,
): Promise<CheckedDraft> {
  const filled = Object.entries(draft).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const content = { id: ' ', unit: '', ...Object.fromEntries(filled) }
  const shaped = entryShapes.indicators.safeParse(content)
  if (!shaped.success) {
    const issues = fieldIssues(shaped.error, content)
    const remarks = issues.map((issue) => ({ rule: 'indicator.incomplete', severity: 'error' as const, ...issue }))
    return { isWhole: false, remarks: [...remarks, ...hintOf(draft)], earlier: [] }
  }
  const indicator = shaped.data as IndicatorEntry
  const ledger = await lightLedger(database, scope, indicator)
  const project = projectOf(indicator, ledger)
  const earlier = (await earlierActuals(database, scope, { indicator, project }))(indicator, project)
  const remarks = checkDraft(indicator, { ledger, pack: packOf(ledger), earlier })
  return { isWhole: true, remarks, earlier: historyOf(earlier) }
}

/** What the name alone says, before the rest is filled in. */
function hintOf({ level2, name, unit }: Readonly<Record<string, unknown>>): DraftRemark[] {
  const [heading, called, measure] = [level2, name, unit].map((each) => (typeof each === 'string' ? each : ''))
  const message = headingHint(heading ?? '', called ?? '', measure ?? '')
  return message === undefined
    ? []
    : [{ rule: 'indicator.heading-hint', severity: 'warning', field: 'level2', message }]
}

/** Every indicator of a ledger held against the three years before. throws StorageProblem */
export async function checkAmbition(database: Database, scope: LedgerScope): Promise<AmbitionLine[]> {
  const ledger = await loadLedger(database, scope, { without: ['payments', 'workRecords', 'sections', 'evidence'] })
  const actualsOf = await earlierActuals(database, scope)
  return ledger.indicators.map((indicator) => {
    const earlier = actualsOf(indicator, projectOf(indicator, ledger))
    const remark = unambitious(indicator, earlier)
    const line = { id: indicator.id, name: indicator.name, earlier: historyOf(earlier) }
    return remark === undefined ? line : { ...line, remark }
  })
}

/** Records are read only for an indicator that is counted: whether its kind has any. */
function lightLedger(database: Database, scope: LedgerScope, { actual }: IndicatorEntry): Promise<Ledger> {
  const without = ['payments', 'sections', 'evidence', 'budgetLines'] as const
  return loadLedger(database, scope, { without: actual?.from === 'counted' ? without : [...without, 'workRecords'] })
}

function projectOf({ scope }: IndicatorEntry, { projects }: Ledger): string | undefined {
  return scope === 'department' ? undefined : projects.find(({ id }) => id === scope.project)?.name
}

function historyOf(earlier: readonly EarlierActual[]): History {
  return earlier.map(({ year, value }) => ({ year, value: value.toFixed() }))
}
