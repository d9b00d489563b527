import type { Evaluation } from '#domain/evaluation.ts'
import type { LedgerFinding } from '#rules/ledger/check-ledger.ts'
import type { Finding } from '#domain/finding.ts'
import { type LedgerList, entryKeyOf, entryKeys } from '#domain/ledger/entry-keys.ts'
import type { Ledger, OpenQuestion } from '#domain/ledger/ledger.ts'
import type { RulePack } from '#domain/pack.ts'
import { type Plain, plain } from '#domain/plain.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { preparedLedger } from '../ledgers/prepared-ledger.ts'
import { packOf } from '../reports/prepare-reports.ts'
import { Refused } from '../refused.ts'
import type { PlainEntry } from '../editing/entry-lists.ts'
import { pageOfFinding, pageOfGap } from '../workflow/page-of-finding.ts'
import { writeReportHtml } from '#writing/reports/formats/write-report-html.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { describeRecord } from '../reports/describe-record.ts'

/** The scored forms of a ledger; `entity` '' is the whole department. */
export type ScoredForms = {
  readonly pack: Plain<Pick<RulePack, 'id' | 'title' | 'execution' | 'variants' | 'qualitative'>>
  readonly forms: readonly Plain<Evaluation>[]
}

export async function readEvaluation(database: Database, scope: LedgerScope): Promise<ScoredForms> {
  const { ledger, prepared } = await preparedLedger(database, scope)
  const { id, title, execution, variants, qualitative } = packOf(ledger)
  return plain({
    pack: { id, title, execution, variants, qualitative },
    forms: prepared.evaluations,
  })
}

/** A finding on the ledger's entries, the page where it is mended, and the entry where it is about a single one. */
export type EntryFinding = Omit<LedgerFinding, 'where'> & {
  readonly page: string
  readonly entry?: { readonly list: LedgerList; readonly key: readonly string[] }
}
/** Everything a person should look at before handing the set in. */
export type YearChecks = {
  readonly entries: readonly EntryFinding[]
  readonly gaps: readonly { readonly page: string; readonly message: string }[]
  readonly reports: readonly Plain<Pick<Finding, 'rule' | 'severity' | 'message' | 'expression'>>[]
  readonly questions: readonly OpenQuestion[]
}

export async function readChecks(database: Database, scope: LedgerScope): Promise<YearChecks> {
  const { ledger, checked } = await preparedLedger(database, scope)
  const { ledger: entries, gaps, reports } = await checked()
  return {
    entries: entries.map(({ where, ...finding }) => ({
      ...finding,
      page: pageOfFinding(where),
      ...entryAt(ledger, where),
    })),
    gaps: gaps.map(({ report, chapter, message }) => ({
      page: pageOfGap(chapter),
      message: `【${report}】${chapter} ${message}`,
    })),
    reports: reports
      .filter(({ severity }) => severity !== 'info')
      .map(({ rule, severity, message, expression }) =>
        plain({ rule, severity, message, ...(expression === undefined ? {} : { expression }) }),
      ),
    questions: ledger.openQuestions,
  }
}

/** The entry a path of the ledger names, 'indicators.3'; nothing for a path of something else. */
function entryAt(ledger: Ledger, where: string): Pick<EntryFinding, 'entry'> {
  const [list = '', index] = where.split('.')
  const lists: Readonly<Record<string, unknown>> = ledger
  const entries = lists[list]
  const found: unknown = Array.isArray(entries) && index !== undefined ? entries[Number(index)] : undefined
  if (found === undefined || !Object.hasOwn(entryKeys, list)) return {}
  return { entry: { list: list as LedgerList, key: entryKeyOf(list as LedgerList, plain(found) as PlainEntry) } }
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

/** Where a printed number comes from: what it is called, its arithmetic, the ledger's records behind it, in words. */
export type TracedFact = {
  readonly title: string
  readonly value: string
  readonly formula?: string
  readonly records: readonly string[]
  readonly more: number
}
const mostRecords = 200

export async function traceFact(database: Database, scope: LedgerScope, id: string): Promise<TracedFact> {
  const { ledger, prepared } = await preparedLedger(database, scope)
  const fact = prepared.set.facts.find((each) => each.id === id)
  if (!fact) throw new Refused('entry-missing', '账本里没有这个数。')
  return {
    title: fact.title,
    value: fact.quantity.value.toFixed(),
    ...(fact.formula === undefined ? {} : { formula: fact.formula }),
    records: fact.records.slice(0, mostRecords).map((key) => describeRecord(ledger, key)),
    more: Math.max(0, fact.records.length - mostRecords),
  }
}
