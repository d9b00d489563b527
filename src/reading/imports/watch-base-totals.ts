import type { Big } from 'big.js'
import { inExactWan } from '#domain/amount-text.ts'
import { addUp } from '#domain/arithmetic.ts'
import type { ImportContext, ImportFault, ImportedRow } from '#domain/imports/import-result.ts'
import { naturalKey } from '#domain/imports/natural-key.ts'
import type { BaseItem } from '#domain/ledger/base-data.ts'
import type { BaseRow } from '#domain/ledger/base-row.ts'
import type { ColumnOf, Watcher } from './watch-weights.ts'

/** `at`: the row it was handed in with; what the ledger holds has none. */
type Cell = { readonly amount: Big; readonly at?: Pick<ImportedRow, 'sheet' | 'row'> }
type Total = Cell & { readonly row: BaseRow; readonly column: string; readonly parts: readonly Part[] }
type Part = Cell & { readonly zh: string }

/** 元: what rounding one amount to two decimals of 万元 can hide. */
const halfDigit = 50

/**
 * A total of the base-data table, such as 三公经费, is what its parts come to, in every column; what is not handed in counts
 * as the ledger holds it. Where a row may have more parts than the table names, they come to no more than it.
 */
export function watchBaseTotals(
  { baseItems = [], baseRows = [] }: ImportContext,
  columnOf: ColumnOf,
  add: (fault: ImportFault) => void,
): Watcher {
  const cells = new Map<string, Cell>(baseItems.map((item) => [naturalKey('base-data', item), { amount: item.amount }]))
  const rows = new Map(baseRows.map((row) => [row.item, row]))
  const columns = new Set<string>()
  return {
    see(row) {
      const item = row.entry as BaseItem
      cells.set(naturalKey('base-data', item), { amount: item.amount, at: row })
      columns.add(item.column)
    },
    finish() {
      for (const column of columns)
        for (const row of baseRows) {
          const total = totalOf(row, column, cells, rows)
          if (total && isWrong(total)) add(faultOf(total, columnOf))
        }
    },
  }
}

/** A total some cell of which is handed in, with those of its parts that are known. */
function totalOf(
  row: BaseRow,
  column: string,
  cells: ReadonlyMap<string, Cell>,
  rows: ReadonlyMap<string, BaseRow>,
): Total | undefined {
  const own = cells.get(`${row.item}@${column}`)
  const parts = (row.parts ?? []).flatMap((item) => {
    const cell = cells.get(`${item}@${column}`)
    return cell ? [{ ...cell, zh: rows.get(item)?.zh ?? item }] : []
  })
  const isHandedIn = [own, ...parts].some((cell) => cell?.at)
  return own && isHandedIn && parts.length > 0 ? { ...own, row, column, parts } : undefined
}

function isWrong({ row, amount, parts }: Total): boolean {
  const gap = gapOf(amount, parts)
  if (gap.abs().lte(halfDigit * (parts.length + 1))) return false
  return gap.lt(0) || (!row.open && parts.length === row.parts?.length)
}

function gapOf(amount: Big, parts: readonly Part[]): Big {
  return amount.minus(addUp(parts.map((part) => part.amount)))
}

/** An error where the file contradicts itself; against what the ledger holds, which may be handed in later, a warning. */
function faultOf({ row, column, amount, at, parts }: Total, columnOf: ColumnOf): ImportFault {
  const place = at ?? parts.findLast((part) => part.at)?.at ?? { sheet: '', row: 0 }
  const gap = gapOf(amount, parts)
  const own = `${at ? '' : '账本里登记的'}${row.zh}${inExactWan(amount)}万元`
  const listed = parts.map((part) => `${part.zh}${inExactWan(part.amount)}${part.at ? '' : '（账本）'}`).join('、')
  return {
    severity: at && parts.every((part) => part.at) ? 'error' : 'warning',
    sheet: place.sheet,
    row: place.row,
    column: columnOf(place.sheet, column),
    value: inExactWan(amount),
    message: `${own}与所列各项之和不符：${listed}，${gap.gt(0) ? '多' : '少'} ${inExactWan(gap.abs())}万元。`,
    mend: '请查是哪一格填错了，或合计盖住了公式；合计可以不填，由各项算出。',
  }
}
