import type { Claim } from '#domain/claim.ts'
import { bareLabel } from '../grids/labels.ts'
import type { Body, Line } from '../grids/body.ts'
import type { Column } from '../grids/columns.ts'
import { measureOf, totalLabel } from '../grids/lexicon.ts'
import { rateLabel } from './row-rates.ts'
import type { Sheet } from '../grids/sheet.ts'
import { type Guess, judgeSums, outcomeOf } from './sums.ts'

type Gathering = { readonly whole: Column; readonly parts: readonly Column[] }

/**
 * Sums along the rows: a column 合计, 小计 or 总额 and the columns it gathers, by merged heads or by position.
 * The reading under which most rows add up is taken; a 三公经费 table is a known form and needs no vote.
 */
export function columnSums(sheet: Sheet, body: Body): Claim[] {
  const columns = body.columns.filter((column) => column.role === 'amount')
  const wholes = columns.filter((column) => isTotal(column))
  return wholes.flatMap((whole) => {
    const ways = waysToGather(columns, whole).filter((way) => way.parts.length >= 2 && sameUnit(way))
    const known = ways.find((way) => way.parts.every((part) => threePublic(part) !== undefined))
    if (known) return judgeSums(ruleOf(known), guessesFor(sheet, body, known), 'form')
    const scored = ways
      .map((way) => ({ guesses: guessesFor(sheet, body, way) }))
      .map(({ guesses }) => ({ guesses, score: scoreOf(guesses) }))
    const best = scored
      .filter(({ guesses, score }) => score >= 2 || isPair(guesses, score))
      .toSorted((left, right) => right.score - left.score)[0]
    return best ? judgeSums('table.total', best.guesses, 'likely') : []
  })
}

function leafOf(column: Column): string {
  return bareLabel(column.path.at(-1) ?? '')
}

function isTotal(column: Column): boolean {
  return totalLabel.test(leafOf(column)) || /^(?:资金|年度资金|项目资金|投资)(?:总额|合计|总量)$/.test(leafOf(column))
}

/**
 * The measure a column's heads name: its own head, for 小计 the head above it,
 * and for 合计 三公经费 where all columns beside it are 三公 items.
 */
export function columnMeasure(column: Column, columns: readonly Column[]): string | undefined {
  const own = measureOf(leafOf(column)) ?? threePublic(column)
  if (own || !isTotal(column)) return own
  const group = column.path.slice(0, -1)
  const beside = columns.filter(
    (other) => other !== column && group.every((segment, level) => other.path[level] === segment),
  )
  return beside.length >= 2 && beside.every((other) => threePublic(other) !== undefined)
    ? 'three-public.total'
    : undefined
}

/** The 三公 measure a column prints, by its own head or, for 小计, by the head above. */
function threePublic(column: Column): string | undefined {
  const own = measureOf(leafOf(column))
  const measure =
    own ?? (isTotal(column) || /^(?:购置|运行)/.test(leafOf(column)) ? measureOf(column.path.at(-2) ?? '') : undefined)
  return measure?.startsWith('three-public.') ? measure : undefined
}

function ruleOf(way: Gathering): string {
  return way.parts.every((part) => /purchase|running/.test(measureOf(leafOf(part)) ?? '')) ? 'I43' : 'I42'
}

function waysToGather(columns: readonly Column[], whole: Column): Gathering[] {
  const group = whole.path.slice(0, -1)
  const at = columns.indexOf(whole)
  const inGroup = columns.filter(
    (column) => column !== whole && group.every((segment, level) => column.path[level] === segment),
  )
  const nextTotal = columns.findIndex((column, index) => index > at && isTotal(column))
  const previousTotal = columns.slice(0, at).findLastIndex(isTotal)
  return [
    { whole, parts: outermost(inGroup, group.length) },
    { whole, parts: columns.slice(at + 1, nextTotal < 0 ? columns.length : nextTotal) },
    { whole, parts: columns.slice(previousTotal + 1, at) },
  ]
}

/** Of each head one level down, its own total column, or all its columns where it has none. */
function outermost(columns: readonly Column[], level: number): Column[] {
  const groups = new Map<string, Column[]>()
  for (const column of columns) {
    const key = column.path[level] ?? column.head
    groups.set(key, [...(groups.get(key) ?? []), column])
  }
  return [...groups.values()].flatMap((group) => {
    const total =
      group.length > 1 ? group.find((column) => column.path.length > level + 1 && isTotal(column)) : undefined
    return total ? [total] : group
  })
}

function sameUnit(way: Gathering): boolean {
  const kinds = new Set(
    [way.whole, ...way.parts].flatMap((column) => (column.unit ? [`${column.unit.kind}${column.unit.name}`] : [])),
  )
  return kinds.size <= 1
}

function guessesFor(sheet: Sheet, body: Body, way: Gathering): Guess[] {
  const alive = way.parts.filter((part) => body.lines.some((line) => line.figure(part)))
  // Rates in a row don't add up to the rate of the whole.
  return body.lines
    .filter((line) => line.part && !rateLabel.test(line.text))
    .flatMap((line) => guessFor(sheet, line, way, alive))
}

function guessFor(sheet: Sheet, line: Line, way: Gathering, alive: readonly Column[]): Guess[] {
  const total = line.figure(way.whole)
  if (!total || alive.some((part) => line.slot(part)?.kind === 'unread')) return []
  const parts = alive.flatMap((part) => {
    const figure = line.figure(part)
    return figure ? [{ name: leafOf(part), figure }] : []
  })
  const name = `${line.text}${leafOf(way.whole)}`
  return [
    { total: { name, figure: total }, parts, missing: alive.length - parts.length, quote: sheet.quote(line.label) },
  ]
}

/** 权重 and 得分 under a head 合计: one of the two rows adds up. */
function isPair(guesses: readonly Guess[], score: number): boolean {
  const parts = guesses.map((guess) => guess.parts.length)
  return (
    guesses.length === 2 &&
    score === 0 &&
    parts.every((count) => count >= 3) &&
    guesses.every(({ missing }) => missing === 0)
  )
}

function scoreOf(guesses: readonly Guess[]): number {
  return guesses.reduce((score, guess) => {
    if (guess.parts.length === 0 || guess.total.figure.quantity.value.eq(0)) return score
    return score + (outcomeOf(guess.total, guess.parts) === 'fits' ? 1 : -1)
  }, 0)
}
