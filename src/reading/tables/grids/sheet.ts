import type { Claim } from '#domain/claim.ts'
import type { Place } from '#domain/document.ts'
import type { Fact, Figure, Phase } from '#domain/fact.ts'
import type { IndicatorRow, Words } from '#domain/reading.ts'
import type { Unit } from '#domain/unit.ts'
import type { FigureMaker } from '../../figure-maker.ts'
import type { FoundNumber } from '../../numbers.ts'
import type { Grid, Slot } from './grid.ts'
import { compact, yearIn } from './labels.ts'
import { unitInText } from './unit-in-text.ts'

/** What was read from a table or a piece of one. */
export type Yield = {
  readonly facts: readonly Fact[]
  readonly claims: readonly Claim[]
  readonly indicators: readonly IndicatorRow[]
}
export const nothingRead: Yield = { facts: [], claims: [], indicators: [] }

/** Several yields as one, in order. */
export function together(yields: readonly Yield[]): Yield {
  return {
    facts: yields.flatMap((each) => each.facts),
    claims: yields.flatMap((each) => each.claims),
    indicators: yields.flatMap((each) => each.indicators),
  }
}

/**
 * A grid being read: makes one figure per number of the document, however often it is asked for.
 *
 * entity   the project or unit the form is about, '' for the reporting unit
 * unit     unit named above the table for all its amounts
 */
export type Sheet = {
  readonly grid: Grid
  readonly entity: string
  readonly year?: number
  readonly unit?: Unit
  figure(slot: Slot | undefined, unit?: Unit): Figure | undefined
  figureWithin(slot: Slot, found: FoundNumber, unit?: Unit): Figure
  quote(slot: Slot): Place
  words(slot: Slot | undefined): Words | undefined
}

/** Opens a grid for reading. */
export function openSheet(grid: Grid, maker: FigureMaker): Sheet {
  const made = new Map<string, Figure>()
  const year = grid.part.year ?? grid.caption.map(yearIn).find((each) => each !== undefined)
  const unit = grid.caption.map(unitInText).find((each) => each !== undefined)
  const holder = (slot: Slot) => ({ part: grid.part.index, block: grid.block, row: slot.row, cell: slot.index })
  const quote = (slot: Slot): Place => ({ ...holder(slot), start: 0, end: slot.cell.text.length })
  const figureWithin = (slot: Slot, found: FoundNumber, own?: Unit): Figure => {
    const key = `${slot.row}:${slot.index}:${found.start}`
    const figure = made.get(key) ?? maker.make(holder(slot), slot.cell.text, found, own)
    made.set(key, figure)
    return figure
  }
  return {
    grid,
    entity: entityOf(grid),
    ...(year === undefined ? {} : { year }),
    ...(unit ? { unit } : {}),
    figureWithin,
    figure: (slot, own) => (slot?.number ? figureWithin(slot, slot.number, own) : undefined),
    quote,
    words: (slot) => slot && { text: slot.kind === 'nothing' ? '' : slot.cell.text, place: quote(slot) },
  }
}

/** A fact of this sheet: its year is the sheet's unless the column names another. */
export function factOf(
  sheet: Sheet,
  measure: string,
  phase: Phase,
  figure: Figure,
  year = sheet.year,
  certain = true,
): Fact {
  return {
    measure,
    entity: sheet.entity,
    ...(year === undefined ? {} : { year }),
    phase,
    figure,
    from: 'table',
    certain,
  }
}

/** What stands beside 「项目名称」 where that is the head of a column and not the label of a cell. */
const columnHead =
  /(?:数|额|率|分值?|资金|预算|合计|总计|单位|部门|编码|代码|内容|等[级次]|[%％]|\([^()]{0,6}(?:元|[%％]|[A-Z]|个|分|项)\))$/

function entityOf(grid: Grid): string {
  return projectNamedIn(grid) ?? grid.part.project ?? ''
}

/** The project a form names in its 「项目名称」 cell; undefined where it names none. */
export function projectNamedIn(grid: Grid): string | undefined {
  for (const { slots } of grid.rows.slice(0, 6)) {
    const at = slots.findIndex((slot) => /^(?:项目|专项)(?:\(专项\))?名称$/.test(slot.text))
    const behind = at < 0 ? [] : slots.slice(at + 1)
    // A pdf may leave an empty column between the label and what is alone in its row.
    const filled = behind.filter((slot) => slot.kind !== 'nothing')
    const named = behind[0]?.kind === 'nothing' && filled.length === 1 ? filled[0] : behind[0]
    if (named?.kind !== 'words') continue
    // Beside a label and across what is left of the form stands its name, whatever it ends with.
    const isAlone = at === 0 && slots.length === 2 && named.cell.columnSpan > 1
    if (isAlone || !columnHead.test(named.text)) return compact(named.cell.text)
  }
  return undefined
}
