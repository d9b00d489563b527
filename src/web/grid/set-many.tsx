import { App, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { asOne } from '../saving/undo.ts'
import type { EntryLine } from '../saving/use-entries.ts'
import { words } from '../words/grid.ts'
import { columnId } from './column-defs.ts'
import { choicesOf } from './column.ts'
import { type Editing, typeInto } from './edit-lines.ts'

/** Types one value into a column of all chosen lines; one undo takes it back. */
export function SetMany({ editing, chosen }: { editing: Editing; chosen: readonly EntryLine[] }) {
  const [isOpen, setOpen] = useState(false)
  const [id, setId] = useState<string>()
  const [typed, setTyped] = useState('')
  const { message } = App.useApp()
  const open = editing.columns.filter(({ isFixed }) => !isFixed)
  const column = open.find((each) => columnId(each) === id)
  const choices = column ? choicesOf(column) : []
  const take = () => {
    if (!column) return
    const changed = asOne(() => chosen.filter((line) => typeInto(editing, line, column, typed)).length)
    void message.info(words.setMany(changed, chosen.length - changed))
    setOpen(false)
  }
  return (
    <>
      <Button disabled={chosen.length < 2} onClick={() => setOpen(true)}>
        {words.setManyOf(chosen.length)}
      </Button>
      <Modal
        open={isOpen}
        title={words.setManyOf(chosen.length)}
        okText={words.setManyTake}
        cancelText={words.cancel}
        okButtonProps={{ disabled: column === undefined }}
        onOk={take}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <label className="set-many">
          {words.setManyColumn}
          <Select
            aria-label={words.setManyColumn}
            value={id}
            options={open.map((each) => ({ value: columnId(each), label: each.title }))}
            onChange={(next) => {
              setId(next)
              setTyped('')
            }}
          />
        </label>
        <label className="set-many">
          {words.setManyValue}
          {choices.length > 0 ? (
            <Select
              aria-label={words.setManyValue}
              allowClear={column?.required !== true}
              value={typed === '' ? undefined : typed}
              options={[...choices]}
              onChange={(next) => setTyped(next ?? '')}
            />
          ) : (
            <Input
              aria-label={words.setManyValue}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              onPressEnter={take}
            />
          )}
        </label>
        <p className="calm">{words.setManyNote}</p>
      </Modal>
    </>
  )
}
