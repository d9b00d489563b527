/** One block of a report as its author writes it: what both the .docx and the .txt are made from. */
export type Block =
  | { readonly is: 'title'; readonly lines: readonly string[] }
  | { readonly is: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'grid'; readonly columns: number; readonly rows: readonly (readonly GridCell[])[] }

/**
 * A cell of a printed form, written once at its top left.
 *
 * text      '\n' begins a new paragraph in the cell
 * columns   grid columns it covers; rows: printed rows it covers
 */
export type GridCell = { readonly text: string; readonly columns: number; readonly rows: number }

/** The title of a report, over as many lines as printed. */
export function title(...lines: string[]): Block {
  return { is: 'title', lines }
}

/** A heading 「一、」 (level 1) or 「（一）」 (level 2). */
export function heading(level: 1 | 2, text: string): Block {
  return { is: 'heading', level, text }
}

/** A paragraph of running text. */
export function text(words: string): Block {
  return { is: 'text', text: words }
}

/** A cell that covers `columns` × `rows` of the grid. */
export function cell(words: string, columns = 1, rows = 1): GridCell {
  return { text: words, columns, rows }
}

/** A row of plain cells. */
export function row(...words: string[]): GridCell[] {
  return words.map((each) => cell(each))
}
