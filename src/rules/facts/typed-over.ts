import type { Cell, TypedOver } from '#domain/document.ts'
import type { Evidence } from '#domain/finding.ts'
import type { Reading } from '#domain/reading.ts'
import type { Rule, Verdict } from '../rule.ts'
import { orHolds, reported } from '../wording/verdicts.ts'

/**
 * A number of a workbook that was typed over a formula: where it is not what the formula comes to, something to mend;
 * else a note, as it will not follow when other numbers change.
 */
export const typedOver: Rule = {
  id: 'table.typed-over',
  title: '该用公式算的格没有被数字覆盖',
  source: '本系统核对规则',
  judge(reading) {
    if (reading.document.format !== 'xlsx') return [{ outcome: 'not-applicable' }]
    return orHolds(
      reading.document.blocks.flatMap((block, at) =>
        block.kind === 'table'
          ? block.rows.flatMap((cells, row) => cells.flatMap((cell, place) => judgeCell(reading, cell, at, row, place)))
          : [],
      ),
    )
  },
}

function judgeCell(reading: Reading, cell: Cell, block: number, row: number, at: number): Verdict[] {
  const { typedOver: over, text } = cell
  if (!over) return []
  const figure = reading.figures.find(({ place }) => place.block === block && place.row === row && place.cell === at)
  const part = reading.parts.find(({ from, to }) => from <= block && block < to)
  const place = { part: part?.index ?? 0, block, row, cell: at, start: 0, end: text.length }
  const evidence: Evidence = figure ? { figure } : { place, text }
  const isOff = over.gives !== undefined && over.gives !== plain(text)
  return [reported('table.typed-over', isOff ? 'warning' : 'info', messageOf(text, over, isOff), [evidence])]
}

function messageOf(text: string, { formula, gives }: TypedOver, isOff: boolean): string {
  const belongs = `这一格是直接打的数${text}，这里应是公式 =${formula}`
  if (gives === undefined) return `${belongs}，请核对是不是覆盖了公式`
  return isOff
    ? `${belongs}，算出来是${gives}，可能覆盖了公式`
    : `${belongs}；现在两者相同，以后改了别的数，它不会跟着变`
}

function plain(text: string): string {
  return text.replaceAll(/[,，\s]/g, '')
}
