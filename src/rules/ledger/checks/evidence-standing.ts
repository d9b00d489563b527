import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Evidence, Ledger } from '#domain/ledger/ledger.ts'

/**
 * Whether an indicator's files are what it asks for 佐证资料要求.
 *
 * given     ids of files: bound to it, to its typed value, to the records it is counted from
 * open      required materials no file was said to be, by name or by who handed it in
 * outcome   不要求 · 齐了 · 缺一些 · 一件也没有
 */
export type EvidenceStanding = {
  readonly indicator: string
  readonly name: string
  readonly required: readonly string[]
  readonly given: readonly string[]
  readonly open: readonly string[]
  readonly outcome: 'not-required' | 'enough' | 'some' | 'none'
}

/** Every indicator of a ledger with the files that prove it. `isThere`: the file of an entry still lies in the store. */
export function evidenceStandings(
  { indicators, evidence, workRecords }: Pick<Ledger, 'indicators' | 'evidence' | 'workRecords'>,
  isThere: (evidence: Evidence) => boolean,
): EvidenceStanding[] {
  const files = new Map(evidence.filter(isThere).map((each) => [each.id, each]))
  return indicators.map((indicator) => {
    const ids = [...bound(indicator, evidence), ...typed(indicator), ...ofRecords(indicator, workRecords)]
    const given = [...new Set(ids)].filter((id) => files.has(id))
    const required = indicator.evidenceRequired ?? []
    const open = required.filter((material) => !given.some((id) => isMaterial(files.get(id), indicator.id, material)))
    return { indicator: indicator.id, name: indicator.name, required, given, open, outcome: outcomeOf(required, open) }
  })
}

function outcomeOf(required: readonly string[], open: readonly string[]): EvidenceStanding['outcome'] {
  if (required.length === 0) return 'not-required'
  if (open.length === 0) return 'enough'
  return open.length < required.length ? 'some' : 'none'
}

function bound({ id }: IndicatorEntry, evidence: readonly Evidence[]): string[] {
  return evidence.filter(({ proves }) => proves?.some(({ indicator }) => indicator === id)).map((each) => each.id)
}

function typed({ actual }: IndicatorEntry): readonly string[] {
  return actual?.from === 'entered' ? (actual.evidence ?? []) : []
}

function ofRecords({ actual }: IndicatorEntry, records: Ledger['workRecords']): readonly string[] {
  if (actual?.from !== 'counted') return []
  return records
    .filter(({ kind, date }) => kind === actual.kind && date >= actual.since && date <= actual.until)
    .flatMap(({ evidence }) => evidence ?? [])
}

/** A file is a material when it was handed in as it, or carries its name: 「第3次会议纪要.pdf」 is 会议纪要. */
function isMaterial(file: Evidence | undefined, indicator: string, material: string): boolean {
  if (!file) return false
  const said = file.proves?.some((each) => each.indicator === indicator && each.requirement === material)
  return said === true || file.name.includes(material)
}
