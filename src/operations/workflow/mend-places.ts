import type { Audit } from '#domain/audit.ts'
import { type Place, textAround } from '#domain/document.ts'
import type { Finding } from '#domain/finding.ts'
import type { EntryField } from '#domain/ledger/entry-keys.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { LedgerFact, ReportSet } from '#domain/report/printed-report.ts'
import type { ReadReport } from '#writing/reports/as-document.ts'
import { placeOf } from '#writing/findings/to-output.ts'
import { fieldOfRecord } from '../reports/field-of-record.ts'
import { describeRecord } from '../reports/describe-record.ts'

/**
 * One side of a finding in a set written from a ledger, led back to the ledger.
 *
 * part      title of the report it stands in
 * before, text, after   the words in question and those around them
 * title     what the number is called; `formula` how it was worked out
 * fields    where it is mended: the field its words were typed into, or those its number was worked out of, told in
 *           `said`; where these are many the first of each list, and `more` of them
 */
export type MendPlace = {
  readonly part: string
  readonly before: string
  readonly text: string
  readonly after: string
  readonly title?: string
  readonly formula?: string
  readonly fields: readonly MendField[]
}
export type MendField = EntryField & { readonly said: string; readonly more: number }
export type MendableFinding = Finding & { readonly mend: readonly MendPlace[] }

/** Words shown on each side of those in question. */
const around = 24

/** The findings on a set, each side of each with the fields of the ledger that mend it. */
export function mendable(audit: Audit, printed: ReadReport, set: ReportSet, ledger: Ledger): MendableFinding[] {
  const facts = new Map(set.facts.map((fact) => [fact.id, fact]))
  const part = ({ part: index }: Place) => audit.parts[index]?.title ?? audit.file
  return audit.findings.map((finding) => ({
    ...finding,
    mend: finding.evidence.map((evidence) => {
      const place = placeOf(evidence)
      const own = printed.factsAt(place).flatMap((id) => facts.get(id) ?? [])
      const typed = printed.typedAt(place)
      // What a paper outside the ledger proves is a fact, and yet was typed here.
      const behind = fieldsBehind(own, ledger)
      const [fact] = own
      return {
        part: part(place),
        ...wordsAt(printed, place),
        ...(fact ? { title: fact.title } : {}),
        ...(fact?.formula === undefined ? {} : { formula: fact.formula }),
        fields: behind.length === 0 && typed ? [{ ...typed, said: '', more: 0 }] : behind,
      }
    }),
  }))
}

function wordsAt({ document }: ReadReport, place: Place): Pick<MendPlace, 'before' | 'text' | 'after'> {
  const text = textAround(document, place)
  return {
    before: text.slice(Math.max(0, place.start - around), place.start),
    text: text.slice(place.start, place.end),
    after: text.slice(place.end, place.end + around),
  }
}

/** The entries numbers were worked out of: of each list the first, and how many more. */
function fieldsBehind(facts: readonly LedgerFact[], ledger: Ledger): MendField[] {
  const found = new Map<string, { readonly first: EntryField; readonly records: Set<string> }>()
  for (const fact of facts)
    for (const record of fact.records) {
      const field = fieldOfRecord(record, fact.measure)
      if (!field) continue
      const known = found.get(field.list)
      if (known) known.records.add(record)
      else found.set(field.list, { first: field, records: new Set([record]) })
    }
  return [...found.values()].map(({ first, records }) => {
    const [record = ''] = records
    return { ...first, said: describeRecord(ledger, record), more: records.size - 1 }
  })
}

/** The one field to go to: of a side where something is missing, else where that is a single one, else of the first. */
export function mendOf(mend: readonly MendPlace[]): { readonly entry?: EntryField } {
  const missing = mend.filter(({ text }) => text.trim() === '')
  const all = [...missing, ...mend].flatMap(({ fields }) => fields)
  const one = all.find(({ more }) => more === 0) ?? all[0]
  if (!one) return {}
  const { list, key, field } = one
  return { entry: { list, key, ...(field === undefined ? {} : { field }) } }
}
