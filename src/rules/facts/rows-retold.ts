import { meets } from '#domain/arithmetic.ts'
import { afterLast } from '#domain/clauses.ts'
import type { Document, Paragraph } from '#domain/document.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { countedAs } from './counted-as.ts'
import { type TableRow, bareLabel, tableRows } from './table-rows.ts'

/** How many blocks a text may stand from the table whose rows it tells. */
const reach = 8
const mostRows = 60

/** A number of the text and the row it names; `nth`: its sentence, and how many numbers it gave for that row before. */
type Told = { readonly figure: Figure; readonly row: TableRow; readonly nth: string }
type Match = { readonly told: Told; readonly cell: Figure }

/**
 * A text that goes through a table row by row (「甲分值20分，得分19.94分；乙…」, 「东坪镇78.33万元、马路镇47.65万元」)
 * gives each row's own numbers. The column is the one that most of the rows told agree with; two at least have to.
 */
export const rowsRetold: Rule = {
  id: 'I71.rows',
  title: '正文逐项列出的数字与表中各行一致',
  source: '本系统核对规则（正文与附表一致）',
  judge(reading) {
    const tables = [...Map.groupBy(tableRows(reading), ({ block }) => block)].filter(
      ([, rows]) => rows.length >= 2 && rows.length <= mostRows,
    )
    const inText = Map.groupBy(
      reading.figures.filter(({ place }) => place.row === undefined),
      ({ place }) => place.block,
    )
    return tables.flatMap(([block, rows]) => {
      const names = namedRows(rows)
      const near = Array.from({ length: 2 * reach + 1 }, (_, index) => inText.get(block - reach + index) ?? [])
      return near.flatMap((figures) => {
        const [first] = figures
        const paragraph = first && reading.document.blocks[first.place.block]
        if (paragraph?.kind !== 'paragraph' || first?.place.part !== rows[0]?.figures[0]?.place.part) return []
        return judgePair(reading, toldIn(paragraph, figures, names))
      })
    })
  },
}

type Named = { readonly name: string; readonly row: TableRow }

/** Rows by the one name only they bear. */
function namedRows(rows: readonly TableRow[]): Named[] {
  const names = rows.flatMap((row) => row.labels.map((name) => ({ name, row })))
  const times = Map.groupBy(names, ({ name }) => name)
  return names.filter(
    ({ name }) => times.get(name)?.length === 1 && /\p{Script=Han}{2}/u.test(name) && !/合计|总计|小计|^\d/.test(name),
  )
}

function toldIn({ text }: Paragraph, figures: readonly Figure[], rows: readonly Named[]): Told[] {
  const told: Told[] = []
  let from = 0
  let current: TableRow | undefined
  let nth = 0
  for (const figure of figures.toSorted((left, right) => left.place.start - right.place.start)) {
    const lead = text.slice(from, figure.place.start)
    const plain = bareLabel(afterLast(lead, '。！？'))
    const [named, ...others] = rows
      .filter(({ name }) => plain.includes(name) && !isOverThing(lead, name))
      .toSorted((a, b) => b.name.length - a.name.length)
    if (named && isOfAll(lead, [named, ...others])) current = undefined
    else if (named) [current, nth] = [named.row, 0]
    else if (/[；;。]/.test(lead)) current = undefined
    if (current) told.push({ figure, row: current, nth: `${sentencesBefore(text, figure.place.start)} ${nth}` })
    nth += 1
    from = figure.place.end
  }
  return told
}

/** 「科技类和产业类合计9,599.80万元」 is of two rows together. */
function isOfAll(lead: string, named: readonly Named[]): boolean {
  return new Set(named.map(({ row }) => row)).size > 1 && /(?:合计|共计|两[类项]共?)[^，,；;。]*$/.test(lead)
}

/** 「基本支出中，人员经费」: what is told is a part of the row's, and has a name of its own. */
function isOverThing(lead: string, name: string): boolean {
  const behind = lead.slice(lead.lastIndexOf(name) + name.length)
  return /^中[，,][^，,；;。]*\p{Script=Han}{2}[^，,；;。]*$/u.test(behind)
}

function sentencesBefore(text: string, at: number): number {
  return (text.slice(0, at).match(/[。！？]/g) ?? []).length
}

function judgePair(reading: Reading, told: readonly Told[]): Verdict[] {
  return [...Map.groupBy(told, ({ nth }) => nth).values()].flatMap((group) => {
    if (new Set(group.map(({ row }) => row)).size < group.length) return []
    const columns = new Set(
      group.flatMap(({ row }) => row.figures.flatMap((cell) => columnOf(reading.document, cell) ?? [])),
    )
    const ways = [...columns].map((column) =>
      group.flatMap((each) => {
        const cell = each.row.figures.find((figure) => columnOf(reading.document, figure) === column)
        return cell && comparable(each.figure, cell) ? [{ told: each, cell: inUnitOf(each.figure, cell) }] : []
      }),
    )
    const best = ways.toSorted((left, right) => agreeing(right).length - agreeing(left).length)[0]
    return best ? judgeWay(best) : []
  })
}

function judgeWay(matches: readonly Match[]): Verdict[] {
  const agree = agreeing(matches)
  const odd = matches.filter((each) => !agree.includes(each) && !standsElsewhere(each))
  const values = new Set(agree.map(({ cell }) => cell.printed))
  if (agree.length < 2 || values.size < 2 || odd.length > Math.max(1, agree.length / 3)) return []
  return [...agree, ...odd].map(({ told, cell }) => {
    const terms = [
      { name: '正文', figure: told.figure },
      { name: '表中', figure: cell },
    ]
    const form = { is: 'equal', terms } as const
    const because = '正文逐项所列与表中这一栏的其余各行都一致'
    return judgeEqual({ rule: 'I71.rows', form, certain: false, because, quote: told.figure.place }, form)
  })
}

/** A number of another column of its row is told of that one. */
function standsElsewhere({ told }: Match): boolean {
  const own = intervalOf(told.figure.quantity)
  return told.row.figures.some(
    (figure) => comparable(told.figure, figure) && meets(own, intervalOf(inUnitOf(told.figure, figure).quantity)),
  )
}

function agreeing(matches: readonly Match[]): Match[] {
  return matches.filter(({ told, cell }) => meets(intervalOf(told.figure.quantity), intervalOf(cell.quantity)))
}

function columnOf(document: Document, { place }: Figure): number | undefined {
  const table = document.blocks[place.block]
  return table?.kind === 'table' ? table.rows[place.row ?? -1]?.[place.cell ?? -1]?.column : undefined
}

/** A bare number of a column counts in the unit the text prints; 「减少」 says in words what the cell says by its sign. */
function inUnitOf(text: Figure, told: Figure): Figure {
  const isFall = told.quantity.value.lt(0) && text.quantity.value.gt(0)
  const cell = isFall ? { ...told, quantity: { ...told.quantity, value: told.quantity.value.abs() } } : told
  return countedAs(text, cell)
}

/** Money, points and things counted with their like, or with a bare number of their column. */
function comparable(text: Figure, cell: Figure): boolean {
  const [a, b] = [text.quantity.unit, cell.quantity.unit]
  if (text.quantity.looseness !== 'exact') return false
  return a.kind === b.kind
    ? a.kind === 'money' || a.name === b.name
    : b.kind === 'none' && /score|count|money/.test(a.kind)
}
