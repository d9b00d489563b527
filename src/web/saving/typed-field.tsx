import { Input } from 'antd'
import type { LedgerList } from '#http/contracts/year.ts'
import { useYear } from '../shell/year.ts'
import { change } from './undo.ts'
import type { EntryLine } from './use-entries.ts'
import { useTyped } from './use-typed.ts'

/**
 * A field of an entry that is stored as it is typed.
 *
 * label   what is read out for it
 * value   what the field holds as text; absent: the entry's own field
 * toSet   what is stored for a text; absent: the text, null for a blank
 */
export function TypedField({
  list,
  line,
  field,
  label,
  hint = '',
  rows = 1,
  value,
  toSet,
  isLocked = false,
}: {
  list: LedgerList
  line: EntryLine
  field: string
  label: string
  hint?: string
  rows?: number
  value?: string
  toSet?: (text: string) => unknown
  isLocked?: boolean
}) {
  const { ledger, canEdit } = useYear()
  const before = line.entry[field] ?? null
  const stored = value ?? (before === null ? '' : String(before))
  const note = (text: string) => {
    const set = toSet ? toSet(text) : text.trim() === '' ? null : text
    change({ ledger, list, key: line.key, was: { [field]: before }, set: { [field]: set } })
  }
  const typed = useTyped(stored, note)
  const problem = line.pending && field in line.pending.set ? line.pending.message : undefined
  const shared = {
    'aria-label': label,
    placeholder: canEdit ? hint : '',
    readOnly: !canEdit || isLocked,
    value: typed.value,
    variant: canEdit && !isLocked ? ('outlined' as const) : ('borderless' as const),
    status: problem ? ('error' as const) : ('' as const),
    onBlur: typed.leave,
  }
  return (
    <>
      {rows > 1 ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: rows, maxRows: 16 }}
          onChange={({ target }) => typed.type(target.value)}
        />
      ) : (
        <Input {...shared} onChange={({ target }) => typed.type(target.value)} />
      )}
      {problem && <span className="refused">{problem}</span>}
    </>
  )
}
