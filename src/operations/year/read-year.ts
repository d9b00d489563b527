import type { Evaluation } from '#domain/evaluation.ts'
import type { LedgerFinding } from '#rules/ledger/checks/check-ledger.ts'
import type { Finding } from '#domain/finding.ts'
import type { EntryField } from '#domain/ledger/entry-keys.ts'
import type { OpenQuestion } from '#domain/ledger/ledger.ts'
import type { RulePack } from '#domain/pack.ts'
import { type Plain, plain } from '#domain/plain.ts'
import type { ReviewBounds } from '#domain/year/score-and-execution.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { preparedLedger } from '../ledgers/prepared-ledger.ts'
import { packOf } from '../reports/prepare-reports.ts'
import { Refused } from '../refused.ts'
import { monitoringPlan } from './monitoring-plan.ts'
import { entryOf } from '../workflow/entry-of-finding.ts'
import { type MendPlace, mendOf } from '../workflow/mend-places.ts'
import { pageOfFinding, gapToFill } from '../workflow/page-of-finding.ts'
import { writeReportHtml } from '#writing/reports/formats/write-report-html.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { unitText } from '#domain/unit.ts'
import { fieldOfRecord } from '../reports/field-of-record.ts'
import { describeRecord } from '../reports/describe-record.ts'
import { formulaOf } from '../reports/formula-of.ts'
import { numberSaid } from './number-said.ts'

/** The scored forms of a ledger, `entity` '' the whole department; `review`: which scores are too good for what was spent. */
export type ScoredForms = {
  readonly pack: Plain<Pick<RulePack, 'id' | 'title' | 'execution' | 'variants' | 'qualitative'>>
  readonly forms: readonly Plain<Evaluation>[]
  readonly review: ReviewBounds
}

export async function readEvaluation(database: Database, scope: LedgerScope): Promise<ScoredForms> {
  const { ledger, prepared } = await preparedLedger(database, scope)
  const { id, title, execution, variants, qualitative } = packOf(ledger)
  return plain({
    pack: { id, title, execution, variants, qualitative },
    forms: prepared.evaluations,
    review: monitoringPlan(ledger).review,
  })
}

/** A finding on the ledger's entries, the page where it is mended, and the entry where it is about a single one. */
export type EntryFinding = Omit<LedgerFinding, 'where' | 'field'> & {
  readonly page: string
  readonly entry?: EntryField
}
/** A finding of the audit on the set, each of its sides with the fields that mend it; `entry` the first to go to. */
export type ReportFinding = Plain<Pick<Finding, 'rule' | 'severity' | 'message' | 'expression'>> & {
  readonly mend: readonly MendPlace[]
  readonly entry?: EntryField
}
/** Everything a person should look at before handing the set in. */
export type YearChecks = {
  readonly entries: readonly EntryFinding[]
  readonly gaps: readonly { readonly page: string; readonly message: string; readonly entry?: EntryField }[]
  readonly reports: readonly ReportFinding[]
  readonly questions: readonly OpenQuestion[]
}

export async function readChecks(database: Database, scope: LedgerScope): Promise<YearChecks> {
  const { ledger, checked } = await preparedLedger(database, scope)
  const { ledger: entries, gaps, reports } = checked()
  return {
    entries: entries.map(({ where, field, ...finding }) => ({
      ...finding,
      page: pageOfFinding(where, field),
      ...entryOf(ledger, { where, ...(field === undefined ? {} : { field }) }),
    })),
    gaps: gaps.map(gapToFill),
    reports: reports
      .filter(({ severity }) => severity !== 'info')
      .map(({ rule, severity, message, expression, mend }) => ({
        rule,
        severity,
        message,
        ...(expression === undefined ? {} : { expression }),
        mend,
        ...mendOf(mend),
      })),
    questions: ledger.openQuestions,
  }
}

/** The reports of the set, by id and title; the bound set stands first. */
export type ReportLine = { readonly id: string; readonly title: string }

export async function listReports(database: Database, scope: LedgerScope): Promise<ReportLine[]> {
  const { set } = (await preparedLedger(database, scope)).prepared
  return [bindSet(set), ...set.reports].map(({ id, title }) => ({ id, title }))
}

/** One report of the set as the page that would be published. throws Refused entry-missing */
export async function previewReport(database: Database, scope: LedgerScope, id: string): Promise<Uint8Array> {
  const { set } = (await preparedLedger(database, scope)).prepared
  const report = [bindSet(set), ...set.reports].find((each) => each.id === id)
  if (!report) throw new Refused('entry-missing', `没有“${id}”这份材料。`)
  return writeReportHtml(report, set)
}

/**
 * Where a printed number comes from: what it is called, its arithmetic, the ledger's records behind it, in words, each with
 * the field it stands in.
 */
export type TracedFact = {
  readonly title: string
  readonly value: string
  readonly formula?: string
  readonly records: readonly { readonly said: string; readonly entry?: EntryField }[]
  readonly more: number
}
const mostRecords = 200

export async function traceFact(database: Database, scope: LedgerScope, id: string): Promise<TracedFact> {
  const { ledger, prepared } = await preparedLedger(database, scope)
  const fact = prepared.set.facts.find((each) => each.id === id)
  if (!fact) throw new Refused('entry-missing', '账本里没有这个数。')
  const formula = formulaOf(fact, ledger, prepared.set)
  return {
    title: fact.title,
    value: `${numberSaid(fact.quantity)}${unitText(fact.quantity.unit)}`,
    ...(formula === undefined ? {} : { formula }),
    records: fact.records.slice(0, mostRecords).map((key) => {
      const entry = fieldOfRecord(key, fact.measure)
      return { said: describeRecord(ledger, key), ...(entry ? { entry } : {}) }
    }),
    more: Math.max(0, fact.records.length - mostRecords),
  }
}
