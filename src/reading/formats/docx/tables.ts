import type { Cell, Table } from '#domain/document.ts'

type DraftCell = {
  text: string
  anchor?: number
  column: number
  columnSpan: number
  merge?: 'restart' | 'continue'
  touched: boolean
}
type DraftTable = { rows: DraftCell[][]; column: number; order: number }

/**
 * Collects tables while a Word part is read: grid columns from gridSpan, merged cells from vMerge.
 * Inner tables come after their outer one, in the order they begin.
 */
export class DocxTables {
  private readonly open: DraftTable[] = []
  private done: DraftTable[] = []
  private begun = 0
  private numbered = 0

  get depth(): number {
    return this.open.length
  }

  openTable(): void {
    this.open.push({ rows: [], column: 0, order: this.begun++ })
  }

  openRow(): void {
    const table = this.open.at(-1)
    if (!table) return
    table.rows.push([])
    table.column = 0
  }

  skipColumns(count: number): void {
    const table = this.open.at(-1)
    if (table) table.column += count
  }

  openCell(): void {
    const table = this.open.at(-1)
    table?.rows.at(-1)?.push({ text: '', column: table.column, columnSpan: 1, touched: false })
  }

  span(count: number): void {
    const cell = this.cell()
    if (cell) cell.columnSpan = Math.min(Math.max(1, count), 200)
  }

  merge(kind: 'restart' | 'continue'): void {
    const cell = this.cell()
    if (cell) cell.merge = kind
  }

  /** A paragraph of the current cell; paragraphs are set apart by a line end. */
  addText(text: string, anchor: number): void {
    const cell = this.cell()
    if (!cell) return
    if (cell.text !== '' && text !== '') cell.text += '\n'
    cell.text += text
    if (!cell.touched || (cell.text === text && text !== '')) cell.anchor = anchor
    cell.touched = true
  }

  closeCell(): void {
    const table = this.open.at(-1)
    const cell = this.cell()
    if (table && cell) table.column += cell.columnSpan
  }

  closeRow(): void {
    const table = this.open.at(-1)
    if (table?.rows.at(-1)?.length === 0) table.rows.pop()
  }

  closeTable(): void {
    const table = this.open.pop()
    if (table) this.done.push(table)
  }

  /** The finished tables, outer before inner, numbered through the document. */
  take(): Table[] {
    const tables = this.done
      .toSorted((left, right) => left.order - right.order)
      .map((draft) => tableOf(draft, ++this.numbered))
    this.done = []
    return tables.filter((table) => table.rows.length > 0)
  }

  private cell(): DraftCell | undefined {
    return this.open.at(-1)?.rows.at(-1)?.at(-1)
  }
}

function tableOf(draft: DraftTable, number: number): Table {
  const rows = draft.rows.map((row, index) => {
    const kept = row.filter((cell) => cell.merge !== 'continue' || index === 0)
    return kept.map((cell, at): Cell => ({
      row: index,
      column: cell.column,
      rowSpan: cell.merge === 'restart' ? spanBelow(draft.rows, index, cell) : 1,
      columnSpan: cell.columnSpan,
      text: cell.text.trim(),
      locus: { table: number, row: index + 1, cell: at + 1 },
      ...(cell.anchor === undefined ? {} : { anchor: cell.anchor }),
    }))
  })
  return { kind: 'table', number, rows, locus: { table: number } }
}

function spanBelow(rows: readonly DraftCell[][], from: number, cell: DraftCell): number {
  let span = 1
  while (rows[from + span]?.some((below) => below.column === cell.column && below.merge === 'continue')) span++
  return span
}
