import { sumOf } from '#domain/decimal-text.ts'
import type { Plain } from '#domain/plain.ts'
import type { Evaluation, ScoredIndicator } from '#domain/evaluation.ts'
import type { ScoredForms } from '#http/contracts/year.ts'
import type { EntryLine } from '../../saving/use-entries.ts'

export type Form = Plain<Evaluation>
export type Scored = Plain<ScoredIndicator>
export type Pack = ScoredForms['pack']

/**
 * A row of the form.
 *
 * line           the indicator as it is being edited
 * level1, level2 how many rows a merged cell that begins here covers; absent inside one
 * planned        points the pack gives the level-1 heading alone
 */
export type FormRow = {
  readonly scored: Scored
  readonly line: EntryLine
  readonly level1?: { readonly rows: number; readonly sum: string; readonly planned?: string }
  readonly level2?: { readonly rows: number }
}

/** The rows of a scored form, those of one heading together, in the order headings first stand. */
export function formRows(form: Form, lines: readonly EntryLine[], pack: Pack): readonly FormRow[] {
  const byId = new Map(lines.map((line) => [line.entry['id'], line]))
  const known = form.indicators.flatMap((scored) => {
    const line = byId.get(scored.input.id)
    return line ? [{ scored, line }] : []
  })
  return grouped(known, ({ scored }) => scored.input.level1).flatMap((group) => {
    const level1 = group[0]?.scored.input.level1 ?? ''
    const sum = sumOf(group.map(({ line }) => text(line.entry['weight'])))
    const planned = pointsOf(pack, form.variant, level1)
    const rows = grouped(group, ({ scored }) => scored.input.level2).flatMap((inner) =>
      inner.map((row, index) => (index === 0 ? { ...row, level2: { rows: inner.length } } : row)),
    )
    const head = { rows: group.length, sum, ...(planned === undefined ? {} : { planned }) }
    return rows.map((row, index) => (index === 0 ? { ...row, level1: head } : row))
  })
}

/** Points of a level-1 heading under a variant of the pack; undefined where it shares them with another heading. */
function pointsOf(pack: Pack, variant: string | undefined, level1: string): string | undefined {
  const groups = pack.variants.find(({ id }) => id === variant)?.groups
  return groups?.find(({ headings }) => headings.length === 1 && headings[0] === level1)?.points
}

export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  return [...Map.groupBy(items, keyOf).values()]
}

export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** What a form finds fault with about one indicator: its sentences name it. */
export function faultsOf(form: Form, name: string): readonly string[] {
  return form.faults.filter((fault) => fault.includes(`指标「${name}」`))
}

/** Whether lost points, or a remark, ask for words that are not there. */
export function needsReason({ scored, line }: FormRow): boolean {
  const isLost = scored.outcome === 'partial' || scored.outcome === 'zero'
  return isLost && text(line.entry['varianceReason']) === '' && text(line.entry['improvement']) === ''
}
