import type { PlainEntry } from '#http/contracts/year.ts'
import type { EntryLine } from '../../saving/use-entries.ts'

/** What a round says of one indicator. */
export type RoundValue = {
  readonly indicator: string
  readonly value: string
  readonly expected?: string
  readonly possibility?: string
  readonly causes?: readonly string[]
  readonly reason?: string
}

export function valuesOf({ entry }: Pick<EntryLine, 'entry'>): readonly RoundValue[] {
  return (entry['values'] ?? []) as readonly RoundValue[]
}

/** The round's values with something of some indicators typed anew; one with nothing left to say goes. */
export function valuesWith(
  round: EntryLine,
  parts: readonly (Partial<RoundValue> & { indicator: string })[],
): PlainEntry {
  const told = new Map(valuesOf(round).map((each) => [each.indicator, each]))
  for (const part of parts) {
    const next = { value: '', ...told.get(part.indicator), ...part }
    const filled = Object.entries(next).filter(([field, said]) => field === 'value' || (said?.length ?? 0) > 0)
    told.set(part.indicator, Object.fromEntries(filled) as RoundValue)
  }
  return { values: [...told.values()].filter(({ value, ...said }) => value !== '' || Object.keys(said).length > 1) }
}
