import type { EntryLine } from '../saving/use-entries.ts'
import { words } from '../words/grid.ts'
import { inYuan } from '#domain/amount-text.ts'
import { columnId } from './column-defs.ts'
import { type Column, textOf, valueIn } from './column.ts'
import { useIsPrinting } from './use-printing.ts'

/** More than this nobody reads on paper; whoever wants it all exports it. */
export const mostPrinted = 5000
const numbers: readonly Column['kind'][] = ['amount', 'number', 'count']

/**
 * The lines of a table as they go on paper, every column in which something stands and not only what the screen had
 * room for; there only while the page is printed. `total` lines there are in all, `sum` of their amounts, 元. Fewer on
 * the paper: it says so, and how to get all; `isWhole`: as many as are ever printed.
 */
export function PrintedLines({
  name,
  columns,
  lines,
  total,
  sum,
  isWhole,
}: {
  name: string
  columns: readonly Column[]
  lines: readonly EntryLine[]
  total: number
  sum: string | undefined
  isWhole: boolean
}) {
  if (!useIsPrinting()) return null
  const look = ({ kind }: Column) => (numbers.includes(kind) ? 'amount' : kind === 'date' ? 'day' : '')
  const filled = columns.filter((column) => lines.some(({ entry }) => textOf(column, valueIn(column, entry)) !== ''))
  return (
    <table className="list printed-lines">
      <caption>
        {name}（{words.printed(lines.length, total, isWhole)}
        {sum !== undefined && `，${words.sum(inYuan(sum))}`}）
      </caption>
      <thead>
        <tr>
          {filled.map((column) => (
            <th key={columnId(column)} scope="col" className={look(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            {filled.map((column) => (
              <td key={columnId(column)} className={look(column)}>
                {textOf(column, valueIn(column, line.entry))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
