import type { Figure } from '#domain/fact.ts'
import type { IndicatorRow, Words } from '#domain/reading.ts'
import { points } from '#domain/unit.ts'
import type { GridRow, Slot } from '../grids/grid.ts'
import { isNothing } from '../grids/cell-number.ts'
import { bareLabel, compact } from '../grids/labels.ts'
import type { ColumnKey } from '../grids/lexicon.ts'
import { type Section, alignedTo } from '../grids/sections.ts'
import type { Sheet } from '../grids/sheet.ts'

/** An indicator row with the heading cells it stands under and the cell its weight is printed in. */
export type Placed = {
  readonly row: IndicatorRow
  readonly level1?: Slot
  readonly level2?: Slot
  readonly weightCell?: Slot
  readonly scoreCell?: Slot
  readonly label?: Slot
}
/**
 * The indicators of a form.
 *
 * totalRow  the row 「总分」, where one is printed
 * broken    a row with numbers could not be aligned, so no sum over the rows is known
 */
export type IndicatorBlock = {
  readonly placed: readonly Placed[]
  readonly totalRow?: GridRow
  readonly broken: boolean
  readonly section: Section
}

export const totalScoreLabel =
  /^(?:自评|评价|综合|项目|绩效)?(?:总分|总得分|总评分|合计|总计|得分合计|自评总分)(?:\d*分|\([^()]*\))?$/
const subtotalLabel = /^(?:小计|.{0,6}小计)(?:[:：].*|\([^()]*\))?$/
const template = /^(?:指标\d*|……|…|\.+|[×xX]+)[:：.…]*$/

/** Reads the rows under 「一级指标 二级指标 三级指标 …」; both upper levels are carried down through blank and merged cells. */
export function readIndicators(sheet: Sheet, section: Section): IndicatorBlock {
  const heads = keyedHeads(section)
  const placed: Placed[] = []
  let totalRow: GridRow | undefined
  let broken = false
  let level1: Slot | undefined
  let level2: Slot | undefined
  for (const row of section.body) {
    const first = row.slots.find((slot) => slot.kind === 'words' && slot.row === row.index)
    if (first && totalScoreLabel.test(first.text)) {
      totalRow = row
      break
    }
    if (row.slots.some((slot) => subtotalLabel.test(slot.text))) continue
    const cells = cellsOf(sheet, section, heads, row)
    if (!cells) {
      broken ||= row.slots.length > 1 && row.slots.some((slot) => slot.kind !== 'nothing')
      continue
    }
    const own1 = levelSlot(cells, 'level1', row)
    const own2 = levelSlot(cells, 'level2', row)
    if (own1 && own1 !== level1) level2 = undefined
    level1 = own1 ?? level1
    level2 = own2 ?? level2
    placed.push(placeRow(sheet, row, cells, level1, level2))
  }
  return { placed, broken, section, ...(totalRow ? { totalRow } : {}) }
}

type Cells = ReadonlyMap<ColumnKey, Slot>

/**
 * One head a key: of several level-3 heads (绩效指标 … 三级指标) and weights (one a level) the last, of other keys the first.
 */
export function keyedHeads(section: Section): ReadonlyMap<ColumnKey, Slot> {
  const heads = new Map<ColumnKey, Slot>()
  for (const { key, slot } of section.heads)
    if (key && (key === 'level3' || key === 'weight' || !heads.has(key))) heads.set(key, slot)
  return heads
}

function cellsOf(sheet: Sheet, section: Section, heads: ReadonlyMap<ColumnKey, Slot>, row: GridRow): Cells | undefined {
  const needed = [...heads].filter(
    ([key]) => row.width === section.header.width || (key !== 'level1' && key !== 'level2'),
  )
  const numeric = (head: Slot) => head === heads.get('weight') || head === heads.get('score')
  const aligned = alignedTo(
    sheet.grid,
    section.header,
    needed.map(([, slot]) => slot),
    row,
    numeric,
  )
  if (!aligned) return undefined
  const cells = new Map(
    needed.flatMap(([key, head]) => (aligned.has(head) ? [[key, aligned.get(head)!] as const] : [])),
  )
  if (row.width !== section.header.width) addLevels(cells, row, heads.has('level1') && heads.has('level2'))
  return cells
}

/**
 * The heading cells in front of a row that lost its merged cells: 产出指标 before 数量指标. 成本指标 is of either level; where
 * it stands alone the level above it was merged, for no heading of level 1 begins without one of level 2.
 */
function addLevels(cells: Map<ColumnKey, Slot>, row: GridRow, hasBoth: boolean): void {
  const name = cells.get('level3')
  const leading = row.slots.filter((slot) => slot.kind === 'words' && (!name || slot.column < name.column))
  const isLower = hasBoth && leading.length === 1 && /^(?:成本|服务对象满意度)/.test(leading[0]!.text)
  const upper = isLower ? undefined : leading.find((slot) => isLevel1(slot.text))
  const lower = leading.findLast((slot) => slot !== upper)
  if (upper) cells.set('level1', upper)
  if (lower) cells.set('level2', lower)
}

function isLevel1(text: string): boolean {
  return /^(?:产出|效益|满意度|服务对象满意度|成本|效果|管理|投入|过程|决策|履职)(?:指标|效能)?$/.test(
    headingName(text),
  )
}

/** A heading without its points: 「产出指标（50分）」 → 产出指标. */
export function headingName(text: string): string {
  return bareLabel(text).replace(/\d+(?:\.\d+)?分?$/, '')
}

function levelSlot(cells: Cells, key: 'level1' | 'level2', row: GridRow): Slot | undefined {
  const slot = cells.get(key)
  return slot && slot.kind === 'words' && slot.row <= row.index ? slot : undefined
}

function placeRow(
  sheet: Sheet,
  row: GridRow,
  cells: Cells,
  level1: Slot | undefined,
  level2: Slot | undefined,
): Placed {
  const label = cells.get('level3') ?? cells.get('level2')
  const name = sheet.words(label) ?? blankWords(sheet, row)
  const target = targetWords(sheet, cells)
  const weightCell = ownCell(cells.get('weight'), row)
  const scoreCell = ownCell(cells.get('score'), row)
  const reason = sheet.words(cells.get('reason'))
  const attained = attainedWords(sheet, cells)
  const weight = figureIn(sheet, weightCell)
  const score = figureIn(sheet, scoreCell)
  const group = [level1 ? headingName(level1.text) : '', level2 ? headingName(level2.text) : ''] as const
  const indicator: IndicatorRow = {
    table: sheet.grid.table.number,
    row: row.index + 1,
    part: sheet.grid.part.index,
    group,
    name,
    ...(target ? { target } : {}),
    ...(attained ? { actual: attained } : {}),
    ...(weight ? { weight } : {}),
    ...(score ? { score } : {}),
    ...(reason ? { reason } : {}),
    filler: isFiller(name, target, attained, weight ?? score),
  }
  return {
    row: indicator,
    ...(level1 ? { level1 } : {}),
    ...(level2 ? { level2 } : {}),
    ...(weightCell ? { weightCell } : {}),
    ...(scoreCell ? { scoreCell } : {}),
    ...(label ? { label } : {}),
  }
}

/** A template row: no target, and no name, a stand-in for one, or nothing else filled in. */
function isFiller(
  name: Words,
  target: Words | undefined,
  attained: Words | undefined,
  points: Figure | undefined,
): boolean {
  const empty = (words: Words | undefined) => !words || isNothing(words.text)
  if (!empty(target)) return false
  return isNothing(name.text) || template.test(compact(name.text)) || (!points && empty(attained))
}

/** A cell that begins in this row: a merged weight counts once, where it stands. */
function ownCell(slot: Slot | undefined, row: GridRow): Slot | undefined {
  return slot && slot.row === row.index ? slot : undefined
}

function figureIn(sheet: Sheet, slot: Slot | undefined): Figure | undefined {
  return sheet.figure(slot, points)
}

function blankWords(sheet: Sheet, row: GridRow): Words {
  const slot = row.slots[0]
  return slot
    ? { text: '', place: sheet.quote(slot) }
    : { text: '', place: { part: sheet.grid.part.index, block: sheet.grid.block, row: row.index, start: 0, end: 0 } }
}

/** The target with the sign and measure word that 四川 and 一体化 forms print in columns of their own: ≥ | 50 | 个. */
function targetWords(sheet: Sheet, cells: Cells): Words | undefined {
  const words = sheet.words(cells.get('target'))
  if (!words || words.text === '') return words
  const sign = cells.get('sign')?.cell.text.trim() ?? ''
  const prefix = /^[≥≤<>=＝＞＜≧≦]=?$/.test(sign) ? sign : ''
  return { text: prefix + words.text + measureWord(cells, words.text), place: words.place }
}

function attainedWords(sheet: Sheet, cells: Cells): Words | undefined {
  const words = sheet.words(cells.get('attained'))
  return words && words.text !== '' ? { text: words.text + measureWord(cells, words.text), place: words.place } : words
}

function measureWord(cells: Cells, value: string): string {
  const slot = cells.get('measure-word')
  return slot?.kind === 'words' && /\d\s*$/.test(value) ? slot.cell.text.trim() : ''
}
