import { afterLast } from '#domain/clauses.ts'
import type { Place } from '#domain/document.ts'
import type { Figure } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'
import type { Reading } from '#domain/reading.ts'
import { isSlip } from '#domain/slip.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { untoldActuals } from './actuals-untold.ts'
import { countedAs } from './counted-as.ts'
import { figuresOf } from './figures-by-block.ts'
import { isMadeOfRow } from './made-of-row.ts'
import { isOneForm } from './one-form.ts'
import { isOfOtherScope } from './other-scope.ts'
import { type CellNumber, type ToldNumber, cellNumbers, inUnitOf, sharedWords, toldNumbers } from './told-numbers.ts'

/** How many blocks a text may stand from the table it retells. */
const reach = 12
const elsewhen = /扣$|最[高低大小多少]|上年|去年|同期|以前年度|年初结转|较|比|增加|减少|增长|下降|人均|平均|每/
/** A table tells what was cut with a sign: 「核减危桥改造项目60万元」 and −60.00. */
const cut = /减|降|缩|亏|[低少]于/
/** 「甲、乙两个项目460万元」 is of no single row. */
const several = /[两二三四五六七八九十几多]\s*(?:个|项|家|类|所|座|处|县|镇|乡|村|地)[\p{Script=Han}]{0,4}$/u
/** What was meant to be. */
const laidDown = /计划|目标|任务|原定|定为/
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
    const near = cellsNear(reading)
    const told = toldNumbers(reading).flatMap((each) =>
      isPlain(each) ? judgeNumber(each, near(each.figure.place), figuresOf(reading, each.figure.place.block)) : [],
    )
    return [...told, ...untoldActuals(reading, (cell, place) => isOneForm(reading, cell, place))]
  },
}

/** A number that stands for itself, with words that say what it is. */
function isPlain(told: ToldNumber): boolean {
  const { quantity, printed } = told.figure
  if (quantity.looseness !== 'exact' || digitsOf(printed) < fewestDigits) return false
  return told.lead.length >= 2 && !elsewhen.test(told.lead) && !several.test(told.lead)
}

/**
 * The cells a text may retell: those of the tables near, of its own part or of one form with it. Most texts between the
 * same tables have the same.
 */
function cellsNear(reading: Reading): (place: Place) => readonly CellNumber[] {
  const tables = [...cellNumbers(reading)]
  const byTables = new Map<string, readonly CellNumber[]>()
  const byBlock = new Map<number, readonly CellNumber[]>()
  return (place) => {
    const known = byBlock.get(place.block)
    if (known) return known
    const near = tables.filter(([block]) => Math.abs(block - place.block) <= reach)
    const key = `${place.part} ${near.map(([block]) => block).join(' ')}`
    let cells = byTables.get(key)
    if (!cells) {
      cells = near.flatMap(([, own]) => (isOneForm(reading, own[0]!.figure.place, place) ? own : []))
      byTables.set(key, cells)
    }
    byBlock.set(place.block, cells)
    return cells
  }
}

type Printed = { readonly cell: CellNumber; readonly value: string }

function judgeNumber(told: ToldNumber, tables: readonly CellNumber[], beside: readonly Figure[]): Verdict[] {
  const { figure, lead } = told
  // Several forms each have a score, alike by nature.
  const alike = countedAlike(figure, tables)
  const near =
    figure.quantity.unit.kind === 'score' ? alike.filter((cell) => cell.figure.place.part === figure.place.part) : alike
  const own = Number(figure.printed)
  const equal = near.filter((cell) => {
    const value = valueIn(figure, cell)
    return value === own || (value === -own && cut.test(lead))
  })
  const same = equal.find((cell) => names(told, cell))
  if (same) return [{ outcome: 'holds', figures: [figure.id, same.figure.id] }]
  if (equal.length > 0) return []
  const slips = slipsIn(figure, near).filter(({ cell }) => names(told, cell))
  const values = new Set(slips.map(({ value }) => value))
  const [slip] = slips
  if (!slip || values.size !== 1 || isMadeOfRow(figure, slip.cell.figure, tableOf(slip.cell, tables), beside)) return []
  if (areTwo(lead, slip.cell)) return []
  const row = tableOf(slip.cell, tables).filter(({ place }) => place.row === slip.cell.figure.place.row)
  const said = afterLast(told.sentence, '；;').length
  if (slip.cell.labels.some((each) => total.test(each)) && isOfOtherScope(figure, said, row, beside)) return []
  const bare = slip.cell.figure.quantity.unit.kind === 'none'
  if (bare && figure.quantity.unit.kind !== 'count') return []
  const terms = [figure, countedAs(figure, slip.cell.figure)].map((each) => ({ name: lead, figure: each }))
  const form = { is: 'equal', terms } as const
  const because = '两个数只差一处笔误，附表中对应的栏目按上下文判断'
  return [judgeEqual({ rule: 'I71.cells', form, certain: false, because, quote: figure.place }, form)]
}

/** What was planned is not what a cell tells that says nothing of a plan; a share is no rate of doing. */
function areTwo(lead: string, { heads, labels }: CellNumber): boolean {
  const said = [...heads, ...labels].join('')
  return (laidDown.test(lead) && !laidDown.test(said)) || (/占$/.test(lead) && !/占|比[重例]|份额/.test(said))
}

function tableOf({ figure: { place } }: CellNumber, tables: readonly CellNumber[]): readonly Figure[] {
  return tables.flatMap(({ figure }) => (figure.place.block === place.block ? [figure] : []))
}

/** The cells that count what a number counts, or do not say what they count: of the same cells once for each unit. */
function countedAlike({ quantity: { unit } }: Figure, cells: readonly CellNumber[]): readonly CellNumber[] {
  const byUnit = cellsByUnit(cells)
  const key = unit.kind === 'money' ? unit.kind : `${unit.kind} ${unit.name}`
  let alike = byUnit.get(key)
  if (!alike) {
    alike = cells.filter(({ figure: { quantity } }) => {
      const { kind, name } = quantity.unit
      return kind === 'none' || (kind === unit.kind && (kind === 'money' || name === unit.name))
    })
    byUnit.set(key, alike)
  }
  return alike
}

const cellsByUnit = onceFor<readonly CellNumber[], Map<string, readonly CellNumber[]>>(() => new Map())

/** What a cell holds, as the number's unit prints it; undefined where it counts something else. */
function valueIn(figure: Figure, cell: CellNumber): number | undefined {
  const value = inUnitOf(figure, cell.figure)
  if (value === undefined) return undefined
  return value === cell.figure.printed ? cell.value : Number(value)
}

/** The cells that are one slip of the pen from the number, as its unit prints them. */
function slipsIn(figure: Figure, near: readonly CellNumber[]): Printed[] {
  const found: Printed[] = []
  for (const cell of near) {
    const value = inUnitOf(figure, cell.figure)
    if (value !== undefined && isSlip(value, figure.printed)) found.push({ cell, value })
  }
  return found
}

/** Whether the words before a number name the cell: its row and no other, or in the 合计 row its column. */
function names({ figure, lead, sentence }: ToldNumber, { labels, heads }: CellNumber): boolean {
  if (figure.quantity.unit.kind === 'share' && isOfPoints(heads) && !/[得失扣]分/.test(lead)) return false
  if (
    planned.test(lead) &&
    !heads.concat(labels).some((each) => ofPlan.test(each)) &&
    heads.some((each) => done.test(each))
  )
    return false
  const label = labels.at(-1) ?? ''
  const head = heads.some((each) => headFits(each, lead))
  if (labels.some((each) => total.test(each)))
    return sampled.test(lead)
      ? false
      : head || (digitsOf(figure.printed) >= 4 && heads.some((each) => sharedWords(each, lead) >= 2))
  const shared = sharedWords(label, lead)
  if (label.length - shared >= 2 && lead.length - shared >= 2 && areTwoKinds(label, lead)) return false
  const isNamed = shared >= 4 || (shared >= 3 && (shared === label.length || shared === lead.length))
  return isNamed || (head && label.length >= 2 && sentence.includes(label))
}

/** A column that says how much of the points was got: 「满意度 | 分值10 | 得分9.5 | 得分率95%」 tells no 满意度. */
function isOfPoints(heads: readonly string[]): boolean {
  return heads.some((each) => /[得失扣]分率?$/.test(each))
}

/** 「特岗教师计划480人」 stands in no column of those there are. */
const planned = /(?:计划|目标|任务)(?:数|为|是)*$/
const ofPlan = /计划|目标|任务|指标值|应/
const done = /实[际有到]|完成|在[岗职编]/
/** Those who were asked are not all there are. */
const sampled = /抽样|抽查|抽取|随机|受访/

/** 「应免畜禽免疫密度」 and 「综合免疫密度」: one thing, of two kinds. */
function areTwoKinds(label: string, lead: string): boolean {
  const ending = label.slice(-3)
  return lead.endsWith(ending) && !sameOpening(label, lead)
}

function sameOpening(label: string, lead: string): boolean {
  return lead.includes(label.slice(0, 2)) || label.includes(lead.slice(0, 2))
}

/** 「支付率」 in 「总体支付率」, 「床位数」 in 「涉及床位」, 「预算执行率」 in 「市县执行率」: both end in the head's own words. */
function headFits(head: string, lead: string): boolean {
  const bare = head.replace(/数量?$/, '')
  if (bare.length >= 2 && (lead.endsWith(bare) || (lead.length >= 3 && head.endsWith(lead)))) return true
  const ending = lead.slice(-3)
  return ending.length === 3 && bare.endsWith(ending)
}

function digitsOf(printed: string): number {
  return printed.length - Number(printed.includes('.')) - Number(printed.startsWith('-'))
}
