import { useEffect, useState } from 'react'
import { entryKeyOf } from '#domain/ledger/entry-keys.ts'
import type { EntryLine } from '../saving/use-entries.ts'
import type { Editing } from './edit-lines.ts'

/** The line whose form is open, as it stands now, also once it has been stored under its key. */
export function useOpenLine({ list }: Editing, lines: readonly EntryLine[]) {
  const [last, setLast] = useState<EntryLine>()
  const keyOf = (line: EntryLine) => entryKeyOf(list, line.entry).join('\n')
  const open = last && (lines.find(({ id }) => id === last.id) ?? lines.find(({ id }) => id === keyOf(last)) ?? last)
  useEffect(() => {
    if (open && open !== last) setLast(open)
  }, [open, last])
  return { open, setOpen: setLast }
}
