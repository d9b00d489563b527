import { Input } from 'antd'
import { inYuan, yuanOf } from '#domain/amount-text.ts'
import type { BaseDataView } from '#http/contracts/year.ts'
import { noteAddition, noteRemoval } from '../../saving/pending.ts'
import { change } from '../../saving/undo.ts'
import { type EntryLine, useEntries } from '../../saving/use-entries.ts'
import { useTyped } from '../../saving/use-typed.ts'
import { fieldAt } from '../../shell/asked-field.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/unit.ts'
import { words as workWords } from '../../words/work.ts'
import { ListTable } from '../list-table.tsx'

const words = all.unit
type Row = BaseDataView['rows'][number]
type Cell = Row['cells'][number]

/** The base-data table, last year's column beside this year's: typed cells, and in grey those worked out. */
export function BaseData() {
  const { ledger } = useYear()
  const { data } = useOfYear<BaseDataView>('base-data')
  const { lines } = useEntries(ledger, 'baseItems')
  if (!data) return <p className="calm">{workWords.loading}</p>
  const lineOf = (item: string, column: string) =>
    lines.find(({ entry }) => entry['item'] === item && entry['column'] === column)
  return (
    <>
      <p className="calm">{words.baseNote}</p>
      <ListTable name={words.parts.base} columns={['', ...Object.values(words.baseColumns)]} look="money base">
        {data.rows.map((row) => (
          <tr key={row.item}>
            <th scope="row">{row.name}</th>
            {row.cells.map((cell) => (
              <td key={cell.column} className="amount" data-field={fieldAt([row.item, cell.column], 'amount')}>
                <BaseCell row={row} cell={cell} line={lineOf(row.item, cell.column)} />
              </td>
            ))}
          </tr>
        ))}
      </ListTable>
    </>
  )
}

/** Typed in 元 or with a unit; emptied, the entry goes and what can be worked out shows again. */
function BaseCell({ row, cell, line }: { row: Row; cell: Cell; line: EntryLine | undefined }) {
  const { ledger, canEdit } = useYear()
  const list = 'baseItems' as const
  const amount = line?.entry['amount']
  const stored = amount === undefined || amount === null ? '' : String(amount)
  const note = (typed: string) => {
    const text = typed.trim()
    const yuan = yuanOf(text) ?? text
    if (text === '') {
      if (line && !line.isNew) noteRemoval({ ledger, list, key: line.key })
    } else if (line && !line.isNew)
      change({ ledger, list, key: line.key, was: { amount: stored }, set: { amount: yuan } })
    else
      noteAddition(
        { ledger, list, set: { item: row.item, column: cell.column, amount: yuan } },
        true,
        `base/${row.item}/${cell.column}`,
      )
  }
  const { value, type, leave } = useTyped(yuanOf(stored) === undefined ? stored : inYuan(stored), note)
  return (
    <>
      <Input
        aria-label={words.cell(row.name, words.baseColumns[cell.column])}
        placeholder={cell.text ?? ''}
        title={cell.formula ?? ''}
        readOnly={!canEdit}
        variant={canEdit ? 'outlined' : 'borderless'}
        status={line?.pending?.state === 'refused' ? 'error' : ''}
        value={value}
        suffix={<span>{/\d[\d.,，\s]*$/.test(value) ? words.yuan : ''}</span>}
        onChange={({ target }) => type(target.value)}
        onBlur={leave}
      />
      {line?.pending?.state === 'refused' && <span className="refused">{line.pending.message}</span>}
    </>
  )
}
