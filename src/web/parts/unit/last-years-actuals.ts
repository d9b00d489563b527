import type { BaseDataView } from '#http/contracts/year.ts'
import type { BaseCellText } from './paste-base.ts'

/**
 * What last year's ledger says was spent, for the cells of 上年决算 that nothing is entered in; sums the table works out
 * from its other rows are left to it.
 *
 * isEntered   whether something is entered for an item as last year's
 */
export function lastYearsActuals(
  last: BaseDataView,
  rows: BaseDataView['rows'],
  isEntered: (item: string) => boolean,
): readonly BaseCellText[] {
  return rows.flatMap(({ item }) => {
    const cell = last.rows.find((row) => row.item === item)?.cells.find(({ column }) => column === 'actual')
    if (cell?.text === undefined || cell.formula?.includes(' + ') || isEntered(item)) return []
    return [{ item, column: 'prior-actual', text: cell.text }]
  })
}
