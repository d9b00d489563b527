import type { Ledger } from '#domain/ledger/ledger.ts'
import type { LedgerFact, ReportSet } from '#domain/report/printed-report.ts'
import { unitText } from '#domain/unit.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { describeRecord } from './describe-record.ts'
import { recordIndex } from './record-index.ts'
import { formulaOf } from './formula-of.ts'
import { numbersOfFile } from './numbers-of-file.ts'
import { printedNumbers } from './printed-pieces.ts'

/**
 * A number of a written file, led back to where it comes from.
 *
 * place      where it stands: 第12个数, 自评表!E3
 * text       what the file says now; `expected` what the ledger prints there
 * changed    the file says something else than the ledger
 * records    the ledger's rows behind it, in words
 */
export type TracedNumber = {
  readonly place: string
  readonly text: string
  readonly expected?: string
  readonly changed: boolean
  readonly title?: string
  readonly formula?: string
  readonly records: readonly string[]
  readonly evidence: readonly string[]
  readonly fact?: LedgerFact
}

/** Every number of a written docx, xlsx, html or pdf, with what became of it. Throws with a Chinese message on any other file. */
export async function traceFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  ledger: Ledger,
  set: ReportSet,
): Promise<TracedNumber[]> {
  const facts = new Map(set.facts.map((fact) => [fact.id, fact]))
  const printed = printedTexts(set)
  const found = await numbersOfFile(file, set)
  if (found.length === 0)
    throw new Error(`${file.name}：里面没有带标识的数，请给出本系统生成的 docx、xlsx、html 或 pdf`)
  return found.map(({ place, fact: id, text, uncalculated }) => {
    const fact = id === undefined ? undefined : facts.get(id)
    if (!fact) return { place, text, changed: true, records: [], evidence: [] }
    const formula = formulaOf(fact, ledger, set)
    const texts = printed.get(fact.id) ?? new Set<string>()
    return {
      place,
      text: uncalculated ? '公式没有算过' : text,
      changed: !uncalculated && !texts.has(text.trim()),
      expected: [...texts][0] ?? fact.quantity.value.toFixed(fact.quantity.decimals),
      title: fact.title,
      ...(formula === undefined ? {} : { formula }),
      records: fact.records.map((key) => describeRecord(ledger, key)),
      evidence: evidenceOf(ledger, fact),
      fact,
    }
  })
}

/** Whether a traced number is what a person asked for: by its text, its place or its title. */
export function isAskedFor(traced: TracedNumber, words: string): boolean {
  // A spreadsheet program names a cell 自评表!$E$5.
  const at = words.includes('!') ? words.replaceAll(/[$']/g, '').toUpperCase() : words
  const unit = traced.fact ? unitText(traced.fact.quantity.unit) : ''
  if (traced.text === at || `${traced.text}${unit}` === at || traced.place.toUpperCase() === at) return true
  // 39 asks for a number, not for the account 2010399.
  return !/^[\d.,%]+$/.test(at) && (traced.title?.includes(at) ?? false)
}

/** The cells of the sheet a person named that do carry a number, for one who asked for another: 「自评表!C5、自评表!D5」. */
export function cellsBeside(traced: readonly TracedNumber[], at: string): readonly string[] {
  const [sheet, cell] = at.split('!')
  if (cell === undefined) return []
  return [...new Set(traced.map(({ place }) => place).filter((place) => place.startsWith(`${sheet}!`)))]
}

/** What each fact is printed as: a rate is 100% in one place and 100.00 in another. */
function printedTexts(set: ReportSet): Map<string, Set<string>> {
  const texts = new Map<string, Set<string>>()
  for (const { fact, text } of printedNumbers(bindSet(set))) texts.set(fact, (texts.get(fact) ?? new Set()).add(text))
  return texts
}

function evidenceOf(ledger: Ledger, fact: LedgerFact): string[] {
  const ids = fact.records.flatMap((key) => {
    if (key.startsWith('evidence:')) return [key.slice('evidence:'.length)]
    if (key.startsWith('work:')) return recordIndex(ledger).workRecords.get(key.slice('work:'.length))?.evidence ?? []
    if (!key.startsWith('indicator:')) return []
    const indicator = ledger.indicators.find(({ id }) => key === `indicator:${id}`)
    if (!indicator) return []
    const { id: own, actual } = indicator
    const proving = ledger.evidence.filter(({ proves }) => proves?.some((one) => one.indicator === own))
    return [...(actual?.from === 'entered' ? (actual.evidence ?? []) : []), ...proving.map(({ id }) => id)]
  })
  return [...new Set(ids)].map((id) => {
    const evidence = ledger.evidence.find((one) => one.id === id)
    return evidence ? `${evidence.name}（${evidence.sha256.slice(0, 12)}…）` : id
  })
}
