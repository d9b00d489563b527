import type { ColDef, GridApi } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { type FormEvent, type RefObject, useEffect, useRef } from 'react'
import type { EntryLine } from '../saving/use-entries.ts'
import { boxWidth } from './column-widths.ts'
import { gridTheme, gridWords } from './grid-parts.ts'
import { useKeptTyping } from './use-kept-typing.ts'

/** Lines the table is as high as; more of them scroll inside it. */
const mostShown = 12
const rowHeight = 36
/** Header, borders, the bar that scrolls sideways, and room for a word where there is no line. */
const bordersAndBar = 96

/** Puts the focus on the first cell of the last line that can be typed into; whether there is one. */
function goToLast(api: GridApi<EntryLine>, defs: readonly ColDef<EntryLine>[]): boolean {
  const last = api.getDisplayedRowCount() - 1
  const [first] = defs
  if (last < 0 || !first?.colId) return false
  api.ensureIndexVisible(last)
  // Whoever filled in the line before is at its end; a column that stays in sight brings none of the others with it.
  const start = defs.find(({ pinned }) => !pinned) ?? first
  if (start.colId) api.ensureColumnVisible(start.colId)
  api.setFocusedCell(last, first.colId)
  return true
}

/** Milliseconds the table itself takes at most to put an editor away. */
const shellStays = 200

/** Where a line is drawn anew while its large editor closes, the table leaves the editor's empty frame behind, a dialog without a name. */
function clearShells(frame: HTMLElement | null): void {
  for (const shell of frame?.querySelectorAll('.ag-popup-editor:empty') ?? []) {
    frame?.querySelector(`[aria-owns="${shell.id}"]`)?.removeAttribute('aria-owns')
    shell.remove()
  }
}

/**
 * The table chooses the whole text of a cell it went on to, and once more when it next has time: by then somebody who types
 * on has typed, and would type over it.
 */
function keepTyped({ target }: FormEvent): void {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select = () => {}
}

function asksForForm({ key, altKey }: KeyboardEvent): boolean {
  return key === 'Enter' && altKey
}

export type GridBodyProps = {
  lines: readonly EntryLine[]
  defs: ColDef<EntryLine>[]
  isLoading: boolean
  canEdit: boolean
  grid: RefObject<GridApi<EntryLine> | null>
  /** A line was just asked for: it gets the focus when it comes. */
  added: RefObject<boolean>
  goToAsked: (api: GridApi<EntryLine>) => void
  /** What is said where there is no line. */
  nothing: string
  onChosen: (lines: readonly EntryLine[]) => void
  /** A line's form is wanted. */
  onOpen: (line: EntryLine) => void
}

/** The lines of a list as a table that is typed into. */
export function GridBody({
  lines,
  defs,
  isLoading,
  canEdit,
  grid,
  added,
  goToAsked,
  nothing,
  onChosen,
  onOpen,
}: GridBodyProps) {
  const isLong = lines.length > mostShown
  const frame = useRef<HTMLDivElement>(null)
  useKeptTyping(grid)
  // Names of what cells are chosen from may arrive after the lines.
  useEffect(() => {
    if (grid.current && !grid.current.isDestroyed()) grid.current.refreshCells({ force: true })
  }, [defs, grid])
  return (
    <div
      ref={frame}
      className="grid"
      onInputCapture={keepTyped}
      // Where there is no cell to paste at, the table itself takes the focus.
      {...(lines.length === 0 && canEdit ? { tabIndex: 0, role: 'group', 'aria-label': nothing } : {})}
      style={{ height: isLong ? 'min(70vh, 720px)' : lines.length * rowHeight + bordersAndBar }}
    >
      <AgGridReact<EntryLine>
        theme={gridTheme}
        localeText={gridWords}
        overlayNoRowsTemplate={`<span>${nothing}</span>`}
        rowData={[...lines]}
        columnDefs={defs}
        loading={isLoading}
        getRowId={({ data }) => data.id}
        rowSelection={canEdit ? { mode: 'multiRow', headerCheckbox: true } : { mode: 'singleRow', checkboxes: false }}
        selectionColumnDef={{ pinned: defs[0]?.pinned ?? null, width: boxWidth, minWidth: boxWidth }}
        onCellEditingStopped={() => setTimeout(() => clearShells(frame.current), shellStays)}
        defaultColDef={{ suppressKeyboardEvent: ({ event }) => asksForForm(event) }}
        onCellKeyDown={({ data, event }) => {
          if (data && event instanceof KeyboardEvent && asksForForm(event)) onOpen(data)
        }}
        onSelectionChanged={({ api }) => onChosen(api.getSelectedRows())}
        onGridReady={({ api }) => {
          grid.current = api
          goToAsked(api)
        }}
        rowClassRules={{ added: ({ data }) => data?.isNew === true }}
        onRowDataUpdated={({ api }) => {
          api.refreshCells({ force: true })
          if (added.current && lines.at(-1)?.isNew) added.current = !goToLast(api, defs)
          goToAsked(api)
        }}
        tooltipShowDelay={200}
        stopEditingWhenCellsLoseFocus
        enterNavigatesVerticallyAfterEdit
        singleClickEdit={false}
        suppressDragLeaveHidesColumns
        animateRows={false}
      />
    </div>
  )
}
