import { App, Input } from 'antd'
import { type ClipboardEvent, useMemo } from 'react'
import { inExactWan, yuanOf } from '#domain/amount-text.ts'
import type { BaseDataView } from '#http/contracts/year.ts'
import { useImportNames } from '../../lists/use-import-names.ts'
import { asOne } from '../../saving/undo.ts'
import { type EntryLine, useEntries } from '../../saving/use-entries.ts'
import { useTyped } from '../../saving/use-typed.ts'
import { fieldAt } from '../../shell/asked-field.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/unit.ts'
import { words as workWords } from '../../words/work.ts'
import { ListTable } from '../list-table.tsx'
import { noteBase } from './base-entries.ts'
import { baseColumns, readBasePasted } from './paste-base.ts'
import { TakeLastYear } from './take-last-year.tsx'

const words = all.unit
type Row = BaseDataView['rows'][number]
type Cell = Row['cells'][number]

/** The base-data table, last year's column beside this year's: typed cells, and in grey those worked out. */
export function BaseData() {
  const { ledger } = useYear()
  const { data } = useOfYear<BaseDataView>('base-data')
  const { lines, isLoading } = useEntries(ledger, 'baseItems')
  const lineOf = (item: string, column: string) =>
    lines.find(({ entry }) => entry['item'] === item && entry['column'] === column)
  const note = (item: string, column: string, text: string) =>
    noteBase({ ledger, item, column, line: lineOf(item, column) }, text)
  const paste = usePaste(data?.rows ?? [], note)
  if (!data) return <p className="calm">{workWords.loading}</p>
  const heads = [words.baseItem, ...Object.values(words.baseColumns).map(words.baseHead)]
  return (
    <>
      <p className="calm screen-only">{words.baseNote}</p>
      {!isLoading && (
        <TakeLastYear rows={data.rows} isEntered={(item) => lineOf(item, 'prior-actual') !== undefined} note={note} />
      )}
      <ListTable name={words.parts.base} columns={heads} look="money base cards">
        {data.rows.map((row) => (
          <tr key={row.item}>
            <th scope="row">{row.name}</th>
            {row.cells.map((cell) => (
              <td key={cell.column} className="amount" data-field={fieldAt([row.item, cell.column], 'amount')}>
                <BaseCell
                  row={row}
                  cell={cell}
                  line={lineOf(row.item, cell.column)}
                  onPaste={(event) => paste(event, { item: row.item, column: cell.column })}
                />
              </td>
            ))}
          </tr>
        ))}
      </ListTable>
    </>
  )
}

/** Takes a block pasted at a cell; one cell alone goes into the field as any text does. */
function usePaste(rows: readonly Row[], note: (item: string, column: string, text: string) => void) {
  const { canEdit } = useYear()
  const { message } = App.useApp()
  const plain = useMemo(() => baseColumns(rows, words.baseItem, words.baseColumns), [rows])
  const columns = useImportNames('baseItems', plain, { kind: undefined, enabled: canEdit })
  return (event: ClipboardEvent, at: { readonly item: string; readonly column: string }) => {
    const text = event.clipboardData.getData('text/plain')
    if (!canEdit || !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    const { cells, unknown } = readBasePasted(columns, rows, at, text)
    asOne(() => {
      for (const each of cells) note(each.item, each.column, each.text)
    })
    void message.info(words.basePasted(cells.length, unknown))
  }
}

/** Typed in 万元 or with a unit; emptied, the entry goes and what can be worked out shows again. */
function BaseCell({
  row,
  cell,
  line,
  onPaste,
}: {
  row: Row
  cell: Cell
  line: EntryLine | undefined
  onPaste: (event: ClipboardEvent) => void
}) {
  const { ledger, canEdit } = useYear()
  const stored = String(line?.entry['amount'] ?? '')
  const place = { ledger, item: row.item, column: cell.column, line }
  const { value, type, leave } = useTyped(inWan(stored), (typed) => noteBase(place, typed))
  const problem = line?.pending?.state === 'refused' ? line.pending.message : undefined
  return (
    <>
      <Input
        aria-label={words.cell(row.name, words.baseColumns[cell.column])}
        placeholder={inWan(cell.text ?? '')}
        title={cell.formula ?? ''}
        readOnly={!canEdit}
        variant={canEdit ? 'outlined' : 'borderless'}
        status={problem ? 'error' : ''}
        inputMode="decimal"
        value={value}
        onChange={({ target }) => type(target.value)}
        onBlur={leave}
        onPaste={onPaste}
      />
      {problem && <span className="refused">{problem}</span>}
    </>
  )
}

/** 157000, 15.7万元 as 15.70; what is no amount as it is. */
function inWan(text: string): string {
  const yuan = yuanOf(text)
  return yuan === undefined ? text : inExactWan(yuan)
}
