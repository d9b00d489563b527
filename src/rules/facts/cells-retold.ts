import type { Reading } from '#domain/reading.ts'
import { isSlip } from '#domain/slip.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { type CellNumber, type ToldNumber, cellNumbers, inUnitOf, sharedWords, toldNumbers } from './told-numbers.ts'

/** How many blocks a text may stand from the table it retells. */
const reach = 12
const elsewhen = /上年|去年|同期|以前年度|年初结转|较|比|增加|减少|增长|下降|人均|平均|每/
const total = /^(?:年度资金总额|资金总额|部门预算总额|[\p{Script=Han}]{0,4}(?:合计|总计))$/u
const fewestDigits = 3

/**
 * I71 for single cells: 「市县配套执行率84.62%」 and 「涉及床位400张」 retell a cell, by the label of its row or, for the
 * 合计 row, by the head of its column. A number that stands in no cell of the tables near and is one slip away from the
 * one cell its words name is a warning.
 */
export const cellsRetold: Rule = {
  id: 'I71.cells',
  title: '正文引用的表中数与表一致',
  source: '本系统核对规则（正文与附表一致）',
  judge(reading) {
    const tables = [...cellNumbers(reading)]
    return toldNumbers(reading).flatMap((told) => judgeNumber(reading, told, tables))
  },
}

function judgeNumber(
  reading: Reading,
  told: ToldNumber,
  tables: readonly (readonly [number, readonly CellNumber[]])[],
): Verdict[] {
  const { figure, lead } = told
  if (figure.quantity.looseness !== 'exact' || lead.length < 2 || elsewhen.test(lead)) return []
  if (digitsOf(figure.printed) < fewestDigits) return []
  const near = tables
    .filter(([block]) => Math.abs(block - figure.place.block) <= reach)
    .flatMap(([, cells]) => cells)
    .filter((cell) => cell.figure.place.part === figure.place.part || isOneForm(reading, cell, told))
  const printed = near.flatMap((cell) => {
    const value = inUnitOf(figure, cell.figure)
    return value === undefined ? [] : [{ cell, value }]
  })
  const equal = printed.filter(({ value }) => Number(value) === Number(figure.printed))
  const own = equal.find(({ cell }) => names(told, cell))
  if (own) return [{ outcome: 'holds', figures: [figure.id, own.cell.figure.id] }]
  if (equal.length > 0) return []
  const slips = printed.filter(({ cell, value }) => isSlip(value, figure.printed) && names(told, cell))
  const values = new Set(slips.map(({ value }) => value))
  const [slip] = slips
  if (!slip || values.size !== 1) return []
  const bare = slip.cell.figure.quantity.unit.kind === 'none'
  if (bare && figure.quantity.unit.kind !== 'count') return []
  const quantity = { ...slip.cell.figure.quantity, unit: figure.quantity.unit }
  const cell = bare ? { ...slip.cell.figure, quantity, unit: figure.unit } : slip.cell.figure
  const terms = [figure, cell].map((each) => ({ name: lead, figure: each }))
  const form = { is: 'equal', terms } as const
  const because = '两个数只差一处笔误，附表中对应的栏目按上下文判断'
  return [judgeEqual({ rule: 'I71.cells', form, certain: false, because, quote: figure.place }, form)]
}

/** A report and the tables behind it, titled apart, are of one subject where the document names no second project. */
function isOneForm({ parts }: Reading, cell: CellNumber, { figure }: ToldNumber): boolean {
  const [one, two] = [parts[cell.figure.place.part], parts[figure.place.part]]
  if (!one || !two || one.year !== two.year) return false
  return one.project === undefined || two.project === undefined || one.project === two.project
}

/** Whether the words before a number name the cell: its row and no other, or in the 合计 row its column. */
function names({ figure, lead, sentence }: ToldNumber, { labels, heads }: CellNumber): boolean {
  const label = labels.at(-1) ?? ''
  const head = heads.some((each) => headFits(each, lead))
  if (labels.some((each) => total.test(each)))
    return head || (digitsOf(figure.printed) >= 4 && heads.some((each) => sharedWords(each, lead) >= 2))
  const shared = sharedWords(label, lead)
  const isNamed = shared >= 4 || (shared >= 3 && (shared === label.length || shared === lead.length))
  return isNamed || (head && label.length >= 2 && sentence.includes(label))
}

/** 「支付率」 in 「总体支付率」, 「床位数」 in 「涉及床位」, 「预算执行率」 in 「市县执行率」: both end in the head's own words. */
function headFits(head: string, lead: string): boolean {
  const bare = head.replace(/数量?$/, '')
  if (bare.length >= 2 && (lead.endsWith(bare) || (lead.length >= 3 && head.endsWith(lead)))) return true
  const ending = lead.slice(-3)
  return ending.length === 3 && bare.endsWith(ending)
}

function digitsOf(printed: string): number {
  return printed.replace(/\D/g, '').length
}
