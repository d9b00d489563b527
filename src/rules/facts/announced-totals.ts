import { meets } from '#domain/arithmetic.ts'
import { afterLast } from '#domain/clauses.ts'
import { type Table, textAround } from '#domain/document.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import { isSlip } from '#domain/slip.ts'
import { type Unit, unitFactor } from '#domain/unit.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { type TableRow, tableRows } from './table-rows.ts'

/** How many blocks a text may stand before or after the table it sums up. */
const reach = 5
/** Shorter numbers lie one slip from another too often by chance. */
const fewestDigits = 4
const senses = [/预算|安排/, /支出|支付|执行|决算|使用/, /到位|下达|分解|分配|拨付|奖补|补助/]
const other = /上年|去年|同期|增减|结余|比上|较/
/** Those who were asked are not all there are. */
const sampled = /抽样|抽查|抽取|随机/
const pointsToTable = /^[，,（(]?[^。；]{0,10}见(?:下|附)?表/

/**
 * The amounts the text gives before a table are those of its 合计 row. Which of them is meant is told by its column's
 * head; only a number one slip, or one unit, away from it is reported, as a warning.
 */
export const announcedTotals: Rule = {
  id: 'I71.total',
  title: '正文写出的总额与紧邻表格的合计一致',
  source: '本系统核对规则（正文与附表一致）',
  judge(reading) {
    const totals = Map.groupBy(
      tableRows(reading).filter(({ labels }) => labels.some((label) => /^(?:合计|总计|总额)$/.test(label))),
      ({ block }) => block,
    )
    const single = [...totals.values()].flatMap((rows) => (rows.length === 1 ? rows : []))
    if (single.length === 0) return [{ outcome: 'not-applicable' }]
    const inText = Map.groupBy(
      reading.figures.filter(({ place, quantity }) => place.row === undefined && isMeasured(quantity.unit)),
      ({ place }) => place.block,
    )
    return single.flatMap((row) => {
      const blocks = Array.from({ length: 2 * reach + 1 }, (_, index) => row.block - reach + index)
      return judgeTable(
        reading,
        row,
        blocks.flatMap((block) => inText.get(block) ?? []),
      )
    })
  },
}

function judgeTable(reading: Reading, row: TableRow, near: readonly Figure[]): Verdict[] {
  const table = reading.document.blocks[row.block]
  if (table?.kind !== 'table') return []
  return row.figures.filter(isTelling).flatMap((total) => {
    const alike = near.filter(({ quantity }) => isOneKind(quantity.unit, total.quantity.unit))
    return judgeTotal(reading, alike, total, headOf(table, total))
  })
}

/** What is counted or measured. */
function isMeasured({ kind }: Unit): boolean {
  return /money|count|area|length|weight/.test(kind)
}

/** Amounts of four digits at least; counts of three, which the column's head has to name besides. */
function isTelling({ quantity, printed }: Figure): boolean {
  const digits = digitsOf(printed)
  return quantity.unit.kind === 'money' ? digits >= fewestDigits : isMeasured(quantity.unit) && digits >= 3
}

function digitsOf(printed: string): number {
  return printed.replace('.', '').length
}

function isOneKind(left: Unit, right: Unit): boolean {
  return left.kind === right.kind && (left.kind === 'money' || left.name === right.name)
}

function judgeTotal(reading: Reading, near: readonly Figure[], total: Figure, head: string): Verdict[] {
  const own = intervalOf(total.quantity)
  const cited = near.find((figure) => meets(own, intervalOf(figure.quantity)))
  const pointing = near.filter((figure) => pointsToTable.test(wordsAfter(reading, figure)))
  if (cited && !pointing.some((figure) => isOneSlip(figure, total)))
    return [{ outcome: 'holds', figures: [cited.id, total.id] }]
  const likely = (cited ? pointing : near).filter(
    (figure) =>
      figure.place.part === total.place.part &&
      isOneSlip(figure, total) &&
      (total.quantity.unit.kind === 'money'
        ? alike(wordsBefore(reading, figure), head)
        : counts(wordsBefore(reading, figure), head, total)),
  )
  const [figure] = likely
  if (!figure || likely.length > 1) return []
  const terms = [
    { name: '正文金额', figure },
    { name: '附表合计', figure: total },
  ]
  const form = { is: 'equal', terms } as const
  const because = '两个数只差一处笔误，正文所指的栏目按上下文判断'
  return [judgeEqual({ rule: 'I71.total', form, certain: false, because, quote: figure.place }, form)]
}

function isOneSlip(figure: Figure, total: Figure): boolean {
  const same = unitFactor(figure.quantity.unit).eq(unitFactor(total.quantity.unit))
  return same ? isSlip(figure.printed, total.printed) : figure.quantity.value.eq(total.quantity.value)
}

/** Both speak of one thing: planned, spent or allotted, and neither of last year or a change. */
function alike(words: string, head: string): boolean {
  if (other.test(words) || other.test(head)) return false
  if (/年初/.test(words) ? /全年|调整/.test(head) : /年初/.test(head)) return false
  return senses.some((sense) => sense.test(words) && sense.test(head))
}

/**
 * 「涉及楼栋100栋」 and a column 「楼栋数（栋）」: two characters of the head stand right before the number. Of a column
 * 「户数」 the unit says what is counted; then only a number of four digits is told again.
 */
function counts(words: string, head: string, { quantity, printed }: Figure): boolean {
  if (other.test(words) || other.test(head) || sampled.test(words)) return false
  const name = head.replace(/[（(].*?[)）]|\s/g, '').replace(/数量?$/, '')
  if (name.endsWith(quantity.unit.name)) return digitsOf(printed) >= fewestDigits
  return name.length >= 2 && words.slice(-6).includes(name.slice(0, 2))
}

function wordsAfter(reading: Reading, { place }: Figure): string {
  return textAround(reading.document, place).slice(place.end, place.end + 24)
}

/** The clause right before a number, without what it says in brackets. */
function wordsBefore(reading: Reading, { place }: Figure): string {
  const text = textAround(reading.document, place)
    .slice(0, place.start)
    .replace(/[（(][^（()）]{0,12}[)）]/g, '')
  return afterLast(text, '，,；;。：:（(')
}

/** The words above a cell: every cell of the rows before it that covers its column and holds no number. */
function headOf(table: Table, { place }: Figure): string {
  const row = table.rows[place.row ?? 0] ?? []
  const column = row[place.cell ?? 0]?.column
  if (column === undefined) return ''
  return table.rows
    .slice(0, Math.min(place.row ?? 0, 3))
    .flatMap((cells) => cells.filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan))
    .filter(({ text }) => !/\d{2,}(?!\d*年)/.test(text))
    .map(({ text }) => text)
    .join('')
}
