import { allMatches } from '#domain/all-matches.ts'
import type { Reading } from '#domain/reading.ts'
import { type CellNumber, cellNumbers } from '../../facts/told-numbers.ts'
import type { Verdict } from '../../rule.ts'
import { type Line, evidenceAt, linesCued } from '../paragraphs.ts'
import { numeralValue } from './chinese-numeral.ts'
import { miscounted } from './miscounted.ts'
import { nameColumns } from './name-columns.ts'

const rate = '(执行率|完成率|支付率|支出率|得分率|到位率|合格率|满意度|满意率|进度)'
const cue = /[%％]/g
/** 「执行率低于95%的项目有3个」, 「（执行率）达到97%以上的3个」. */
const bounded = new RegExp(
  `(?:${rate}[^，。；\\d]{0,4}?)?(低于|不足|未达到?|小于|高于|超过|大于|达到|不低于|在)?(\\d{1,3}(?:\\.\\d+)?)[%％](及?以上|及?以下)?的(?:[\\p{Script=Han}]{0,8}?)(?:仅?有|共|为)?([一二两三四五六七八九十]{1,3}|\\d{1,2})(个|项|家|所)(?![\\p{Script=Han}]{0,2}百分)`,
  'gu',
)
const named = new RegExp(rate, 'g')
const total = /合计|总计|小计|平均|总体|全[县市区省州旗]$/
/** Fewer rows are no list. */
const fewestRows = 3
/** What is further off is of another list. */
const mostApart = 3
const elsewhere = /上年|去年|同期|20\d\d年(?!度)[^，。；]*(?:为|有)|目标|要求|规定|应/

/**
 * How many things a text says lie above or below a rate are as many as the one table with such a column holds (I76):
 * 「7个项目中，执行率达到97%以上的3个，低于95%的4个」.
 */
export function rowsByBound(reading: Reading, lines: readonly Line[]): Verdict[] {
  return linesCued(lines, cue).flatMap((line) =>
    allMatches(line.text, bounded).flatMap((match) => {
      const [whole, own, way = '', bound, side = '', count, unit] = match
      const before = line.text.slice(0, match.index)
      const word = own ?? [.../[^。]*$/.exec(before)![0].matchAll(named)].at(-1)?.[1]
      const said = numeralValue(count!)
      if (!word || said === undefined || (way === '' && side === '' && bound !== '100')) return []
      if (elsewhere.test(/[^，。；]*$/.exec(before)![0])) return []
      const tables = columnsOf(reading, word)
        .filter((cells) => isOfThose(reading, cells, before + whole))
        .map((cells) => countIn(cells, way + side, Number(bound)))
      return judged(line, match.index, whole, { said, unit: unit!, word }, tables)
    }),
  )
}

/** The rows of each table's column of this rate. */
function columnsOf(reading: Reading, word: string): (readonly CellNumber[])[] {
  return [...cellNumbers(reading).values()].flatMap((cells) => {
    const own = cells.filter(
      ({ heads, labels }) => heads.some((head) => head.includes(word)) && !labels.some((label) => total.test(label)),
    )
    const columns = [...Map.groupBy(own, ({ column }) => column).values()]
    return columns.filter(({ length }) => length >= fewestRows)
  })
}

/** Whether the rows of the table are such things as the text counts: their column is headed by its word. */
function isOfThose(reading: Reading, cells: readonly CellNumber[], words: string): boolean {
  const { block } = cells[0]!.figure.place
  return nameColumns(reading).some(
    ({ noun, count, head }) => head.block === block && words.includes(noun) && count === cells.length,
  )
}

/** How many rows lie on that side: at the bound itself either may be meant. */
function countIn(cells: readonly CellNumber[], words: string, bound: number): readonly number[] {
  const isLess = /低于|不足|未达|小于|以下/.test(words)
  const [inside, at] = [
    cells.filter(({ value }) => (isLess ? value < bound : value > bound)).length,
    cells.filter(({ value }) => value === bound).length,
  ]
  if (/低于|不足|未达|小于/.test(words)) return [inside]
  if (/达到|不低于|及以上/.test(words) || words === '' || words === '在') return [inside + at]
  return [inside, inside + at]
}

function judged(
  line: Line,
  start: number,
  whole: string,
  { said, unit, word }: { readonly said: number; readonly unit: string; readonly word: string },
  tables: readonly (readonly number[])[],
): Verdict[] {
  if (tables.length === 0) return []
  if (tables.some((counts) => counts.includes(said))) return [{ outcome: 'holds' }]
  const counts = new Set(tables.flat())
  const [count] = counts
  if (count === undefined || counts.size > 1 || Math.abs(count - said) > mostApart)
    return [{ outcome: 'undetermined', missing: `“${word}”说的是哪一张表` }]
  const message = `写明${said}${unit}，按表中“${word}”一栏数是${count}${unit}，请核对`
  return [miscounted({ said, count, unit }, message, [evidenceAt(line, start, start + whole.length)])]
}
