import type { Claim, Term } from '#domain/claim.ts'
import type { Fact, Figure } from '#domain/fact.ts'
import { type Unit, percent, unitOf } from '#domain/unit.ts'
import type { GridRow, Slot } from '../grids/grid.ts'
import { bareLabel } from '../grids/labels.ts'
import { rateUnit } from '../grids/rate-unit.ts'
import { type Section, alignedTo } from '../grids/sections.ts'
import { type Sheet, type Yield, factOf } from '../grids/sheet.ts'
import { unitInText } from '../grids/unit-in-text.ts'

type Column = { readonly pattern: RegExp; readonly unit: Unit; readonly measure?: string }
type Ratio = { readonly rule: string; readonly rate: string; readonly top: string; readonly bottom: string }

const people: Record<string, Column> = {
  quota: { pattern: /^编制(?:人)?数$/, unit: unitOf('人'), measure: 'staff.quota' },
  onPost: { pattern: /在职人(?:员)?数|实有人数|^在职人员$/, unit: unitOf('人'), measure: 'staff.on-post' },
  control: { pattern: /控制率/, unit: percent, measure: 'staff.control-rate' },
}
const buildings: Record<string, Column> = {
  approved: { pattern: /批[复准]规模/, unit: unitOf('㎡') },
  built: { pattern: /实际规模/, unit: unitOf('㎡') },
  scale: { pattern: /^(?:建设)?规模控制率/, unit: percent },
  planned: { pattern: /预算投资/, unit: unitOf('元', '万') },
  invested: { pattern: /实际投资/, unit: unitOf('元', '万') },
  investment: { pattern: /投资(?:概算)?控制率/, unit: percent },
}
const peopleRatios: readonly Ratio[] = [{ rule: 'I33', rate: 'control', top: 'onPost', bottom: 'quota' }]
const buildingRatios: readonly Ratio[] = [
  { rule: 'I38', rate: 'scale', top: 'built', bottom: 'approved' },
  { rule: 'I39', rate: 'investment', top: 'invested', bottom: 'planned' },
]

/** Reads 「财政供养人员情况」: 编制数, 在职人数 and 控制率 = 在职 ÷ 编制. */
export function readPeople(sheet: Sheet, section: Section): Yield {
  return readRatioRow(sheet, section, people, peopleRatios)
}

/** Reads 「楼堂馆所控制情况」: 规模控制率 = 实际规模 ÷ 批复规模, 投资概算控制率 = 实际投资 ÷ 预算投资. */
export function readBuildings(sheet: Sheet, section: Section): Yield {
  return readRatioRow(sheet, section, buildings, buildingRatios)
}

function readRatioRow(
  sheet: Sheet,
  section: Section,
  columns: Record<string, Column>,
  ratios: readonly Ratio[],
): Yield {
  const heads = new Map<string, Slot>()
  for (const slot of section.header.slots) {
    const key = Object.keys(columns).find(
      (each) => !heads.has(each) && columns[each]!.pattern.test(bareLabel(slot.text)),
    )
    if (key) heads.set(key, slot)
  }
  const rows = section.body.flatMap((row) => {
    const cells = alignedTo(sheet.grid, section.header, [...heads.values()], row, () => true)
    return cells && [...cells.values()].some((slot) => slot.kind === 'number' && slot.row === row.index)
      ? [{ row, cells }]
      : []
  })
  const only = rows.length === 1 ? rows : rows.slice(0, 1)
  return {
    facts: only.flatMap(({ cells }) => rowFacts(sheet, columns, heads, cells)),
    claims: rows.flatMap(({ row, cells }) =>
      ratios.flatMap((ratio) => ratioClaim(sheet, ratio, columns, heads, row, cells)),
    ),
    indicators: [],
  }
}

function valueIn(
  sheet: Sheet,
  columns: Record<string, Column>,
  heads: ReadonlyMap<string, Slot>,
  cells: ReadonlyMap<Slot, Slot>,
  key: string,
): Figure | undefined {
  const head = heads.get(key)
  return head && sheet.figure(cells.get(head), unitInText(head.text) ?? columns[key]!.unit)
}

function rowFacts(
  sheet: Sheet,
  columns: Record<string, Column>,
  heads: ReadonlyMap<string, Slot>,
  cells: ReadonlyMap<Slot, Slot>,
): Fact[] {
  return Object.entries(columns).flatMap(([key, { measure }]) => {
    const figure =
      key === 'control'
        ? rateFigure(sheet, columns, heads, cells, peopleRatios[0]!)
        : valueIn(sheet, columns, heads, cells, key)
    return measure && figure ? [factOf(sheet, measure, 'none', figure)] : []
  })
}

function rateFigure(
  sheet: Sheet,
  columns: Record<string, Column>,
  heads: ReadonlyMap<string, Slot>,
  cells: ReadonlyMap<Slot, Slot>,
  ratio: Ratio,
): Figure | undefined {
  const head = heads.get(ratio.rate)
  const slot = head && cells.get(head)
  if (!slot?.number) return undefined
  const top = valueIn(sheet, columns, heads, cells, ratio.top)
  const bottom = valueIn(sheet, columns, heads, cells, ratio.bottom)
  return sheet.figure(slot, rateUnit(slot.number, top, bottom))
}

function ratioClaim(
  sheet: Sheet,
  ratio: Ratio,
  columns: Record<string, Column>,
  heads: ReadonlyMap<string, Slot>,
  row: GridRow,
  cells: ReadonlyMap<Slot, Slot>,
): Claim[] {
  const rate = rateFigure(sheet, columns, heads, cells, ratio)
  const top = valueIn(sheet, columns, heads, cells, ratio.top)
  const bottom = valueIn(sheet, columns, heads, cells, ratio.bottom)
  if (!rate || !top || !bottom) return []
  const named = (key: string, figure: Figure): Term => ({ name: bareLabel(heads.get(key)!.text), figure })
  const quote = sheet.quote(cells.get(heads.get(ratio.rate)!) ?? row.slots[0]!)
  const form = {
    is: 'ratio',
    rate: named(ratio.rate, rate),
    numerator: named(ratio.top, top),
    denominator: named(ratio.bottom, bottom),
  } as const
  return [{ rule: ratio.rule, form, certain: true, quote }]
}
