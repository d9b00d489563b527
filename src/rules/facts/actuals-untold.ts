import type { Place } from '#domain/document.ts'
import type { Figure } from '#domain/fact.ts'
import type { Reading } from '#domain/reading.ts'
import { isSlip, isSmallSlip } from '#domain/slip.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Verdict } from '../rule.ts'
import { figuresOf } from './figures-by-block.ts'
import { type ToldNumber, inUnitOf, toldNumbers } from './told-numbers.ts'

const elsewhen = /上年|去年|同期|以前年度|较|比|增加|减少|增长|下降|计划|目标|任务|应|其中|占|每|均|未/
/** What says how an indicator is counted, not what it counts. */
const general = /[（(].*?[)）]|数量|人次数|完成|情况|[数率]$/g
/** So much of an indicator's name the words around a number share; or of a rate whose last words they end in. */
const named = 0.7
const namedAtEnd = 0.5
/** Signs before a number among which its words stand. */
const reach = 60

/**
 * What was done, as an indicator's row tells it, where no text tells that number: the text that bears the indicator's
 * name, counts in its unit and is one slip of the pen away is the same number, unless it stands in a cell of its own.
 *
 * isOneForm   whether a row and a text are of one subject
 */
export function untoldActuals(reading: Reading, isOneForm: (cell: Place, told: Place) => boolean): Verdict[] {
  if (reading.indicators.length === 0) return []
  const inText = toldNumbers(reading).filter(({ figure }) => figure.place.row === undefined)
  const told = Map.groupBy(inText, ({ figure }) => unitKey(figure))
  return reading.indicators.flatMap(({ name, actual }) => {
    const table = actual && figuresOf(reading, actual.place.block)
    const figure = table?.findLast(({ place }) => isSameCell(place, actual!.place))
    if (!table || !figure || figure.quantity.looseness !== 'exact' || !/^\d/.test(actual.text.trim())) return []
    return judgeActual(figure, name.text, told.get(unitKey(figure)) ?? [], table, isOneForm)
  })
}

function judgeActual(
  cell: Figure,
  name: string,
  others: readonly ToldNumber[],
  table: readonly Figure[],
  isOneForm: (cell: Place, told: Place) => boolean,
): Verdict[] {
  if (others.some(({ figure }) => inUnitOf(figure, cell) === figure.printed)) return []
  const words = name.replace(/\s/g, '').replace(general, '')
  if (words.length < 3) return []
  const meant = others.filter(
    (each) =>
      each.figure.quantity.looseness === 'exact' &&
      isSlipOf(inUnitOf(each.figure, cell), each.figure.printed) &&
      !table.some((other) => other.place.row !== undefined && printsSame(other, each.figure)) &&
      !elsewhen.test(each.lead) &&
      isOneForm(cell.place, each.figure.place) &&
      bears(each, name, words),
  )
  const nearest = Math.max(...meant.map((each) => nearness(each, words)))
  const best = meant.filter((each) => nearness(each, words) === nearest)
  const [first] = best
  if (!first || new Set(best.map(({ figure }) => figure.printed)).size !== 1) return []
  const terms = [first.figure, cell].map((figure) => ({ name, figure }))
  const form = { is: 'equal', terms } as const
  const because = '两个数只差一处笔误，正文所说的是否这项指标按上下文判断'
  return [judgeEqual({ rule: 'I71.cells', form, certain: false, because, quote: first.figure.place }, form)]
}

function isSlipOf(value: string | undefined, printed: string): boolean {
  return value !== undefined && (isSlip(value, printed) || (value.length === 2 && isSmallSlip(value, printed)))
}

/** Whether the words around a number bear an indicator's name. */
function bears(told: ToldNumber, name: string, words: string): boolean {
  const share = coverage(words, wordsAround(told))
  const isRate = told.figure.quantity.unit.kind === 'share' && told.lead.length >= 3
  return share >= named || (isRate && share >= namedAtEnd && told.lead.endsWith(name.trim().slice(-3)))
}

/** How much of the name stands right at the number. */
function nearness({ lead, tail, figure }: ToldNumber, words: string): number {
  return coverage(words, `${lead}${figure.quantity.unit.name}${tail}`)
}

function wordsAround({ sentence, tail, figure }: ToldNumber): string {
  return `${sentence.slice(-reach)}${figure.quantity.unit.name}${tail}`
}

/** How much of a name stands in a text, by runs of two signs and more. */
function coverage(name: string, text: string): number {
  const found = Array.from({ length: name.length }, () => false)
  for (let at = 0; at + 2 <= name.length; at++)
    if (text.includes(name.slice(at, at + 2))) found[at] = found[at + 1] = true
  return found.filter(Boolean).length / name.length
}

function unitKey({ quantity: { unit } }: Figure): string {
  return unit.kind === 'count' ? unit.name : unit.kind
}

function printsSame(one: Figure, other: Figure): boolean {
  return (
    one.printed === other.printed &&
    unitKey(one) === unitKey(other) &&
    one.quantity.unit.scale === other.quantity.unit.scale
  )
}

function isSameCell(one: Place, other: Place): boolean {
  return one.row === other.row && one.cell === other.cell
}
