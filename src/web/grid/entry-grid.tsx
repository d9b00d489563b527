import type { ColDef, GridApi } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { App, Button, Pagination } from 'antd'
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { EntryHistory } from '../parts/history/entry-history.tsx'
import { asOne, remove } from '../saving/undo.ts'
import type { PlainEntry } from '#http/contracts/year.ts'
import { dropPending } from '../saving/pending.ts'
import { type EntryLine, readLines, useEntries } from '../saving/use-entries.ts'
import { words } from '../words/grid.ts'
import { useImportNames } from '../lists/use-import-names.ts'
import { ColumnChoice, useShownColumns } from './column-choice.tsx'
import { columnDefs, columnId } from './column-defs.ts'
import { useAskedCell } from './asked-cell.ts'
import { type Editing, startLine } from './edit-lines.ts'
import { GridTools } from './grid-tools.tsx'
import { gridTheme, gridWords } from './grid-parts.ts'
import { useCopy, usePaste } from './use-clipboard.ts'
import { printWhole, useWholeOnPaper } from './print-whole.ts'
import { PrintedLines, mostPrinted } from './printed-lines.tsx'
import { SetMany } from './set-many.tsx'

const pageLength = 500
/** Lines the table is as high as; more of them scroll inside it. */
const mostShown = 12
const rowHeight = 36
/** Header, borders, the bar that scrolls sideways, and room for a word where there is no line. */
const bordersAndBar = 96

/**
 * A list of the ledger as a table that is typed into, pasted into, searched; every cell is stored as it is left.
 *
 * name      what the table is called
 * equals    only entries with these texts in these columns
 * canEdit   false: read only
 * beside    what is shown below for the one entry that is chosen, nothing chosen: undefined
 * isOwn     which of the entries being added belong to this table, where it shows a part of a list
 */
export function EntryGrid(
  props: Editing & {
    readonly name: string
    readonly equals?: Readonly<Record<string, string>>
    readonly canEdit: boolean
    readonly isOwn?: (entry: PlainEntry) => boolean
    readonly beside?: (line: EntryLine | undefined) => ReactNode
  },
) {
  const { ledger, list, name, equals = {}, canEdit } = props
  const { shown: columns, isShown, hide } = useShownColumns(list, props.columns)
  const editing = { ...props, columns }
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<readonly EntryLine[]>([])
  const [asked, setAsked] = useState<EntryLine>()
  const api = useRef<GridApi<EntryLine>>(null)
  const added = useRef(false)
  const { message } = App.useApp()
  const { lines, total, sum, isLoading, problem } = useEntries(ledger, list, {
    offset: (page - 1) * pageLength,
    limit: pageLength,
    search,
    equals,
    isOwn: props.isOwn,
  })
  const isLonger = total > pageLength
  const whole = useWholeOnPaper(total, isLonger, () => readLines(ledger, list, { search, equals }, mostPrinted))
  const goToAsked = useAskedCell(columns, lines)
  const defs = useMemo(
    () => columnDefs(editing, canEdit),
    [ledger, list, props.columns, columns.map(columnId).join('\n'), canEdit],
  )
  const named = useImportNames(list, props.columns, { kind: equals['kind'], enabled: canEdit })
  const onPaste = usePaste({ ...editing, columns: named }, columns, lines, api, canEdit)
  const onCopy = useCopy(columns, lines, api)
  const nothing = search !== '' ? words.nothingFound : canEdit ? words.empty : words.nothing
  const addLine = () => {
    added.current = true
    startLine(editing)
  }
  const takeAway = () => {
    asOne(() => {
      for (const line of chosen)
        if (line.isNew) dropPending(line.id)
        else remove({ ledger, list, key: line.key, place: line.place }, line.stored)
    })
    void message.info(words.removed(chosen.length))
    setChosen([])
  }
  return (
    <section className="entries" aria-label={name} onPaste={onPaste} onCopy={onCopy}>
      <GridTools
        name={name}
        total={total}
        sum={sum}
        chosen={chosen.length}
        onSearch={(text) => {
          setSearch(text)
          setPage(1)
        }}
        {...(canEdit ? { onAdd: addLine, onRemove: takeAway } : {})}
        onHistory={() => setAsked(chosen.find(({ isNew }) => !isNew))}
      >
        {canEdit && <SetMany editing={editing} chosen={chosen} />}
        {isLonger && <Button onClick={() => void printWhole()}>{words.printWhole(total)}</Button>}
        <ColumnChoice name={name} columns={props.columns} isShown={isShown} onHide={hide} />
      </GridTools>
      {problem && <p className="refused">{problem}</p>}
      <PrintedLines {...{ name, columns, total, sum }} lines={whole ?? lines} isWhole={whole !== undefined} />
      <GridBody {...{ lines, defs, isLoading, canEdit, added, goToAsked, nothing }} grid={api} onChosen={setChosen} />
      <PageChoice page={page} total={total} onPage={setPage} />
      {canEdit && <p className="calm">{words.hint}</p>}
      {props.beside?.(onlyStored(lines, chosen))}
      <EntryHistory list={list} entry={asked?.key} onClose={() => setAsked(undefined)} />
    </section>
  )
}

function PageChoice({ page, total, onPage }: { page: number; total: number; onPage: (page: number) => void }) {
  if (total <= pageLength) return null
  return (
    <Pagination
      align="end"
      current={page}
      total={total}
      pageSize={pageLength}
      showSizeChanger={false}
      onChange={onPage}
    />
  )
}

/** Puts the focus on the first cell of the last line that can be typed into; whether there is one. */
function goToLast(api: GridApi<EntryLine>, defs: readonly ColDef<EntryLine>[]): boolean {
  const last = api.getDisplayedRowCount() - 1
  const [first] = defs
  if (last < 0 || !first?.colId) return false
  api.ensureIndexVisible(last)
  api.setFocusedCell(last, first.colId)
  return true
}

/** The one line that is chosen, as it stands now. */
function onlyStored(lines: readonly EntryLine[], chosen: readonly EntryLine[]): EntryLine | undefined {
  const [first, ...others] = chosen
  return others.length > 0 ? undefined : lines.find(({ id, isNew }) => id === first?.id && !isNew)
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

function GridBody({
  lines,
  defs,
  isLoading,
  canEdit,
  grid,
  added,
  goToAsked,
  nothing,
  onChosen,
}: {
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
}) {
  const isLong = lines.length > mostShown
  const frame = useRef<HTMLDivElement>(null)
  // Names of what cells are chosen from may arrive after the lines.
  useEffect(() => {
    if (grid.current && !grid.current.isDestroyed()) grid.current.refreshCells({ force: true })
  }, [defs, grid])
  return (
    <div
      ref={frame}
      className="grid"
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
        onCellEditingStopped={() => setTimeout(() => clearShells(frame.current), shellStays)}
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
