import type { RawCell } from './raw-rows.ts'

/** A merged area, rows and columns from 0, the last ones included. */
export type Merge = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The area an A1 reference names: 'B2:D9'; undefined for what is none. */
export function mergeOf(reference: string): Merge | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (!found) return undefined
  const [, left = '', top = '', right = '', bottom = ''] = found
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) }
}

/** The column of its letters, from 0: A → 0, AB → 27. Digits behind them are passed over. */
export function columnOf(letters: string): number {
  let column = 0
  for (let index = 0; index < letters.length; index++) {
    const code = letters.charCodeAt(index)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

/**
 * Repeats the value of a merged area in the cells it covers, row by row from the top: only the areas a row meets are
 * looked at, so that a sheet may hold very many.
 */
export function mergedRows(merges: readonly Merge[], mostColumns: number): (row: number, cells: RawCell[]) => void {
  const waiting = merges.toSorted((one, other) => one.top - other.top)
  let next = 0
  let open: { readonly merge: Merge; readonly value: RawCell }[] = []
  return (row, cells) => {
    for (; next < waiting.length && waiting[next]!.top <= row; next++) {
      const merge = waiting[next]!
      open.push({ merge, value: merge.top === row ? (cells[merge.left] ?? '') : '' })
    }
    if (open.length === 0) return
    open = open.filter(({ merge }) => merge.bottom >= row)
    for (const { merge, value } of open) {
      for (let column = merge.left; column <= merge.right && column < mostColumns; column++) {
        if (row === merge.top && column === merge.left) continue
        const shown = typeof value === 'string' ? { text: value } : value
        while (cells.length < column) cells.push('')
        cells[column] = { ...shown, covered: row === merge.top ? 'across' : 'down' }
      }
    }
  }
}
