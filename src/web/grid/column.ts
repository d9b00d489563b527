import { inYuan, yuanOf } from '#domain/amount-text.ts'
import type { PlainEntry } from '#http/contracts/year.ts'

/** A word of a column: the value kept, the word shown, `names` other words for it. */
export type Choice = { readonly value: string; readonly label: string; readonly names?: readonly string[] }

/**
 * One column of a list as a person sees it.
 *
 * field      of the entry; `get` and `set` where a column is a part of a field
 * kind       amount: 元 to the fen; number: any decimal; count: a whole number; long: several lines
 * required   without it a new entry can't be stored
 * names      other headings it goes by in tables that are pasted
 * part       which part of its field the column is, where it is one of several
 * width      pixels it needs; one that `grows` takes what room is left, as several lines do
 * headLines  lines its heading stands in, where numbers below are shorter than it; one where nothing is said
 * isFixed    part of the key: can't change once stored
 */
export type Column = {
  readonly field: string
  readonly part?: string
  readonly title: string
  readonly names?: readonly string[]
  readonly kind: 'text' | 'long' | 'amount' | 'number' | 'count' | 'date' | 'choice' | 'yes-no'
  readonly choices?: readonly Choice[]
  readonly width?: number
  readonly headLines?: number
  readonly required?: boolean
  readonly isFixed?: boolean
  readonly grows?: boolean
  readonly get?: (entry: PlainEntry) => unknown
  readonly set?: (entry: PlainEntry, value: unknown) => PlainEntry
}

const yesNo: readonly Choice[] = [
  { value: 'true', label: '是' },
  { value: 'false', label: '否' },
]

export function choicesOf(column: Column): readonly Choice[] {
  return column.kind === 'yes-no' ? yesNo : (column.choices ?? [])
}

/** What an entry holds in a column; null for a blank. */
export function valueIn(column: Column, entry: PlainEntry): unknown {
  return (column.get ? column.get(entry) : entry[column.field]) ?? null
}

/** The fields of an entry that change when a column takes a value. */
export function fieldsSet(column: Column, entry: PlainEntry, value: unknown): PlainEntry {
  return column.set ? column.set(entry, value) : { [column.field]: value }
}

/** A value as it is shown. What was typed and is no value of the column is shown as typed. */
export function textOf(column: Column, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (column.kind === 'amount' && yuanOf(String(value)) !== undefined) return inYuan(yuanOf(String(value)) ?? '0')
  const choice = choicesOf(column).find((each) => each.value === String(value))
  return choice?.label ?? String(value)
}

/** What a person typed or pasted as the column's value: null for a blank, the text itself where it is no such value. */
export function valueOf(column: Column, typed: string): unknown {
  const text = typed.trim()
  if (text === '') return null
  if (column.kind === 'amount') return yuanOf(plainAmount(text)) ?? text
  if (column.kind === 'number') return text.replaceAll(/[,，]/g, '')
  if (column.kind === 'count') return /^-?\d+$/.test(text.replaceAll(',', '')) ? Number(text.replaceAll(',', '')) : text
  if (column.kind === 'date') return dayOf(text)
  if (column.kind === 'yes-no') return ['是', 'true', '1', '√'].includes(text)
  return choiceNamed(choicesOf(column), text)?.value ?? text
}

/** The choice a word stands for: its own first, then another name for it. */
function choiceNamed(choices: readonly Choice[], text: string): Choice | undefined {
  return (
    choices.find(({ value, label }) => value === text || label === text) ??
    choices.find(({ names = [] }) => names.includes(text))
  )
}

/** As spreadsheets write money: ¥1,200.50 and (1,200.50) for what is taken off. */
function plainAmount(text: string): string {
  const bare = text.replaceAll(/[¥￥\s]/g, '').replace(/^[−－]/, '-')
  const taken = /^[(（](.+?)[)）](.*)$/.exec(bare)
  return taken ? `-${taken[1]}${taken[2]}` : bare
}

/** 2023/3/5, 2023.3.5 and 2023年3月5日 as 2023-03-05; other text as it is. */
function dayOf(text: string): string {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  return match ? `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}` : text
}
