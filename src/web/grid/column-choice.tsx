import { Button, Checkbox, Popover } from 'antd'
import { words } from '../words/grid.ts'
import { columnId } from './column-defs.ts'
import type { Column } from './column.ts'

/** Which columns of a table are shown; `onChoose`: the ids of all that are to be. */
export function ColumnChoice({
  name,
  columns,
  shown,
  onChoose,
}: {
  name: string
  columns: readonly Column[]
  shown: readonly Column[]
  onChoose: (ids: readonly string[]) => void
}) {
  const choice = (
    <div className="column-choice" role="group" aria-label={words.columnsOf(name)}>
      <Checkbox.Group
        value={shown.map(columnId)}
        options={columns.map((column) => ({
          value: columnId(column),
          label: column.title,
          disabled: column.required === true,
        }))}
        onChange={onChoose}
      />
      <p className="calm">{words.columnsNote}</p>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomLeft" content={choice}>
      <Button>{words.columns(columns.length - shown.length)}</Button>
    </Popover>
  )
}
