import { Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { DayField } from '../parts/fields/day-field.tsx'
import { TypedField } from '../parts/fields/typed-field.tsx'
import type { EntryLine } from '../saving/use-entries.ts'
import { fieldAt } from '../shell/asked-field.ts'
import { words } from '../words/grid.ts'
import { columnId } from './column-defs.ts'
import { type Column, choicesOf, textOf, valueIn } from './column.ts'
import { type Editing, typeInto } from './edit-lines.ts'

/** Whoever leaves the form is where the form was asked for. */
function useWayBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    },
    [before],
  )
}

/** One entry of a list, a field under another; each is stored as it is left. */
export function RecordForm({
  editing,
  line,
  canEdit,
  onClose,
}: {
  editing: Editing
  line: EntryLine
  canEdit: boolean
  onClose: () => void
}) {
  useWayBack()
  const [first] = editing.columns
  const name = first ? textOf(first, valueIn(first, line.entry)) : ''
  return (
    <Drawer open onClose={onClose} title={name || words.newEntry} size="min(100vw, 480px)">
      {editing.columns.map((column) => (
        <Field key={columnId(column)} {...{ editing, line, column, canEdit }} />
      ))}
      {canEdit && <p className="calm">{line.isNew ? words.newHint : words.cardHint}</p>}
    </Drawer>
  )
}

function Field({
  editing,
  line,
  column,
  canEdit,
}: {
  editing: Editing
  line: EntryLine
  column: Column
  canEdit: boolean
}) {
  const isOpen = canEdit && (line.isNew || column.isFixed !== true)
  const { field, part } = column
  const isTyped = line.pending !== undefined && field in line.pending.set
  return (
    <div className="labelled" data-field={fieldAt(line.key, part === undefined ? field : `${field}.${part}`)}>
      <span className="calm" aria-hidden={isOpen}>
        {column.title}
        {column.required && isOpen ? ' *' : ''}
      </span>
      <Control
        column={column}
        text={textOf(column, valueIn(column, line.entry))}
        value={String(valueIn(column, line.entry) ?? '')}
        isOpen={isOpen}
        isNew={line.isNew}
        remark={isTyped ? line.pending?.message : undefined}
        onTyped={(typed) => typeInto(editing, line, column, typed)}
      />
    </div>
  )
}

/** `text` what the field shows, `value` what it holds. */
function Control({
  column,
  text,
  value,
  isOpen,
  isNew,
  remark,
  onTyped,
}: {
  column: Column
  text: string
  value: string
  isOpen: boolean
  isNew: boolean
  remark: string | undefined
  onTyped: (typed: string) => void
}) {
  const choices = choicesOf(column)
  if (!isOpen) return <span className="given">{text}</span>
  if (choices.length > 0)
    return (
      <select
        className="plain-choice"
        aria-label={column.title}
        value={value}
        onChange={({ target }) => onTyped(target.value)}
      >
        {(column.required !== true || value === '') && <option value="" />}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )
  if (column.kind === 'date')
    return <DayField name={column.title} day={value} onDay={onTyped} mayBeNone={column.required !== true} />
  return (
    <TypedField
      name={column.title}
      value={text}
      onTyped={onTyped}
      canEdit
      isLong={column.kind === 'long'}
      isNumber={['amount', 'number', 'count'].includes(column.kind)}
      onlyOnLeaving={isNew}
      remark={remark}
    />
  )
}
