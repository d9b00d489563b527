import { gapBetween, meets } from '#domain/arithmetic.ts'
import type { Table } from '#domain/document.ts'
import type { Figure } from '#domain/fact.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import type { Reading } from '#domain/reading.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { figuresOf } from './figures-by-block.ts'
import { bareLabel } from './table-rows.ts'

/**
 * In a goal form of a one-year project the project's funds equal the year's application, and no year applies for more than
 * the project has. A longer project may differ, and one whose dates are not told may be longer: of these only two amounts
 * that are almost alike are reported. Warnings all.
 */
export const fundTwins: Rule = {
  id: 'goal.funds',
  title: '一年期项目的资金总额等于年度资金申请总额',
  source: '项目支出绩效目标申报表',
  judge(reading) {
    const pairs = reading.document.blocks.flatMap((block, at) => (block.kind === 'table' ? pairsIn(reading, at) : []))
    return pairs.length === 0 ? [{ outcome: 'not-applicable' }] : pairs.map(judge)
  },
}

type Pair = { readonly project: Figure; readonly year: Figure; readonly isOfOneYear: boolean }

function pairsIn(reading: Reading, block: number): Pair[] {
  const table = reading.document.blocks[block]
  if (table?.kind !== 'table') return []
  // Both labels speak of 资金, as few cells do.
  const cells = table.rows.flatMap((row, rowAt) =>
    row.flatMap(({ text }, cellAt) => (text.includes('资') ? [{ label: bareLabel(text), rowAt, cellAt }] : [])),
  )
  const after = (label: RegExp) => {
    const head = cells.find((cell) => label.test(cell.label))
    return (
      head && figuresOf(reading, block).find(({ place }) => place.row === head.rowAt && place.cell === head.cellAt + 1)
    )
  }
  const project = after(/^项目资金总额/)
  const year = after(/^年度资金(?:申请)?总额/)
  return project && year ? [{ project, year, isOfOneYear: endsInItsYear(table) }] : []
}

/** Whether the form dates the project's beginning and end, both in one year. */
function endsInItsYear({ rows }: Table): boolean {
  const yearAfter = (label: RegExp) => {
    const row = rows.find((cells) => cells.some(({ text }) => label.test(text)))
    const at = row?.findIndex(({ text }) => label.test(text)) ?? -1
    return /^\s*(20\d\d)\D/.exec(row?.[at + 1]?.text ?? '')?.[1]
  }
  const begins = yearAfter(/^\s*(?:项目|计划)?(?:开始|起始)(?:日期|时间)/)
  return begins !== undefined && begins === yearAfter(/^\s*(?:项目|计划)?(?:完成|结束|终止)(?:日期|时间)/)
}

function judge({ project, year, isOfOneYear }: Pair): Verdict {
  const [left, right] = [intervalOf(project.quantity), intervalOf(year.quantity)]
  if (meets(left, right)) return { outcome: 'holds', figures: [project.id, year.id] }
  const close = gapBetween(left, right).lt(baseValue(project.quantity).abs().times('0.01'))
  const exceeds = right.low.gt(left.high)
  if (!isOfOneYear && !exceeds && !close && !isSlip(project.printed, year.printed)) return { outcome: 'not-applicable' }
  const form = {
    is: 'equal',
    terms: [
      { name: '项目资金总额', figure: project },
      { name: '年度资金申请总额', figure: year },
    ],
  } as const
  return judgeEqual(
    { rule: 'goal.funds', form, certain: false, because: reason(isOfOneYear, exceeds), quote: project.place },
    form,
  )
}

function reason(isOfOneYear: boolean, exceeds: boolean): string {
  if (isOfOneYear) return '项目起止在同一年，两数应当相等'
  return exceeds ? '年度申请超过项目资金总额' : '两数几乎相同，一年期项目应当相等'
}
