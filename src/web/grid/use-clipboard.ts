import type { GridApi } from 'ag-grid-community'
import { App } from 'antd'
import type { ClipboardEvent, RefObject } from 'react'
import type { EntryLine } from '../saving/use-entries.ts'
import { words } from '../words/grid.ts'
import { columnId } from './column-defs.ts'
import type { Column } from './column.ts'
import { textCopied } from './copied-text.ts'
import { type Editing, pasteBlock } from './edit-lines.ts'
import { readPasted } from './read-pasted.ts'

/**
 * Takes what is pasted at a cell, or into a table that has none yet, unless something is being typed: then it goes into
 * that. `kept`: the columns a block without headings goes into, one after another, also where there is no room for them.
 */
export function usePaste(
  editing: Editing,
  kept: readonly Column[],
  lines: readonly EntryLine[],
  api: RefObject<GridApi<EntryLine> | null>,
  canEdit: boolean,
): (event: ClipboardEvent) => void {
  const { message } = App.useApp()
  return (event) => {
    const cell = api.current?.getFocusedCell()
    if (!canEdit || (!cell && lines.length > 0) || isTyping(event)) return
    event.preventDefault()
    const at = cell ? kept.findIndex((each) => columnId(each) === cell.column.getColId()) : 0
    const from = kept.slice(at).flatMap((one) => editing.columns.find((each) => columnId(each) === columnId(one)) ?? [])
    const pasted = readPasted(editing.columns, from, event.clipboardData.getData('text/plain'))
    void message.info(words.pasted(pasteBlock(editing, lines, cell?.rowIndex ?? 0, pasted), pasted), secondsShown)
  }
}

/** Gives the chosen lines, or the cell that has the focus, to the clipboard. */
export function useCopy(
  columns: readonly Column[],
  lines: readonly EntryLine[],
  api: RefObject<GridApi<EntryLine> | null>,
): (event: ClipboardEvent) => void {
  return (event) => {
    const chosen = api.current?.getSelectedRows() ?? []
    const text = isTyping(event) ? undefined : textCopied(columns, chosen, api.current?.getFocusedCell(), lines)
    if (text === undefined) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', text)
  }
}

/** What a paste came to is a sentence or two. */
const secondsShown = 6

function isTyping({ target }: ClipboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea') !== null
}
