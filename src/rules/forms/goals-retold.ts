import { Big } from 'big.js'
import { isSlip } from '#domain/slip.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import {
  type CellNumber,
  type ToldNumber,
  cellNumbers,
  inUnitOf,
  sharedWords,
  toldNumbers,
} from '../facts/told-numbers.ts'
import type { Rule, Verdict } from '../rule.ts'

const fewestAgreeing = 2
const other = /上年|去年|同期|以前年度|较|比|其中/

/**
 * I71 in a form: the cell that tells the goal, or what was done, names things that have a row of their own
 * (「新打机井415眼，年增收386.5万元」). The column it tells is the one it agrees with most, in two numbers at least; another
 * of its numbers that differs from its row there is a warning.
 */
export const goalsRetold: Rule = {
  id: 'I71.goals',
  title: '目标完成情况里写的数与指标行一致',
  source: '本系统核对规则（同一指标在各处一致）',
  judge(reading) {
    const byHolder = Map.groupBy(
      toldNumbers(reading).filter(({ figure }) => figure.place.row !== undefined),
      ({ holder }) => holder,
    )
    const cells = cellNumbers(reading)
    return [...byHolder.values()].flatMap((told) => judgeCell(told, cells.get(told[0]!.figure.place.block) ?? []))
  },
}

type Match = { readonly told: ToldNumber; readonly cell: CellNumber; readonly agrees: boolean }

function judgeCell(told: readonly ToldNumber[], cells: readonly CellNumber[]): Verdict[] {
  const columns = [...Map.groupBy(cells, ({ column }) => column).values()]
  const ways = columns.map((column) => matchesIn(told, column))
  const agreeing = (matches: readonly Match[]) => matches.filter(({ agrees }) => agrees).length
  const best = ways.toSorted((left, right) => agreeing(right) - agreeing(left))[0] ?? []
  if (agreeing(best) < fewestAgreeing) return []
  return best.flatMap(({ told: { figure }, cell, agrees }): Verdict[] => {
    if (agrees) return [{ outcome: 'holds', figures: [figure.id, cell.figure.id] }]
    if (standsIn(figure.printed, cells)) return []
    const name = cell.labels.at(-1) ?? ''
    const terms = [figure, cell.figure].map((each) => ({ name, figure: each }))
    const form = { is: 'equal', terms } as const
    const because = '这一段的其他数与表中同一栏都一致，这个数可能另有口径'
    return [differs({ rule: 'I71.goals', form, certain: false, because, quote: figure.place })]
  })
}

/** A bare cell beside a number with its unit: the numbers themselves are held. */
function differs(claim: Parameters<typeof judgeEqual>[0]): Verdict {
  if (claim.form.is !== 'equal') return { outcome: 'not-applicable' }
  const [text, cell] = claim.form.terms
  const quantity = { ...cell!.figure.quantity, unit: text!.figure.quantity.unit }
  const own =
    cell!.figure.quantity.unit.kind === 'none' ? { ...cell!.figure, quantity, unit: text!.figure.unit } : cell!.figure
  const form = { is: 'equal', terms: [text!, { name: cell!.name, figure: own }] } as const
  return judgeEqual({ ...claim, form }, form)
}

/** Each number with the row it is told of: the row it agrees with, else the one row its words name. */
function matchesIn(told: readonly ToldNumber[], column: readonly CellNumber[]): Match[] {
  const named = ({ lead, tail }: ToldNumber, { labels }: CellNumber) =>
    Math.max(sharedWords(lead, labels.at(-1) ?? ''), sharedWords(tail, labels.at(-1) ?? ''))
  const agreed = told.flatMap((number): Match[] => {
    const cell = column.find((each) => named(number, each) >= 2 && same(number, each))
    return cell ? [{ told: number, cell, agrees: true }] : []
  })
  const taken = new Set(agreed.flatMap(({ told: number, cell }) => [number, cell]))
  const odd = told.flatMap((number): Match[] => {
    if (taken.has(number) || number.figure.quantity.looseness !== 'exact' || other.test(number.lead)) return []
    const cells = column.filter((each) => !taken.has(each) && isNear(number, each, named(number, each), agreed.length))
    return cells.length === 1 ? [{ told: number, cell: cells[0]!, agrees: false }] : []
  })
  return [...agreed, ...odd]
}

function same({ figure }: ToldNumber, cell: CellNumber): boolean {
  const printed = inUnitOf(figure, cell.figure)
  return printed !== undefined && new Big(printed).eq(figure.quantity.value)
}

/** A slip away from a row its words name, or of like size in a row whose name they share well, or whose unit, too. */
function isNear({ figure }: ToldNumber, cell: CellNumber, shared: number, agreeing: number): boolean {
  const printed = inUnitOf(figure, cell.figure)
  if (printed === undefined || shared < 2) return false
  if (isSlip(printed, figure.printed)) return true
  const [one, two] = [new Big(printed), figure.quantity.value]
  const sameUnit = figure.quantity.unit.kind === 'count' && figure.quantity.unit.name === cell.figure.quantity.unit.name
  const isNamed = shared >= 4 || sameUnit || (shared === 3 && agreeing >= 3)
  return isNamed && one.gt(0) && two.gt(0) && one.div(two).gte('0.4') && one.div(two).lte('2.5')
}

/** A number that stands in another column is told of that one. */
function standsIn(printed: string, cells: readonly CellNumber[]): boolean {
  return cells.some(({ figure }) => figure.printed === printed)
}
