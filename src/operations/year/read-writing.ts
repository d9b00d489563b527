import type { Ledger } from '#domain/ledger/ledger.ts'
import type { Scope } from '#domain/ledger/goal.ts'
import { unitText } from '#domain/unit.ts'
import type { Database } from '#storage/open-database.ts'
import type { LedgerScope } from '#storage/tables/scope-of-ledger.ts'
import { filledTitle } from '#writing/reports/compose/filled-title.ts'
import { outlinesOf } from '../packs/load-outlines.ts'
import { packOf } from '../reports/prepare-reports.ts'
import { preparedLedger } from '../ledgers/prepared-ledger.ts'
import { numberSaid } from './number-said.ts'

/** A chapter a clerk writes: `id` what its text is filed under; `faults` what in it is still to be settled. */
export type WritableChapter = {
  readonly id: string
  readonly heading: string
  readonly isRequired: boolean
  readonly faults: readonly string[]
}
/** The chapters of one report: of the department, or of one of its evaluated projects. */
export type WritableReport = {
  readonly scope: Scope
  readonly title: string
  readonly chapters: readonly WritableChapter[]
}
/** A number of the ledger that text may bind: `token` is what is typed for it. */
export type BindableNumber = {
  readonly token: string
  readonly title: string
  readonly value: string
  readonly unit: string
}
/** `proofs`: papers and evidence a number from outside may name. */
export type Writing = {
  readonly reports: readonly WritableReport[]
  readonly numbers: readonly BindableNumber[]
  readonly proofs: readonly { readonly id: string; readonly name: string }[]
}

/** What there is to write for a set, and the numbers text may bind instead of typing them. throws StorageProblem */
export async function readWriting(database: Database, scope: LedgerScope): Promise<Writing> {
  const { ledger, prepared } = await preparedLedger(database, scope)
  const { department, project } = outlinesOf(packOf(ledger))
  const { set, gaps } = prepared
  const chaptersOf = (outline: typeof department, name = '') => {
    const report = filledTitle(outline.title, ledger, name)
    return outline.chapters
      .filter(({ say }) => say.includes('prose'))
      .map(({ id, heading, required }) => ({
        id,
        heading,
        isRequired: required === true,
        faults: gaps.filter((gap) => gap.report === report && gap.chapter === heading).map(({ message }) => message),
      }))
  }
  const projects = ledger.projects
    .filter(({ evaluated }) => evaluated)
    .map(({ id, name }) => ({
      scope: { project: id },
      title: name,
      chapters: chaptersOf(project, name),
    }))
  return {
    reports: [{ scope: 'department', title: '部门整体', chapters: chaptersOf(department) }, ...projects],
    proofs: [
      ...ledger.papers.map(({ id, title }) => ({ id, name: title })),
      ...ledger.evidence.map(({ id, name }) => ({ id, name })),
    ],
    numbers: set.facts.flatMap((fact) => {
      const token = tokenOf(fact.id, ledger)
      return token
        ? [{ token, title: fact.title, value: numberSaid(fact.quantity), unit: unitText(fact.quantity.unit) }]
        : []
    }),
  }
}

/** What is typed in a text for a fact: {{measure@phase}}, with the project's name where it is a project's, {{count:…}} for a count. */
function tokenOf(id: string, { year }: Ledger): string | undefined {
  const [measure = '', entity = '', of = '', phase = ''] = id.split('|')
  if (of !== String(year) || measure.startsWith('outside.')) return undefined
  if (measure.startsWith('work.')) return `{{count:${measure.slice('work.'.length)}}}`
  return `{{${measure}@${phase}${entity ? `@${entity}` : ''}}}`
}
