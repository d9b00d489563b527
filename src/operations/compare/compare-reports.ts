import type { PrintedBlock, PrintedReport, Run } from '#domain/report/printed-report.ts'
import type { ParagraphComparison } from '#domain/year/comparison.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { Refused } from '../refused.ts'
import { compareTexts } from './compare-texts.ts'
import { type LedgerState, ledgerInState } from './ledger-states.ts'

/** A report as two states of the ledger print it; a state that has no such report prints nothing. */
export type ReportComparison = {
  readonly report: string
  readonly title: string
  readonly from: string
  readonly to: string
  readonly counts: Readonly<Record<ParagraphComparison['kind'], number>>
  readonly paragraphs: readonly ParagraphComparison[]
}

/** Compares a report of two states as printed. throws Refused entry-missing where neither has it; StorageProblem */
export async function compareReports(
  database: Database,
  scope: LedgerScope,
  report: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ReportComparison> {
  const earlier = reportOf(await ledgerInState(database, scope, from), report)
  const later = reportOf(await ledgerInState(database, scope, to), report)
  const title = (later ?? earlier)?.title
  if (title === undefined) throw new Refused('entry-missing', `没有“${report}”这份材料。`)
  const paragraphs = compareTexts(earlier ? printed(earlier) : [], later ? printed(later) : [])
  const counts = { same: 0, removed: 0, added: 0, changed: 0 }
  for (const { kind } of paragraphs) counts[kind] += 1
  return { report, title, from, to, counts, paragraphs }
}

function reportOf({ prepared: { set } }: LedgerState, id: string): PrintedReport | undefined {
  return [bindSet(set), ...set.reports].find((each) => nameOf(each.id) === nameOf(id))
}

/** A report's id without its place in the set, which another year's set may order otherwise. */
function nameOf(id: string): string {
  return id.replace(/^\d+-/, '')
}

/** The paragraphs of a report as a reader sees them; a row of a form is one, its cells parted by bars. */
function printed({ blocks }: PrintedReport): string[] {
  return blocks.flatMap(linesOf).filter((line) => line.trim() !== '')
}

function linesOf(block: PrintedBlock): readonly string[] {
  if (block.kind === 'signature') return block.lines
  if (block.kind === 'table') return block.rows.map((row) => row.map(({ runs }) => textOf(runs)).join('｜'))
  return [block.kind === 'attachment' ? block.label + textOf(block.runs) : textOf(block.runs)]
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (typeof run === 'string' ? run : run.text + run.unit)).join('')
}
