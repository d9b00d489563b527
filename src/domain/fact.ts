import type { Place } from './document.ts'
import type { Quantity } from './quantity.ts'

/**
 * A number as it stands in a document.
 *
 * id       unique within the reading
 * text     as printed with its unit: 「969.06万元」
 * printed  the digits without thousands separators and without %: '969.06'
 * unit     the unit that applies, printed beside it or in the head of its column: '万元' ('' when unknown)
 */
export type Figure = {
  readonly id: number
  readonly quantity: Quantity
  readonly text: string
  readonly printed: string
  readonly unit: string
  readonly place: Place
}

/** 年初 · 全年 · 执行 · 调整 · 截至某月 · 目标 · 实际; 'none' where the measure has no phase (编制数). */
export type Phase = 'original' | 'adjustment' | 'final' | 'actual' | 'target' | 'to-date' | 'none'
/** What people call a phase. */
export const phaseNames: Readonly<Record<Phase, string>> = {
  original: '年初',
  adjustment: '调整',
  final: '全年',
  actual: '执行',
  target: '目标',
  'to-date': '截至某日',
  none: '（不分）',
}

/**
 * A number with its meaning: measure × entity × year × phase.
 *
 * measure    id in data/measures.yaml: 'fund.total', 'three-public.reception', …
 * entity     the unit or project the number speaks of, as named in the document; '' for the reporting unit
 * year       fiscal year; absent when the document does not say
 * certain    the binding rests on a label or a fixed wording, not on a likeness
 */
export type Fact = {
  readonly measure: string
  readonly entity: string
  readonly year?: number
  readonly phase: Phase
  readonly figure: Figure
  readonly from: 'table' | 'sentence'
  readonly certain: boolean
}

/** Two facts speak of the same number exactly when their keys are equal. */
export function factKey(fact: Fact): string {
  return `${fact.measure}|${fact.entity}|${fact.year ?? ''}|${fact.phase}`
}
