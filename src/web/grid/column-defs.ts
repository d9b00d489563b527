import type { ColDef, ValueSetterParams } from 'ag-grid-community'
import type { EntryLine } from '../saving/use-entries.ts'
import { type Column, choicesOf, textOf, valueIn } from './column.ts'
import { type Editing, typeInto } from './edit-lines.ts'

/** The name under which the grid knows a column: several may be parts of one field. */
export function columnId({ field, title }: Column): string {
  return field + title
}

/** The columns of a list as the grid takes them: how each shows, is typed into and coloured. */
export function columnDefs(editing: Editing, canEdit: boolean): ColDef<EntryLine>[] {
  // One column takes what room is left, so that lines reach across the table.
  const widest = editing.columns.filter(({ kind }) => kind === 'long')
  const filling = widest.length > 0 ? widest : editing.columns.slice(-1)
  return editing.columns.map((column): ColDef<EntryLine> => {
    const width = widthOf(column)
    const choices = choicesOf(column)
    const isNumber = ['amount', 'number', 'count'].includes(column.kind)
    return {
      colId: columnId(column),
      headerName: column.required ? `${column.title} *` : column.title,
      width,
      wrapHeaderText: true,
      autoHeaderHeight: true,
      // Which line is which stays in sight where the table is wider than its place.
      pinned: column === editing.columns[0] && column.isFixed ? 'left' : null,
      flex: filling.includes(column) ? 1 : 0,
      minWidth: column.kind === 'long' ? 170 : filling.includes(column) ? width : 80,
      sortable: false,
      editable: ({ data }) => canEdit && (data?.isNew === true || !column.isFixed),
      valueGetter: ({ data }) => (data ? valueIn(column, data.entry) : null),
      valueFormatter: ({ value }) => textOf(column, value),
      valueSetter: ({ data, newValue }: ValueSetterParams<EntryLine>) =>
        typeInto(editing, data, column, newValue === null || newValue === undefined ? '' : String(newValue)),
      tooltipValueGetter: ({ data }) => data?.pending?.message ?? '',
      cellClass: isNumber ? 'amount' : '',
      cellClassRules: cellRules(column),
      ...editorOf(column, choices),
    }
  })
}

/** 「123,456,789,012.00」 is to be seen whole: a county's amounts in 元 have twelve digits. */
const amountWidth = 176

/** A character of a heading, what stands around it, its mark 「*」. */
const headCharacter = 13
const aroundHead = 32
const headMark = 14

function widthOf({ kind, width, title, headLines = 1, required }: Column): number {
  const head = Math.ceil(title.length / headLines) * headCharacter + aroundHead + (required ? headMark : 0)
  if (kind === 'amount') return Math.max(width ?? 0, amountWidth, head)
  return Math.max(width ?? (kind === 'long' ? 280 : 140), head)
}

function cellRules(column: Column): NonNullable<ColDef<EntryLine>['cellClassRules']> {
  const isTyped = (line: EntryLine | undefined) => line?.pending !== undefined && column.field in line.pending.set
  return {
    typed: ({ data }) => isTyped(data) && data?.pending?.state === 'waiting',
    refused: ({ data }) => isTyped(data) && data?.pending?.state === 'refused',
    conflict: ({ data }) => isTyped(data) && data?.pending?.state === 'conflict',
    wanted: ({ data }) => data?.isNew === true && column.required === true && valueIn(column, data.entry) === null,
    fixed: ({ data }) => column.isFixed === true && data?.isNew !== true,
  }
}

function editorOf(column: Column, choices: readonly { value: string }[]): ColDef<EntryLine> {
  if (choices.length > 0)
    return {
      cellEditor: 'agSelectCellEditor',
      cellEditorParams: { values: [...(column.required ? [] : ['']), ...choices.map(({ value }) => value)] },
    }
  if (column.kind === 'long')
    return { cellEditor: 'agLargeTextCellEditor', cellEditorPopup: true, cellEditorParams: { maxLength: 5000 } }
  return { cellEditor: 'agTextCellEditor' }
}
