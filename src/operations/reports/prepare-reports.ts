import type { Evaluation } from '#domain/evaluation.ts'
import type { EntryField } from '#domain/ledger/entry-keys.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { RulePack } from '#domain/pack.ts'
import type { ReportSet } from '#domain/report/printed-report.ts'
import type { SetOrigin } from '#domain/report/set-origin.ts'
import { deriveFacts } from '#rules/ledger/facts/derive-facts.ts'
import { outsideFacts } from '#rules/ledger/facts/outside-facts.ts'
import { evaluateLedger } from '#rules/scoring/evaluate-ledger.ts'
import { type ComposedSet, composeReports } from '#writing/reports/compose/compose-reports.ts'
import { countLedger } from '../ledgers/count-ledger.ts'
import { originOf } from '../ledgers/ledger-digest.ts'
import { knowledge } from '../load-knowledge.ts'
import { formsOf } from '../packs/load-forms.ts'
import { outlinesOf } from '../packs/load-outlines.ts'
import { packById, packFor } from '../packs/load-packs.ts'
import { loadBaseRows } from './load-base-rows.ts'

/** The set, what a person has yet to write, and how the forms were scored. */
export type PreparedReports = ComposedSet & { readonly evaluations: readonly Evaluation[] }

/** Works a ledger out into the whole set of its reports: counts, facts, scores, then chapters and forms. */
export function prepareReports(ledger: Ledger, pack: RulePack = packOf(ledger)): PreparedReports {
  const counts = countLedger(ledger)
  const book = deriveFacts(ledger, loadBaseRows(), counts)
  outsideFacts(ledger, book)
  const { evaluations, forms } = evaluateLedger(ledger, pack, book, counts)
  const facts = new Map(book.all().map((fact) => [fact.id, fact]))
  const accounts = new Map([...knowledge().accounts].map(([code, { name }]) => [code, name]))
  const { set, gaps, questions } = composeReports(
    {
      ledger,
      facts,
      accounts,
      forms,
      ...(pack.standards ? { standards: pack.standards } : {}),
      ...(pack.execution.reasonBelow ? { slowBelow: pack.execution.reasonBelow } : {}),
    },
    { ...outlinesOf(pack), forms: formsOf(pack) },
  )
  const faults = evaluations.flatMap((evaluation) =>
    evaluation.faults.map((message) => ({
      report: evaluation.inputs.entity || '部门整体',
      chapter: '自评表',
      message,
      ...indicatorNamed(evaluation, message),
    })),
  )
  return { set: withOrigin(set, ledger, pack), gaps: [...gaps, ...faults], questions, evaluations }
}

/** The digest is worked out when the first file is written: what is only looked at needs none. */
function withOrigin(set: ReportSet, ledger: Ledger, pack: RulePack): ReportSet {
  let origin: SetOrigin | undefined
  return {
    ...set,
    get origin() {
      return (origin ??= originOf(ledger, pack.id))
    },
  }
}

/** What a fault says of an indicator, and the field that mends it. */
const fieldsOfFaults = [
  ['人工改为', 'override'],
  ['改分没有写理由', 'override'],
  ['没有写偏差原因', 'varianceReason'],
  ['没有分值', 'weight'],
] as const

/** The indicator a fault of a form speaks of, by its name in the sentence. */
function indicatorNamed({ inputs }: Evaluation, message: string): { readonly from?: EntryField } {
  const indicator = inputs.indicators.find(({ name }) => message.includes(`指标「${name}」`))
  if (!indicator) return {}
  const field = fieldsOfFaults.find(([words]) => message.includes(words))?.[1]
  return { from: { list: 'indicators', key: [indicator.id], ...(field === undefined ? {} : { field }) } }
}

/** What is registered and has no form of its own under the pack: nobody has to mend it, but somebody may look for it. */
export function withoutForm(ledger: Ledger, pack: RulePack = packOf(ledger)): string[] {
  const hasTable = formsOf(pack).baseData !== undefined
  if (hasTable || ledger.baseItems.length + ledger.buildings.length === 0) return []
  return [`规则包「${pack.title}」没有基础数据表，登记的基础数据只写进正文，不另印表`]
}

/** The pack the ledger names, else the one for its division and year. Throws when neither is there. */
export function packOf({ pack: id, division, year }: Ledger): RulePack {
  const pack = packById(id) ?? packFor(division.code, year)
  if (!pack) throw new Error(`no rule pack for ${division.code} in ${year}`)
  return pack
}
