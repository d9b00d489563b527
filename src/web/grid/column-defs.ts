import type { ColDef, ValueSetterParams } from 'ag-grid-community'
import type { EntryLine } from '../saving/use-entries.ts'
import { type Column, choicesOf, textOf, valueIn } from './column.ts'
import { widthOf, widthOfText } from './column-widths.ts'
import { type Editing, typeInto } from './edit-lines.ts'

/** The name under which the grid knows a column: several may be parts of one field. */
export function columnId({ field, title }: Column): string {
  return field + title
}

/**
 * The columns of a list as the grid takes them: how each shows, is typed into and coloured. `lines` are those they are
 * to be wide enough for.
 */
export function columnDefs(
  editing: Editing,
  lines: readonly EntryLine[],
  { shown, canEdit }: { readonly shown: readonly Column[]; readonly canEdit: boolean },
): ColDef<EntryLine>[] {
  // What room is left goes to columns of long texts, so that lines reach across the table.
  const widest = shown.filter(({ kind, grows }) => kind === 'long' || grows)
  const filling = widest.length > 0 ? widest : shown.slice(-1)
  return shown.map((column): ColDef<EntryLine> => {
    const width = widthOf(column, lines)
    const choices = choicesOf(column)
    const isNumber = ['amount', 'number', 'count'].includes(column.kind)
    return {
      colId: columnId(column),
      headerName: column.required ? `${column.title} *` : column.title,
      width,
      wrapHeaderText: true,
      autoHeaderHeight: true,
      // Which line is which stays in sight where the table is wider than its place.
      pinned: column === shown[0] && column.isFixed ? 'left' : null,
      flex: filling.includes(column) ? 1 : 0,
      minWidth: filling.includes(column) ? width : 60,
      sortable: false,
      editable: ({ data }) => canEdit && (data?.isNew === true || !column.isFixed),
      valueGetter: ({ data }) => (data ? valueIn(column, data.entry) : null),
      valueFormatter: ({ value }) => textOf(column, value),
      valueSetter: ({ data, newValue }: ValueSetterParams<EntryLine>) =>
        typeInto(editing, data, column, newValue === null || newValue === undefined ? '' : String(newValue)),
      tooltipValueGetter: ({ data, value, column: shownIn }) => {
        const text = textOf(column, value)
        const room = shownIn && 'getActualWidth' in shownIn ? shownIn.getActualWidth() : Infinity
        return data?.pending?.message ?? (widthOfText(text) > room ? text : '')
      },
      cellClass: isNumber ? 'amount' : '',
      cellClassRules: cellRules(column),
      ...editorOf(column, choices),
    }
  })
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
