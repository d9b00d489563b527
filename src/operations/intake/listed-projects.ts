import { addUp } from '#domain/arithmetic.ts'
import type { Cell, Table } from '#domain/document.ts'
import type { Figure } from '#domain/fact.ts'
import { hasHan } from '#domain/han.ts'
import { baseValue, ulpOf } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import { bareLabel, compact } from '#reading/tables/grids/labels.ts'
import { fundSource, measureOf, totalLabel } from '#reading/tables/grids/lexicon.ts'
import { type ListColumn, type ListHeads, listHeads } from './project-list-heads.ts'

type Amounts = Readonly<Partial<Record<ListColumn, Figure>>>

/**
 * A project as a table of the whole report lists it, with what was budgeted and spent.
 *
 * isSure   the heads are those of the forms, and the table's 合计 is what its rows come to
 */
export type ListedProject = { readonly name: string; readonly amounts: Amounts; readonly isSure: boolean }

const mostHeadRows = 4

/** The projects that tables of the department's own report list with what was spent on them, each where it stands first. */
export function listedProjects(reading: Reading): ListedProject[] {
  const listed = reading.parts.flatMap(({ kind, from, to }) => {
    if (kind !== 'department-report' && kind !== 'final-accounts') return []
    return reading.document.blocks
      .slice(from, to)
      .flatMap((table, at) => (table.kind === 'table' ? listedIn(reading, from + at, table) : []))
  })
  return listed.filter(({ name }, at) => listed.findIndex((each) => each.name === name) === at)
}

/** The rows of a list of projects; none where its rows do not stand for a project each. */
function listedIn(reading: Reading, block: number, table: Table): ListedProject[] {
  const figures = reading.figures.filter(
    ({ place, quantity }) => place.block === block && quantity.unit.kind === 'money',
  )
  const first = Math.min(...figures.map(({ place }) => place.row ?? Infinity))
  const heads = first <= mostHeadRows ? listHeads(table, first, wordsBefore(reading, block)) : undefined
  if (!heads) return []
  const rows = table.rows.slice(first).flatMap((cells) => {
    const name = cells.find(({ column }) => column === heads.names) ?? cells[0]
    return name ? [{ name, amounts: amountsOf(cells, figures, heads) }] : []
  })
  const projects = rows.filter(({ name, amounts }) => !isTotal(name) && Object.keys(amounts).length > 0)
  const names = projects.map(({ name }) => compact(name.text))
  const isList =
    projects.every(({ name, amounts }) => name.rowSpan === 1 && isName(name) && amounts.actual) &&
    new Set(names).size === names.length
  if (!isList) return []
  const adds = rows
    .filter(({ name }) => isTotal(name))
    .every(({ amounts }) =>
      comesTo(
        amounts,
        projects.map((each) => each.amounts),
      ),
    )
  return projects.map(({ amounts }, at) => ({ name: names[at]!, amounts, isSure: heads.isOfForms && adds }))
}

function amountsOf(cells: readonly Cell[], figures: readonly Figure[], heads: ListHeads): Amounts {
  return Object.fromEntries(
    cells.flatMap((cell, at) => {
      const column = heads.amounts.get(cell.column)
      const figure = figures.find(({ place }) => place.row === cell.row && place.cell === at)
      return column && figure ? [[column, figure]] : []
    }),
  )
}

function isTotal({ text }: Cell): boolean {
  const label = bareLabel(compact(text))
  return label === '' || totalLabel.test(label) || /(?:合计|小计|总计)$/.test(label)
}

/** What names a measure, a source of money or an account is no project. */
function isName({ text }: Cell): boolean {
  return hasHan(text, 2) && !/^\d{3,}|^其中/.test(compact(text)) && !measureOf(text) && !fundSource(text)
}

/** Whether each amount of a 合计 is what the rows come to, as they are printed. */
function comesTo(total: Amounts, rows: readonly Amounts[]): boolean {
  return (['original', 'final', 'actual'] as const).every((column) => {
    const own = total[column]?.quantity
    const sum = addUp(rows.flatMap((row) => (row[column] ? [baseValue(row[column].quantity)] : [])))
    return (
      !own ||
      sum
        .minus(baseValue(own))
        .abs()
        .times(2)
        .lte(ulpOf(own).times(rows.length + 1))
    )
  })
}

/** What stands right before a table, 「单位：万元」 and a caption included. */
function wordsBefore({ document }: Reading, block: number): string {
  const before = document.blocks.slice(Math.max(0, block - 3), block)
  return before.map((each) => (each.kind === 'paragraph' ? each.text : '')).join('\n')
}
