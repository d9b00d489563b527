import type { Claim } from '#domain/claim.ts'
import type { Fact, Figure, Phase } from '#domain/fact.ts'
import type { Unit } from '#domain/unit.ts'
import type { GridRow, Slot } from '../grids/grid.ts'
import { bareLabel, depthOf, isSubset } from '../grids/labels.ts'
import { measureOf } from '../grids/lexicon.ts'
import { type Section, alignedTo, phaseHead, yearOfHead } from '../grids/sections.ts'
import { type Sheet, type Yield, factOf } from '../grids/sheet.ts'
import { type Guess, type Strength, judgeSums } from '../arithmetic/sums.ts'
import { unitInText } from '../grids/unit-in-text.ts'

/** A row of 「经费控制情况」. */
type Line = {
  readonly row: GridRow
  readonly label: Slot
  readonly name: string
  readonly measure: string | undefined
  readonly figures: ReadonlyMap<Slot, Figure>
}

/**
 * Reads 「经费控制情况」 of the 湖南 基础数据表: one column a year and phase, rows for 三公, 项目支出, 公用经费,
 * 政府采购 and the adjustment of 基本支出.
 * 公用经费 covers its 「其中」 rows; where they add up exactly in other columns they are taken for the whole list.
 */
export function readControl(sheet: Sheet, section: Section): Yield {
  const columns = section.header.slots.filter((slot) => phaseHead.test(slot.text))
  const unit = section.header.slots.map((slot) => unitInText(slot.text)).find((each) => each) ?? sheet.unit
  const lines = section.body.flatMap((row) => lineOf(sheet, section, columns, row, unit))
  return {
    facts: lines.flatMap((line) => lineFacts(sheet, line)),
    claims: controlClaims(sheet, columns, lines),
    indicators: [],
  }
}

function lineOf(
  sheet: Sheet,
  section: Section,
  columns: readonly Slot[],
  row: GridRow,
  unit: Unit | undefined,
): Line[] {
  const aligned =
    alignedTo(sheet.grid, section.header, columns, row, () => true) ??
    (row.width === section.header.width ? new Map<Slot, Slot>() : undefined)
  const label = row.slots.find((slot) => slot.kind === 'words')
  if (!aligned || !label) return []
  const figures = new Map<Slot, Figure>()
  for (const [head, slot] of aligned) {
    const figure = slot.row === row.index ? sheet.figure(slot, unit) : undefined
    if (figure) figures.set(head, figure)
  }
  return [{ row, label, name: bareLabel(label.text), measure: measureOf(label.text), figures }]
}

function lineFacts(sheet: Sheet, line: Line): Fact[] {
  const { measure } = line
  if (!measure) return []
  return [...line.figures].map(([head, figure]) =>
    factOf(sheet, measure, phaseOfHead(head.text), figure, yearOfHead(head.text, sheet.year)),
  )
}

function phaseOfHead(text: string): Phase {
  if (text.includes('决算')) return 'actual'
  return /调整|全年/.test(text) ? 'final' : 'original'
}

function controlClaims(sheet: Sheet, columns: readonly Slot[], lines: readonly Line[]): Claim[] {
  const find = (measure: string) => lines.find((line) => line.measure === measure)
  const named = (...measures: string[]) => measures.flatMap((measure) => find(measure) ?? [])
  const vehicle = find('three-public.vehicle')
  const vehicleParts = named('three-public.vehicle-purchase', 'three-public.vehicle-running')
  const vehicles = vehicle && vehicle.figures.size > 0 ? [vehicle] : vehicleParts
  const publicTotal = [...vehicles, ...named('three-public.abroad', 'three-public.reception')]
  const adds = (rule: string, total: Line | undefined, parts: readonly Line[], strength: Strength): Claim[] =>
    total ? judgeSums(rule, guesses(sheet, columns, total, parts), strength) : []
  const project = find('spending.project')
  const office = find('spending.public')
  return [
    ...adds('I42', find('three-public.total'), publicTotal, 'form').map((claim) => doubtUnfilled(claim, publicTotal)),
    ...adds('I43', vehicle, vehicleParts, 'form'),
    ...adds('I44', project, project ? projectParts(lines, project) : [], 'form'),
    ...adds('I45', office, office ? publicParts(lines, office) : [], 'open'),
  ]
}

/** Rows left blank in every column may be zero or not filled in: a mismatch is then only probable. */
function doubtUnfilled(claim: Claim, parts: readonly Line[]): Claim {
  return parts.every((part) => part.figures.size > 0) || claim.form.is !== 'sum' || claim.form.relation === 'covers'
    ? claim
    : { ...claim, certain: false, because: '有的明细行各栏都没有填，不能断定为零' }
}

function guesses(sheet: Sheet, columns: readonly Slot[], total: Line, parts: readonly Line[]): Guess[] {
  const filled = parts.filter((part) => part.figures.size > 0)
  return columns.flatMap((head) => {
    const figure = total.figures.get(head)
    if (!figure) return []
    const terms = filled.flatMap((part) =>
      part.figures.has(head) ? [{ name: `${part.name}`, figure: part.figures.get(head)! }] : [],
    )
    const name = `${head.text}${total.name}`
    return [
      { total: { name, figure }, parts: terms, missing: filled.length - terms.length, quote: sheet.quote(total.label) },
    ]
  })
}

/**
 * The rows of 项目支出: its numbered rows; a numbered row without numbers stands for the rows below it. A list that begins
 * with 「其中：」 is of some.
 */
function projectParts(lines: readonly Line[], project: Line): Line[] {
  const from = lines.indexOf(project) + 1
  const until = lines.findIndex((line, index) => index >= from && line.measure !== undefined)
  const all = lines.slice(from, until < 0 ? lines.length : until)
  if (all[0] && isSubset(all[0].label.text)) return []
  const below = all.filter((line) => !isSubset(line.label.text))
  const numbered = below.some((line) => depthOf(line.label.text) > 0)
  if (!numbered) return below
  let open = false
  return below.filter((line) => {
    if (depthOf(line.label.text) === 0) return open && line.figures.size > 0
    open = line.figures.size === 0
    return true
  })
}

/** The rows from 「其中：办公经费」 on to the next row with a measure of its own. */
function publicParts(lines: readonly Line[], office: Line): Line[] {
  const from = lines.indexOf(office) + 1
  const until = lines.findIndex((line, index) => index >= from && line.measure !== undefined)
  const below = lines.slice(from, until < 0 ? lines.length : until)
  return below[0] && isSubset(below[0].label.text)
    ? below
    : below.filter((line) => /办公|水费|电费|差旅|会议费|培训/.test(line.name))
}
