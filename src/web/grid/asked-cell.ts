import type { GridApi } from 'ag-grid-community'
import { useRef } from 'react'
import type { EntryLine } from '../saving/use-entries.ts'
import { fieldAsked } from '../shell/asked-field.ts'
import { useYear } from '../shell/year.ts'
import { columnId } from './column-defs.ts'
import type { Column } from './column.ts'

/**
 * Puts the focus on the cell the address asks for, once, when its line has come: 'T-1 amount' is the amount of line T-1.
 * `onLeftOut`: the line is there, but the field is in none of the columns shown.
 */
export function useAskedCell(
  columns: readonly Column[],
  { all, onLeftOut }: { readonly all: readonly Column[]; readonly onLeftOut: (line: EntryLine) => void },
  lines: readonly EntryLine[],
): (api: GridApi<EntryLine>) => void {
  const { asked } = useYear()
  const done = useRef('')
  return (api) => {
    if (asked === '' || done.current === asked) return
    for (const [index, line] of lines.entries()) {
      const field = line.isNew ? undefined : fieldAsked(asked, line.key)
      if (field === undefined) continue
      if (all.some((each) => isOf(each, field)) && !columns.some((each) => isOf(each, field))) {
        done.current = asked
        onLeftOut(line)
        return
      }
      const column = columns.find((each) => isOf(each, field)) ?? columns.find(({ isFixed }) => !isFixed) ?? columns[0]
      if (!column) return
      done.current = asked
      // The grid draws its lines after it has told of them.
      setTimeout(() => {
        if (api.isDestroyed()) return
        api.ensureIndexVisible(index)
        api.ensureColumnVisible(columnId(column))
        api.setFocusedCell(index, columnId(column))
        document.activeElement?.scrollIntoView({ block: 'center' })
      })
      return
    }
  }
}

/** 'amount', or of a field with several columns 'quotas.full-funded'. */
function isOf({ field, part }: Column, asked: string): boolean {
  return field === asked || (part !== undefined && `${field}.${part}` === asked)
}
