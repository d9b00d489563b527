import { beforeFirst } from '#domain/clauses.ts'
import type { Cell, Table } from '#domain/document.ts'
import { hasHan } from '#domain/han.ts'

/** A cell that tells something in sentences; `done`: of what was done, not of what was wanted. */
export type ToldCell = { readonly row: number; readonly cell: number; readonly told: Cell; readonly done: boolean }

const fewestSigns = 18
const fewestHan = 8
/** Standards of scoring hold numbers that are conditions, formulas numbers that are examples. */
const conditions =
  /得\s*\d|扣\s*\d|满分|计分|评分标准|每(?:低于?|降低|超过?|超出|减少|少|增加|高|偏离|有一|发现|出现|提高)|否则|酌情|以上得|不得分|[×÷]|^注[:：]/
const results = /完成情况|实际完成|说明|结论|概述|综述|总结|实施内容|执行情况|使用情况|基本情况|概况/
const wants = /预期|年初设定|计划|年度目标$|总体目标$|绩效目标$|指标值/
/** As many rows above a cell may its head stand. */
const farthest = 3

/** The cells of a table that hold running text with numbers: goals, what was done, notes and conclusions. */
export function toldCells(table: Table): ToldCell[] {
  return table.rows.flatMap((cells, row) =>
    cells.flatMap((told, cell) => (isTold(told) ? [{ row, cell, told, done: isDone(table, cells, row, cell) }] : [])),
  )
}

function isTold({ text, unread, hidden }: Cell): boolean {
  return (
    !unread &&
    !hidden &&
    text.length >= fewestSigns &&
    /\d/.test(text) &&
    /[，。；、：,;:]/.test(text) &&
    hasHan(text, fewestHan) &&
    !conditions.test(text)
  )
}

/** Whether the words before the cell, or over it, say that it tells what was done; a text alone in its row does, too. */
function isDone(table: Table, cells: readonly Cell[], row: number, cell: number): boolean {
  const own = cells[cell]!
  const filled = cells.filter(({ text }) => text !== '')
  const over = table.rows
    .slice(Math.max(0, row - farthest), row)
    .toReversed()
    .flatMap((above) => above.filter(({ column, text }) => column === own.column && text !== '' && text.length <= 16))
  const names = [beforeFirst(own.text, ':：'), cells[cell - 1]?.text ?? '', over[0]?.text ?? '']
  if (names.some((name) => name.length <= 16 && wants.test(name) && !results.test(name))) return false
  return filled.length === 1 || names.some((name) => name.length <= 24 && results.test(name))
}
