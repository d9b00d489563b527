import { decimalOf } from '#domain/decimal-text.ts'
import type { ActualSource } from '#domain/ledger/goal.ts'
import type { Plain } from '#domain/plain.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { words } from '../../words/evaluation.ts'

export type Actual = Plain<ActualSource>

/** Where an indicator's actual value comes from, as it is being edited. */
export function actualOf({ entry }: EntryLine): Actual | undefined {
  return (entry['actual'] ?? undefined) as Actual | undefined
}

/** The indicator's actual value typed anew: a number without its unit, or words; a blank takes it away. */
export function actualTyped(line: EntryLine, typed: string): { readonly actual: Actual | null } {
  const actual = actualOf(line)
  if (typed === '') return { actual: null }
  const value = decimalOf(typed) ?? typed
  return { actual: { ...(actual?.from === 'entered' ? actual : {}), from: 'entered', value } }
}

export type Sufficiency = { readonly isEnough: boolean; readonly said: string; readonly attached: readonly string[] }

/** Whether what proves an actual value is there: papers that are attached, records that are counted, payments. */
export function sufficiencyOf(line: EntryLine): Sufficiency {
  const actual = actualOf(line)
  const required = (line.entry['evidenceRequired'] ?? []) as readonly string[]
  if (actual?.from === 'counted') return { isEnough: true, said: words.evidence.byRecords, attached: [] }
  if (actual?.from === 'fact') return { isEnough: true, said: words.evidence.byLedger, attached: [] }
  const attached = actual?.evidence ?? []
  if (required.length === 0 && attached.length === 0) return { isEnough: true, said: words.evidence.none, attached }
  const isEnough = attached.length >= required.length
  const said = isEnough ? words.evidence.enough : words.evidence.lacking(attached.length, required.length)
  return { isEnough, said, attached }
}
