import type { GridApi } from 'ag-grid-community'
import { type RefObject, useMemo } from 'react'
import { useImportNames } from '../lists/use-import-names.ts'
import type { EntryLine } from '../saving/use-entries.ts'
import { useAskedCell } from './asked-cell.ts'
import { columnDefs, columnId } from './column-defs.ts'
import { widthOf } from './column-widths.ts'
import type { Editing } from './edit-lines.ts'
import { useCopy, usePaste } from './use-clipboard.ts'
import { useOpenLine } from './use-open-line.ts'
import { useShownColumns } from './use-shown-columns.ts'

/**
 * What a table of a list shows and takes: its columns, the clipboard, the line whose form is open, the cell an address
 * asks for. `kind`: of which kind of records, for a list that holds several; `room`: its pixels, undefined for cards.
 */
export function useTable(
  props: Editing & { readonly canEdit: boolean; readonly kind: string | undefined },
  lines: readonly EntryLine[],
  api: RefObject<GridApi<EntryLine> | null>,
  room: number | undefined,
) {
  const { ledger, list, columns, canEdit, kind } = props
  const { kept, shown, choose } = useShownColumns(list, columns, lines, room)
  const { open, setOpen } = useOpenLine(props, lines)
  const goToAsked = useAskedCell(shown, { all: columns, onLeftOut: setOpen }, lines)
  const look = shown.map((column) => `${columnId(column)} ${widthOf(column, lines)}`).join('\n')
  const defs = useMemo(() => columnDefs(props, lines, { shown, canEdit }), [ledger, list, columns, look, canEdit])
  const named = useImportNames(list, columns, { kind, enabled: canEdit })
  const onPaste = usePaste({ ...props, columns: named }, kept, lines, api, canEdit)
  const onCopy = useCopy(kept, lines, api)
  const leftOut = kept.filter((column) => !shown.includes(column))
  return { kept, shown, leftOut, choose, defs, open, setOpen, goToAsked, clipboard: { onPaste, onCopy } }
}
