import type { RawCell } from './raw-rows.ts'
import { type CellSetting, cellOf } from './sheet-cells.ts'
import { longestText } from './shared-strings.ts'
import { columnOf } from './sheet-merges.ts'
import { UnsafeArchive } from '../archives/unsafe-archive.ts'
import { isTrue } from './workbook-parts.ts'
import type { Attributes } from '../markup/xml-events.ts'
import { xmlReader } from '../markup/xml-events.ts'

/** A row as the sheet's XML has it, merged cells only once. */
export type SheetRow = { readonly row: number; readonly cells: RawCell[]; readonly hidden: boolean }

/** A worksheet holds no more rows. */
const mostRows = 1_048_576
export const mostColumns = 500
/** Longer gaps between rows are passed over unseen. */
const longestGap = 1000

/** What is being read; `spoken`: how many readings of characters (rPh) stand open. */
type State = {
  readonly setting: CellSetting
  rows: SheetRow[]
  row: number
  hidden: boolean
  cells: RawCell[]
  column: number
  type: string
  style: number
  value: string | undefined
  isFormula: boolean
  isText: boolean
  spoken: number
}

/** Turns the XML of a sheet, handed over in pieces, into rows. throws an error on what is no XML */
export function rowReader(setting: CellSetting): { take(text: string): SheetRow[]; end(): SheetRow[] } {
  const place = { row: 0, hidden: false, cells: [], column: -1 }
  const cell = { type: 'n', style: 0, value: undefined, isFormula: false, isText: false, spoken: 0 }
  const state: State = { setting, rows: [], ...place, ...cell }
  const xml = xmlReader({
    open: (name, attributes) => openers.get(name)?.(state, attributes),
    close: (name) => closers.get(name)?.(state),
    text(text) {
      if (!state.isText) return
      state.value = (state.value ?? '') + text
      if (state.value.length > longestText) throw new UnsafeArchive('一格的文字过长')
    },
  })
  const taken = () => {
    const given = state.rows
    state.rows = []
    return given
  }
  return {
    take(text) {
      xml.take(text)
      return taken()
    },
    end() {
      xml.end()
      return taken()
    },
  }
}

const openers = byName<(state: State, attributes: Attributes) => void>({
  row(state, attributes) {
    const r = attributes.get('r')
    const before = state.row
    state.row = r === undefined ? before + 1 : Number(r)
    state.hidden = isTrue(attributes.get('hidden'))
    state.cells = []
    state.column = -1
    if (state.row - before > longestGap) return
    for (let gap = before + 1; gap < state.row; gap++) state.rows.push({ row: gap, cells: [], hidden: false })
  },
  c(state, attributes) {
    const r = attributes.get('r')
    state.column = r === undefined ? state.column + 1 : columnOf(r)
    state.type = attributes.get('t') ?? 'n'
    state.style = Number(attributes.get('s') ?? 0)
    state.value = undefined
    state.isFormula = false
  },
  f(state) {
    state.isFormula = true
  },
  v(state) {
    state.value = ''
    state.isText = true
  },
  t(state) {
    state.isText = state.spoken === 0
    if (state.isText) state.value ??= ''
  },
  rPh(state) {
    state.spoken += 1
  },
})

const closers = byName<(state: State) => void>({
  v(state) {
    state.isText = false
  },
  t(state) {
    state.isText = false
  },
  rPh(state) {
    state.spoken -= 1
  },
  c({ setting, cells, column, type, style, value, isFormula }) {
    if (column < 0 || column >= mostColumns) return
    const cell = cellOf({ type, style, value, isFormula }, setting)
    if (cell === '') return
    while (cells.length < column) cells.push('')
    cells[column] = cell
  },
  row({ rows, row, cells, hidden }) {
    if (row <= mostRows) rows.push({ row, cells, hidden })
  },
})

/** A file may call its elements what it likes: no name may meet what every object has. */
function byName<T>(handlers: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(handlers))
}
