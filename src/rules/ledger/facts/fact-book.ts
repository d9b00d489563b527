import { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { LedgerFact } from '#domain/report/printed-report.ts'
import { type Unit, inPrintedUnit, percent, unitOf, unitText, wanYuan } from '#domain/unit.ts'

/** Names a fact: entity '' is the department itself, a project goes by its name; phase as in data/measures.yaml. */
export type Key = { readonly measure: string; readonly entity?: string; readonly year: number; readonly phase: string }

/** 'measure|entity|year|phase', the same key the reading side gives a number. */
export function idOf(key: Key): string {
  return `${key.measure}|${key.entity ?? ''}|${key.year}|${key.phase}`
}

/** A number in the making: `value` in the printed unit, exact. */
export type Draft = {
  readonly key: Key
  readonly title: string
  readonly value: Big
  readonly unit: Unit
  readonly decimals: number
  readonly formula?: string | undefined
  readonly terms?: LedgerFact['terms'] | undefined
  readonly records?: readonly string[]
}

/** The facts of a ledger while they are being worked out; a fact is set once. */
export type FactBook = {
  readonly put: (draft: Draft) => LedgerFact
  readonly find: (key: Key) => LedgerFact | undefined
  readonly all: () => readonly LedgerFact[]
}

export function openFactBook(): FactBook {
  const facts = new Map<string, LedgerFact>()
  return {
    put: (draft) => {
      const id = idOf(draft.key)
      const known = facts.get(id)
      if (known) return known
      const fact = factOf(id, draft)
      facts.set(id, fact)
      return fact
    },
    find: (key) => facts.get(idOf(key)),
    all: () => [...facts.values()],
  }
}

/** Books hold thousands of facts: no object is made but the fact itself. */
function factOf(id: string, { key, title, value, unit, decimals, formula, terms, records = none }: Draft): LedgerFact {
  const fact: Mutable<LedgerFact> = {
    id,
    measure: key.measure,
    entity: key.entity ?? '',
    year: key.year,
    phase: key.phase,
    title,
    quantity: { value, unit, decimals, looseness: 'exact' },
    records,
  }
  if (formula !== undefined) fact.formula = formula
  if (terms !== undefined) fact.terms = terms
  return fact
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] }
const none: readonly string[] = []

/** Money recorded in 元, shown in 万元 with two decimals. */
export function putMoney(book: FactBook, key: Key, title: string, yuan: Big, records: readonly string[]): LedgerFact {
  return book.put({ key, title, value: inPrintedUnit(yuan, wanYuan), unit: wanYuan, decimals: 2, records })
}

/** Whole things: persons, papers, meetings; a rate counted of them, in % with two decimals at most, as forms print it. */
export function putCount(
  book: FactBook,
  key: Key,
  title: string,
  count: Big,
  unit: string,
  records: readonly string[],
): LedgerFact {
  const decimals = unit === '%' ? Math.min(decimalsOf(count), 2) : decimalsOf(count)
  return book.put({ key, title, value: count, unit: unitOf(unit), decimals, records })
}

/** Digits after the point that a value needs to be shown whole, at most four. */
export function decimalsOf(value: Big): number {
  const own = value.c.length - 1 - value.e
  if (own <= 4) return Math.max(own, 0)
  const digits = value.round(4, Big.roundHalfUp).toFixed()
  const point = digits.indexOf('.')
  return point < 0 ? 0 : digits.length - point - 1
}

/** A total of facts of one unit: the formula is written out as people check it. */
export function putSum(book: FactBook, key: Key, title: string, parts: readonly SumPart[]): LedgerFact | undefined {
  const [first] = parts
  if (!first) return undefined
  const value = addUp(parts.map(({ fact, sign }) => (sign === 1 ? fact.quantity.value : fact.quantity.value.neg())))
  const decimals = Math.max(...parts.map(({ fact }) => fact.quantity.decimals))
  return book.put({
    key,
    title,
    value,
    unit: first.fact.quantity.unit,
    decimals,
    formula: `${written(parts)} = ${shown(value, decimals)}${unitText(first.fact.quantity.unit)}`,
    terms: { how: 'sum', of: parts.map(({ fact, sign }) => ({ id: fact.id, sign })) },
    records: parts.length === 1 ? first.fact.records : [...new Set(parts.flatMap(({ fact }) => fact.records))],
  })
}
export type SumPart = { readonly fact: LedgerFact; readonly sign: 1 | -1 }

/** Parts that all add. */
export function adding(facts: readonly (LedgerFact | undefined)[]): SumPart[] {
  return facts.flatMap((fact) => (fact ? [{ fact, sign: 1 as const }] : []))
}

function written(parts: readonly SumPart[]): string {
  return parts
    .map(({ fact, sign }, index) => {
      const mark = sign === 1 ? (index === 0 ? '' : ' + ') : index === 0 ? '−' : ' − '
      return mark + shown(fact.quantity.value, fact.quantity.decimals)
    })
    .join('')
}

/** A rate in %, two decimals; none over a zero or missing base: such a rate is not applicable, never 0. */
export function putRate(
  book: FactBook,
  key: Key,
  title: string,
  part: LedgerFact | undefined,
  whole: LedgerFact | undefined,
): LedgerFact | undefined {
  if (!part || !whole || whole.quantity.value.eq(0)) return undefined
  const value = part.quantity.value.div(whole.quantity.value).times(100)
  return book.put({
    key,
    title,
    value,
    unit: percent,
    decimals: 2,
    formula: `${shownFact(part)} ÷ ${shownFact(whole)} = ${shown(value, 2)}%`,
    terms: {
      how: 'ratio',
      of: [
        { id: part.id, sign: 1 },
        { id: whole.id, sign: 1 },
      ],
    },
    records: [...new Set([...part.records, ...whole.records])],
  })
}

/** The value rounded half up to its shown decimals: '969.06'. */
export function shown(value: Big, decimals: number): string {
  return value.toFixed(decimals, Big.roundHalfUp)
}

function shownFact({ quantity }: LedgerFact): string {
  return shown(quantity.value, quantity.decimals)
}
