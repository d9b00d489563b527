import type { EvaluatedForm, EvaluatedRow } from '#domain/report/evaluated-form.ts'
import type { PrintedCell } from '#domain/report/printed-report.ts'
import { inCell } from '../setting.ts'
import { mixed, number, words } from './cells.ts'

/**
 * The grid of indicators, nine columns: level 1, level 2, level 3 (two grid columns wide when `wide`), target, actual,
 * weight, score, reason. Level 1 and level 2 span the rows they head; level 1 prints its points: 产出指标（50分）.
 */
export function indicatorRows(form: EvaluatedForm): PrintedCell[][] {
  return form.rows.map((row, index) => {
    const before = form.rows[index - 1]
    const startsLevel1 = before?.level1 !== row.level1
    const startsLevel2 = startsLevel1 || before?.level2 !== row.level2
    return [
      ...(startsLevel1 ? [groupCell(form, row, index)] : []),
      ...(startsLevel2 ? [words(row.level2, { rowSpan: runLength(form.rows, index, sameLevel2) })] : []),
      words(row.name),
      mixed(row.target, { align: 'center' }),
      mixed(row.actual, { align: 'center' }),
      number(row.weight),
      number(row.score),
      mixed([row.reason]),
    ]
  })
}

function groupCell(form: EvaluatedForm, row: EvaluatedRow, index: number): PrintedCell {
  const weight = form.groups.find(({ level1 }) => level1 === row.level1)?.weight
  const rowSpan = runLength(form.rows, index, (a, b) => a.level1 === b.level1)
  if (!weight) return words(row.level1, { rowSpan })
  return { runs: [`${row.level1}（`, inCell(weight), '分）'], align: 'center', rowSpan }
}

const sameLevel2 = (a: EvaluatedRow, b: EvaluatedRow) => a.level1 === b.level1 && a.level2 === b.level2

function runLength(
  rows: readonly EvaluatedRow[],
  from: number,
  same: (a: EvaluatedRow, b: EvaluatedRow) => boolean,
): number {
  const first = rows[from]
  if (!first) return 1
  const other = rows.findIndex((row, index) => index > from && !same(first, row))
  return (other < 0 ? rows.length : other) - from
}
