import { inFloat } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { type Unit, noUnit, percent, points, unitFactor } from '#domain/unit.ts'
import type { Body } from '../../grids/body.ts'
import type { Slot } from '../../grids/grid.ts'
import { bareLabel } from '../../grids/labels.ts'
import { type FoundNumber, findNumbers } from '../../../numbers.ts'
import type { Sheet } from '../../grids/sheet.ts'
import { unitInText } from '../../grids/unit-in-text.ts'

/**
 * A number of a table as the search for relations sees it, by floating point: what it finds is judged exactly.
 *
 * value    in base units of money, a rate as a fraction, else as printed
 * half     half its last place, 0 of what is counted in ones; step: half its last place, whatever it is
 * isWhole  it is printed without decimals and may be exact
 */
export type Cell = {
  readonly slot: Slot
  readonly number: FoundNumber
  readonly unit: Unit
  readonly value: number
  readonly half: number
  readonly step: number
  readonly isWhole: boolean
}

/**
 * A column, or a row: its numbers in the order of what crosses it.
 *
 * isRate   its head says that it prints rates
 * kind     the kind of its unit, told by its first number; counts by what they count
 * gathers  its head says that it is a total or a mean
 * cells    one for each sample, undefined where it prints no number
 */
export type Series = {
  readonly name: string
  readonly head: string
  readonly isRate: boolean
  readonly kind: string
  readonly gathers: boolean
  readonly cells: readonly (Cell | undefined)[]
}

/**
 * The numbers of a table one way round.
 *
 * samples    what crosses the series, by name; gathers: a total or a mean of the others
 * isAcross   the series are rows
 */
export type Crossing = {
  readonly series: readonly Series[]
  readonly samples: readonly { readonly name: string; readonly gathers: boolean }[]
  readonly isAcross: boolean
}

const mostSeries = 14
export const fewestSamples = 3
const numbering = /序号|编号|编码|代码|年份|^年度?$|[行栏名排]次|排名|电话|日期|时间|期限|^\d+$/
const rates = /率|占比|比重|比例|百分比|%|幅|升降|偏离|增长/
/** Heads of columns that compare others: what holds in those does not in them. */
const changing = /增|减|升降|变动|变化|相差|差额|[比占]/
const gathering = /合计|总计|小计|累计|平均|均值|^全[县市省区州国镇乡街盟旗]/

/** The columns of a table over its rows. */
export function columnsOver({ columns, lines }: Body): Crossing {
  const named = columns.filter(({ path }) => !numbering.test(path.at(-1) ?? ''))
  const series = named.map((column): Series => {
    const head = column.path.at(-1) ?? ''
    const cells = lines.map((line) => cellOf(line.slot(column), column.unit))
    return { ...told(bareLabel(head), column.head, cells), isRate: column.role === 'rate', cells }
  })
  const samples = lines.map(({ text, total }) => ({
    name: text,
    gathers: total !== undefined || gathering.test(text),
  }))
  return { series: telling(series), samples, isAcross: false }
}

/** The rows of a table over its columns. */
export function rowsOver({ columns, lines }: Body): Crossing {
  const numeric = columns.filter(
    ({ path, role, head }) => /amount|plain/.test(role) && !numbering.test(path.at(-1) ?? '') && !changing.test(head),
  )
  const series = lines.map((line): Series => {
    const own = unitInText(line.label.text)
    const cells = numeric.map((column) => cellOf(line.slot(column), own ?? column.unit))
    return { ...told(line.text, line.label.text, cells), isRate: rates.test(line.text), cells }
  })
  const samples = numeric.map((column) => {
    const name = bareLabel(column.path.at(-1) ?? '')
    return { name, gathers: gathering.test(column.head) }
  })
  return { series: telling(series), samples, isAcross: true }
}

function told(name: string, head: string, cells: readonly (Cell | undefined)[]) {
  return { name, head, kind: kindOf(cells), gathers: gathering.test(head) }
}

function kindOf(cells: readonly (Cell | undefined)[]): string {
  const unit = cells.find(Boolean)?.unit
  return unit?.kind === 'count' ? unit.name : (unit?.kind ?? '')
}

function telling(series: readonly Series[]): readonly Series[] {
  const full = series.filter(
    ({ cells }) => cells.filter(Boolean).length >= fewestSamples && new Set(cells.flatMap(timeIn)).size <= 1,
  )
  return full.length > mostSeries ? [] : full
}

/** 「5元/天」 and 「1000元/年」 under one head are not multiplied alike. */
function timeIn(cell: Cell | undefined): string[] {
  const word =
    cell && cell.slot.kind === 'words' ? /[/／每·](?:.*[/／·])?([天日月年]|学期)/.exec(cell.slot.text)?.[1] : ''
  return cell ? [word ?? ''] : []
}

/** What a cell prints besides words: 「补助1268人」「15000元/公里」. */
const longestWords = 14

function numberIn({ number, kind, text, cell }: Slot): FoundNumber | undefined {
  if (number || kind !== 'words' || text.length > longestWords || !/\d/.test(text)) return number
  const found = findNumbers(cell.text)
  return found.length === 1 && !/\d[:∶—~-]|第\d|[≥≤<>]/.test(text) ? found[0] : undefined
}

function cellOf(slot: Slot | undefined, ofHead: Unit | undefined): Cell | undefined {
  const number = slot && numberIn(slot)
  if (!slot || !number || number.range || number.looseness !== 'exact') return undefined
  const unit = number.unit.name === '' && number.unit.scale === '' ? (ofHead ?? noUnit) : number.unit
  const factor = factorOf(unit)
  const step = (factor * 10 ** -number.decimals) / 2
  const isCounted = /count|score/.test(unit.kind) && unit.scale === '' && number.decimals === 0
  const isWhole = number.decimals === 0 && unit.scale === ''
  return { slot, number, unit, value: inFloat(number.value) * factor, half: isCounted ? 0 : step, step, isWhole }
}

function factorOf(unit: Unit): number {
  return inFloat(unitFactor(unit.kind === 'money' || unit.kind === 'share' ? unit : bareOf(unit)))
}

/** The unit in which what is no money is multiplied: as printed, 亩 and 公斤 are no factors. */
function bareOf({ kind, scale }: Unit): Unit {
  return kind === 'count' ? { kind, name: '', scale } : { kind: 'other', name: '', scale }
}

/** What a number is in a relation, which says how its unit counts. `exact`: a factor that was not rounded. */
export type Part = 'result' | 'factor' | 'exact' | 'rate' | 'points'

/** The figure of a cell, as a part of a relation. */
export function figureOf(sheet: Sheet, { slot, number, unit }: Cell, part: Part): Figure {
  const own = part === 'rate' && unit.kind !== 'share' ? percent : unit
  const figure = sheet.figureWithin(slot, number, own)
  return { ...figure, quantity: { ...figure.quantity, unit: unitAs(own, part) } }
}

function unitAs(unit: Unit, part: Part): Unit {
  if (unit.kind === 'share') return unit
  if (part === 'points') return points
  if (part === 'exact') return { kind: 'count', name: '', scale: '' }
  return part === 'result' && /money|count|score/.test(unit.kind) ? unit : bareOf(unit)
}
