import { HolderOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type DragEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { decimalOf } from '#domain/decimal-text.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/indicators.ts'
import { TypedField } from '../fields/typed-field.tsx'
import type { EntryLine } from '../../saving/use-entries.ts'
import type { TreeProps } from './indicator-tree.tsx'
import { remarksOn } from './remarks.ts'
import { steppedBy, textIn } from './tree.ts'

type Props = TreeProps & {
  readonly line: EntryLine
  readonly onMove: () => void
  readonly onDrag: (id: string) => void
  readonly onDropBefore: () => void
}

/** One indicator: its fields typed in place; Alt and an arrow move it, so does dragging its handle. */
export function IndicatorLine({ line, tree, edits, chosen, onChoose, onMove, onDrag, onDropBefore }: Props) {
  const { canEdit } = useYear()
  const id = textIn(line, 'id')
  const step = (by: -1 | 1) => {
    onMove()
    edits.place(line, steppedBy(tree, id, by))
  }
  const onKey = (event: KeyboardEvent) => {
    if (!canEdit || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    step(event.key === 'ArrowUp' ? -1 : 1)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    onDropBefore()
  }
  const choose = () => onChoose(id)
  const row = useRef<HTMLTableRowElement>(null)
  const isJustAdded = line.isNew && chosen === id
  useEffect(() => {
    if (isJustAdded) row.current?.querySelector('input')?.focus()
  }, [])
  return (
    <tr
      ref={row}
      id={`indicator-${id}`}
      className={chosen === id ? 'chosen' : ''}
      onClick={choose}
      onInput={choose}
      onKeyDown={onKey}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <LineFields line={line} edits={edits} id={id} isChosen={chosen === id} onDrag={onDrag} />
      <td data-field={`${id} move`}>
        {canEdit && (
          <span className="moves">
            <Button size="small" aria-label={words.of(textIn(line, 'name'), words.moveUp)} onClick={() => step(-1)}>
              ↑
            </Button>
            <Button size="small" aria-label={words.of(textIn(line, 'name'), words.moveDown)} onClick={() => step(1)}>
              ↓
            </Button>
          </span>
        )}
      </td>
    </tr>
  )
}

function LineFields({
  line,
  edits,
  id,
  isChosen,
  onDrag,
}: Pick<Props, 'line' | 'edits' | 'onDrag'> & { id: string; isChosen: boolean }) {
  const { canEdit } = useYear()
  const name = textIn(line, 'name')
  const remarks = canEdit ? remarksOn(line) : {}
  const field = (what: 'name' | 'target' | 'unit' | 'weight', set: (text: string) => unknown = (text) => text) => (
    <TypedField
      name={what === 'name' && !name ? words.name : words.of(name, words[what])}
      value={textIn(line, what)}
      onTyped={(text) => edits.set(line, { [what]: set(text) })}
      remark={remarks[what]}
      isNumber={what === 'weight' || (what === 'target' && textIn(line, 'sign') !== '定性')}
      canEdit={canEdit}
    />
  )
  return (
    <>
      <th scope="row" data-field={`${id} name`} aria-current={isChosen ? 'true' : undefined}>
        <span className="named">
          {canEdit && (
            <span className="handle" draggable title={words.drag} onDragStart={() => onDrag(id)}>
              <HolderOutlined aria-hidden />
            </span>
          )}
          {field('name')}
        </span>
      </th>
      <td data-field={`${id} sign`}>
        <SignChoice line={line} edits={edits} />
      </td>
      <td data-field={`${id} target`} className="amount">
        {field('target', (text) => decimalOf(text) ?? text)}
      </td>
      <td data-field={`${id} unit`}>{field('unit')}</td>
      <td data-field={`${id} weight`} className="amount">
        {field('weight', (text) => decimalOf(text) ?? (text || '0'))}
      </td>
    </>
  )
}

function SignChoice({ line, edits }: Pick<Props, 'line' | 'edits'>) {
  const { canEdit } = useYear()
  const sign = textIn(line, 'sign')
  if (!canEdit) return sign
  return (
    <select
      className="plain-choice"
      aria-label={words.of(textIn(line, 'name'), words.sign)}
      value={sign}
      onChange={({ target }) => edits.set(line, { sign: target.value })}
    >
      {words.signs.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </select>
  )
}
