import { Button, Checkbox, Popover } from 'antd'
import { useState } from 'react'
import type { LedgerList } from '#http/contracts/year.ts'
import { words } from '../words/grid.ts'
import { columnId } from './column-defs.ts'
import type { Column } from './column.ts'

const storageKey = (list: LedgerList) => `jiheng.hidden-columns.${list}`

/** The columns of a list this person wants to see, kept on this machine; those a new entry needs are always there. */
export function useShownColumns(list: LedgerList, columns: readonly Column[]) {
  const [hidden, setHidden] = useState<readonly string[]>(() => read(list))
  const hide = (ids: readonly string[]) => {
    setHidden(ids)
    localStorage.setItem(storageKey(list), JSON.stringify(ids))
  }
  const isShown = (column: Column) => column.required === true || !hidden.includes(columnId(column))
  return { shown: columns.filter(isShown), isShown, hide }
}

function read(list: LedgerList): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(list)) ?? '[]')
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}

/** Which columns of a table are shown. */
export function ColumnChoice({
  name,
  columns,
  isShown,
  onHide,
}: {
  name: string
  columns: readonly Column[]
  isShown: (column: Column) => boolean
  onHide: (ids: readonly string[]) => void
}) {
  const shown = columns.filter(isShown).map(columnId)
  const choice = (
    <div className="column-choice" role="group" aria-label={words.columnsOf(name)}>
      <Checkbox.Group
        value={shown}
        options={columns.map((column) => ({
          value: columnId(column),
          label: column.title,
          disabled: column.required === true,
        }))}
        onChange={(chosen) => onHide(columns.map(columnId).filter((id) => !chosen.includes(id)))}
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
