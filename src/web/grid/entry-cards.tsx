import { Button, Checkbox } from 'antd'
import { type RefObject, useEffect, useState } from 'react'
import type { EntryLine } from '../saving/use-entries.ts'
import { fieldAsked } from '../shell/asked-field.ts'
import { useYear } from '../shell/year.ts'
import { words } from '../words/grid.ts'
import { columnId } from './column-defs.ts'
import { type Column, textOf, valueIn } from './column.ts'
import type { Editing } from './edit-lines.ts'
import { RecordForm } from './record-form.tsx'
import { useOpenLine } from './use-open-line.ts'

const atOnce = 20

/**
 * The lines of a list on a narrow screen: a card each, and one at a time to be filled in.
 *
 * columns   those the cards tell; the form has them all
 * chosen    lines that are ticked
 * added     a line was just asked for: it is opened when it comes
 * nothing   what is said where there is no line
 */
export function EntryCards({
  editing,
  columns,
  lines,
  chosen,
  onChosen,
  canEdit,
  added,
  nothing,
}: {
  editing: Editing
  columns: readonly Column[]
  lines: readonly EntryLine[]
  chosen: readonly EntryLine[]
  onChosen: (lines: readonly EntryLine[]) => void
  canEdit: boolean
  added: RefObject<boolean>
  nothing: string
}) {
  const [shown, setShown] = useState(atOnce)
  const { open, setOpen } = useAskedLine(editing, lines)
  const last = lines.at(-1)
  useEffect(() => {
    if (!added.current || !last?.isNew) return
    added.current = false
    setOpen(last)
  }, [added, last, setOpen])
  const isChosen = ({ id }: EntryLine) => chosen.some((each) => each.id === id)
  const choose = (line: EntryLine, takes: boolean) =>
    onChosen(takes ? [...chosen, line] : chosen.filter(({ id }) => id !== line.id))
  const more = lines.length - shown
  return (
    <>
      {lines.length === 0 && <p className="calm">{nothing}</p>}
      <ul className="entry-cards">
        {/* What is being added stands last and is always in sight. */}
        {lines
          .filter(({ isNew }, index) => index < shown || isNew)
          .map((line) => (
            <Card
              key={line.id}
              {...{ line, columns, canEdit }}
              isChosen={isChosen(line)}
              onChoose={(takes) => choose(line, takes)}
              onOpen={() => setOpen(line)}
            />
          ))}
      </ul>
      {more > 0 && (
        <Button onClick={() => setShown(shown + atOnce)}>{words.moreCards(Math.min(atOnce, more), more)}</Button>
      )}
      {open && <RecordForm {...{ editing, canEdit }} line={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

/** The line that is open: first, the one the address asks for. */
function useAskedLine(editing: Editing, lines: readonly EntryLine[]) {
  const { asked } = useYear()
  const { open, setOpen } = useOpenLine(editing, lines)
  const [answered, setAnswered] = useState('')
  const named =
    asked === answered ? undefined : lines.find(({ key, isNew }) => !isNew && fieldAsked(asked, key) !== undefined)
  useEffect(() => {
    if (asked === '' || !named) return
    setOpen(named)
    setAnswered(asked)
  }, [asked, named, setOpen])
  return { open, setOpen }
}

function Card({
  line,
  columns,
  canEdit,
  isChosen,
  onChoose,
  onOpen,
}: {
  line: EntryLine
  columns: readonly Column[]
  canEdit: boolean
  isChosen: boolean
  onChoose: (takes: boolean) => void
  onOpen: () => void
}) {
  const [first, ...others] = columns
  const name = (first && textOf(first, valueIn(first, line.entry))) || words.unnamed
  const told = others
    .map((column) => ({ column, text: textOf(column, valueIn(column, line.entry)) }))
    .filter(({ text }) => text !== '')
  return (
    <li className={`entry-card ${line.isNew ? 'added' : ''} ${line.pending?.state ?? ''}`}>
      <p className="entry-head">
        {canEdit && (
          <Checkbox
            aria-label={words.choose(name)}
            checked={isChosen}
            onChange={({ target }) => onChoose(target.checked)}
          />
        )}
        <strong>{name}</strong>
        <Button size="small" aria-label={words.openOf(name, canEdit)} onClick={onOpen}>
          {line.isNew ? words.goOn : canEdit ? words.change : words.look}
        </Button>
      </p>
      {line.pending?.message && <p className="refused">{line.pending.message}</p>}
      <dl>
        {told.map(({ column, text }) => (
          <div key={columnId(column)}>
            <dt>{column.title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
