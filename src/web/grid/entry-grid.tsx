import type { GridApi } from 'ag-grid-community'
import { App, Button, Pagination } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { EntryHistory } from '../parts/history/entry-history.tsx'
import { asOne, remove } from '../saving/undo.ts'
import type { LedgerList, PlainEntry } from '#http/contracts/year.ts'
import { useMedia } from '../route.ts'
import { dropPending } from '../saving/kept-changes.ts'
import { type EntryLine, readLines, useEntries } from '../saving/use-entries.ts'
import { words } from '../words/grid.ts'
import { ColumnChoice } from './column-choice.tsx'
import type { Column } from './column.ts'
import { type Editing, startLine } from './edit-lines.ts'
import { EntryCards } from './entry-cards.tsx'
import { GridTools } from './grid-tools.tsx'
import { GridBody, type GridBodyProps } from './grid-body.tsx'
import { printWhole, useWholeOnPaper } from './print-whole.ts'
import { PrintedLines, mostPrinted } from './printed-lines.tsx'
import { RecordForm } from './record-form.tsx'
import { SetMany } from './set-many.tsx'
import { useTable } from './use-table.ts'
import { useWidth } from './use-width.ts'

const pageLength = 500

/**
 * A list of the ledger as a table that is typed into, pasted into, searched; every cell is stored as it is left.
 *
 * name      what the table is called
 * equals    only entries with these texts in these columns
 * isPart    whether those were asked for, and more can be seen
 * canEdit   false: read only
 * beside    what is shown below for the one entry that is chosen, nothing chosen: undefined
 * isOwn     which of the entries being added belong to this table, where it shows a part of a list
 */
export function EntryGrid(
  props: Editing & {
    readonly name: string
    readonly equals?: Readonly<Record<string, string>>
    readonly isPart?: boolean
    readonly canEdit: boolean
    readonly isOwn?: (entry: PlainEntry) => boolean
    readonly beside?: (line: EntryLine | undefined) => ReactNode
  },
) {
  const { ledger, list, name, columns, equals = {}, canEdit } = props
  const place = useRef<HTMLElement>(null)
  const isNarrow = useIsNarrow()
  const width = useWidth(place)
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
  const table = useTable({ ...props, kind: equals['kind'] }, lines, api, isNarrow ? undefined : width)
  const { kept, shown, open, setOpen } = table
  const addLine = () => {
    added.current = true
    startLine(props)
  }
  const takeAway = () => {
    takeAwayLines(ledger, list, chosen)
    void message.info(words.removed(chosen.length))
    setChosen([])
  }
  return (
    <section ref={place} className="entries" aria-label={name} {...table.clipboard}>
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
        {...(isNarrow ? {} : { onOpen: () => setOpen(onlyOne(lines, chosen)) })}
        onHistory={() => setAsked(chosen.find(({ isNew }) => !isNew))}
      >
        {canEdit && <SetMany editing={props} chosen={chosen} />}
        {isLonger && <Button onClick={() => void printWhole()}>{words.printWhole(total)}</Button>}
        <ColumnChoice name={name} columns={columns} shown={shown} onChoose={table.choose} />
      </GridTools>
      {problem && <p className="refused">{problem}</p>}
      <PrintedLines {...{ name, total, sum }} columns={kept} lines={whole ?? lines} isWhole={whole !== undefined} />
      <Lines
        {...{ lines, isLoading, canEdit, added, kept, chosen, isNarrow }}
        nothing={nothingSaid(search, canEdit, isNarrow, props.isPart === true)}
        defs={table.defs}
        goToAsked={table.goToAsked}
        editing={props}
        grid={api}
        onOpen={setOpen}
        onChosen={setChosen}
      />
      <PageChoice page={page} total={total} onPage={setPage} />
      {canEdit && <Hint isNarrow={isNarrow} leftOut={table.leftOut} />}
      {open && <RecordForm editing={props} line={open} canEdit={canEdit} onClose={() => setOpen(undefined)} />}
      {props.beside?.(onlyStored(lines, chosen))}
      <EntryHistory list={list} entry={asked?.key} onClose={() => setAsked(undefined)} />
    </section>
  )
}

/** What is said where there is no line. */
function nothingSaid(search: string, canEdit: boolean, isNarrow: boolean, isPart: boolean): string {
  if (search !== '') return words.nothingFound
  if (isPart) return words.noneOfThose
  if (!canEdit) return words.nothing
  return isNarrow ? words.emptyCards : words.empty
}

/** How the table is filled in; `leftOut`: the columns it has no room for. */
function Hint({ isNarrow, leftOut }: { isNarrow: boolean; leftOut: readonly Column[] }) {
  if (isNarrow) return <p className="calm">{words.newHint}</p>
  const others = leftOut.length > 0 ? words.leftOut(leftOut.map(({ title }) => title)) : ''
  return (
    <p className="calm">
      {words.hint}
      {others}
    </p>
  )
}

/** Too narrow for a table: its lines stand as cards. */
function useIsNarrow(): boolean {
  return useMedia('(max-width: 599px)')
}

/** Takes lines away; one undo puts them back. */
function takeAwayLines(ledger: string, list: LedgerList, chosen: readonly EntryLine[]): void {
  asOne(() => {
    for (const line of chosen)
      if (line.isNew) dropPending(line.id)
      else remove({ ledger, list, key: line.key, place: line.place }, line.stored)
  })
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

/** The one line that is chosen, as it stands now. */
function onlyOne(lines: readonly EntryLine[], chosen: readonly EntryLine[]): EntryLine | undefined {
  const [first, ...others] = chosen
  return others.length > 0 ? undefined : lines.find(({ id }) => id === first?.id)
}

function onlyStored(lines: readonly EntryLine[], chosen: readonly EntryLine[]): EntryLine | undefined {
  const one = onlyOne(lines, chosen)
  return one?.isNew ? undefined : one
}

/** The lines as a table, or on a narrow screen as cards. */
function Lines({ editing, kept, chosen, isNarrow, ...body }: LinesProps) {
  const { lines, canEdit, added, nothing, onChosen, isLoading } = body
  if (!isNarrow) return <GridBody {...body} />
  return isLoading ? null : (
    <EntryCards columns={kept} {...{ editing, lines, chosen, canEdit, added, nothing, onChosen }} />
  )
}

type LinesProps = GridBodyProps & {
  readonly editing: Editing
  readonly kept: readonly Column[]
  readonly isNarrow: boolean
  readonly chosen: readonly EntryLine[]
}
