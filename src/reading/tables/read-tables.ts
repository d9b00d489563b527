import type { Claim } from '#domain/claim.ts'
import type { Document, Part } from '#domain/document.ts'
import type { Fact, Figure } from '#domain/fact.ts'
import type { IndicatorRow } from '#domain/reading.ts'
import type { FigureMaker } from '../figure-maker.ts'
import { readControl } from './forms/base-table.ts'
import { type FundYield, readFunds } from './forms/fund-block.ts'
import { bodiesOf } from './grids/body.ts'
import { columnRates } from './arithmetic/column-rates.ts'
import { readGeneric } from './generic-table.ts'
import { readGoalFunds } from './forms/goal-funds.ts'
import { type GridRow, gridOf } from './grids/grid.ts'
import { type InnerTable, innerTables, onlyRows } from './grids/inner-tables.ts'
import { readIndicators } from './forms/indicator-block.ts'
import { scoreClaims } from './forms/indicator-sums.ts'
import { relatedNumbers } from './arithmetic/related/related-numbers.ts'
import { scoreRates } from './arithmetic/score-rates.ts'
import { readBuildings, readPeople } from './forms/ratio-rows.ts'
import { fundSource } from './grids/lexicon.ts'
import { type Section, sectionsOf } from './grids/sections.ts'
import { type Sheet, type Yield, nothingRead, openSheet, together } from './grids/sheet.ts'
import { readTaskBudgets } from './forms/task-budgets.ts'
import { readSides, sideStart } from './forms/sides-block.ts'

/**
 * Reads every table of a document: known forms block by block, any other table by its totals, nesting and rates.
 *
 * returns  the figures made here (also kept by `maker`), facts bound by row and column labels, the claims the
 *          tables' structure makes, and the indicator rows of forms
 * throws   never
 */
export function readTables(
  document: Document,
  parts: readonly Part[],
  maker: FigureMaker,
  labels?: ReadonlyMap<string, string>,
): { figures: Figure[]; facts: Fact[]; claims: Claim[]; indicators: IndicatorRow[] } {
  const before = maker.figures.length
  const all = parts.flatMap((part) => {
    const read: Yield[] = []
    const form: OpenForm = { execution: {} }
    for (let block = part.from; block < part.to; block++) {
      const table = document.blocks[block]
      if (table?.kind === 'table')
        read.push(readTable(openSheet(gridOf(document, block, table, part), maker), form, labels))
    }
    return read
  })
  const { facts, claims, indicators } = together(all)
  return { figures: maker.figures.slice(before), facts: [...facts], claims: [...claims], indicators: [...indicators] }
}

/** The execution row of the form being read: a form may be set as several tables, funds first. */
type OpenForm = { execution: FundYield['execution'] }

function readTable(sheet: Sheet, form: OpenForm, labels?: ReadonlyMap<string, string>): Yield {
  const known = sectionsOf(sheet.grid, labels)
  const inner = innerTables(sheet, known)
  const sections = known.map((section) => endingBefore(section, inner))
  if (sections.every((section) => section.kind === 'funds' && !listsSources(section)))
    return together([
      readGeneric(inner[0] ? onlyRows(sheet, 0, inner[0].from) : sheet),
      ...inner.map(({ sheet: own }) => readGeneric(own)),
    ])
  return together([
    readGoalFunds(sheet),
    readTaskBudgets(sheet),
    ...inner.map(({ sheet: own }) => readGeneric(own)),
    ...sections.map((section) => {
      if (section.kind !== 'funds') return readSection(sheet, section, form)
      const funds = readFunds(sheet, section)
      form.execution = funds.execution
      const sides = readSides(sheet, section, funds.rows, funds.unit)
      // Tasks or uses of money under the heads of a funds block are a table of their own.
      return together(
        listsSources(section)
          ? [funds, sides, otherRates(rowsOf(sheet, section), funds.claims)]
          : [funds, sides, readGeneric(rowsOf(sheet, section))],
      )
    }),
  ])
}

function isOfNumbers({ slots }: GridRow): boolean {
  return slots.some(({ kind }) => kind === 'number')
}

/** A funds block lists sources of money; a list of schools or projects under the same heads is an ordinary table. */
function listsSources(section: Section): boolean {
  const rows = section.body.filter(isOfNumbers)
  const known = rows.filter((row) =>
    row.slots.some((slot) => slot.kind === 'words' && (fundSource(slot.text) ?? sideStart.test(slot.text))),
  )
  // Heads in two rows begin twice; what stands between them lists nothing.
  return rows.length > 0 && known.length * 2 >= rows.length
}

/** The rates of a funds block that its rows of sources have not told: of each kind of spending, of each source in all. */
function otherRates(sheet: Sheet, told: readonly Claim[]): Yield {
  const known = new Set(told.flatMap(({ form }) => (form.is === 'ratio' ? [form.rate.figure.id] : [])))
  const claims = bodiesOf(sheet)
    .flatMap((body) => columnRates(sheet, body))
    .filter(({ form }) => form.is === 'ratio' && !known.has(form.rate.figure.id))
  return { ...nothingRead, claims }
}

/** A known block ends where a table inside the form begins. */
function endingBefore(section: Section, inner: readonly InnerTable[]): Section {
  const next = inner.find(({ from }) => from > section.header.index)?.from
  return next === undefined ? section : { ...section, body: section.body.filter(({ index }) => index < next) }
}

function rowsOf(sheet: Sheet, { header, body }: Section): Sheet {
  return onlyRows(sheet, header.index, (body.at(-1)?.index ?? header.index) + 1)
}

function readSection(sheet: Sheet, section: Section, form: OpenForm): Yield {
  if (section.kind === 'staff') {
    const people = readPeople(sheet, section)
    // Units listed one below the other under these heads are an ordinary table.
    if (section.body.filter(isOfNumbers).length < 3) return people
    return together([people, { ...nothingRead, claims: readGeneric(rowsOf(sheet, section)).claims }])
  }
  if (section.kind === 'buildings') return readBuildings(sheet, section)
  if (section.kind === 'control') return readControl(sheet, section)
  if (section.kind !== 'indicators') return nothingRead
  const block = readIndicators(sheet, section)
  const { claims, facts } = scoreClaims(sheet, block, form.execution)
  form.execution = {}
  const made = [...claims, ...scoreRates(sheet, block)]
  const related = bodiesOf(rowsOf(sheet, section)).flatMap((body) => relatedNumbers(sheet, body, made))
  return { claims: [...made, ...related], facts, indicators: block.placed.map((placed) => placed.row) }
}
