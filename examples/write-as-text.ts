import { type Block, type GridCell } from './content/blocks.ts'

/**
 * The report set as Word saves it to plain text: a cell stands behind a TAB on its own line, a blank line ends a row,
 * a paragraph break inside a cell is a blank line too, and a merged cell leaves an empty cell on each further row.
 */
export function writeAsText(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`
}

function blockText(block: Block): string {
  if (block.is === 'title') return block.lines.join('\n\n')
  if (block.is === 'grid') return `${gridRows(block.columns, block.rows).map(rowText).join('\n\n')}\n`
  return block.text
}

function rowText(cells: readonly string[]): string {
  return cells.map((words) => `\t${words.replaceAll('\n', '\n\n')}`).join('\n')
}

/** The cells each printed row shows: those that begin there, and '' where one from above reaches down. */
function gridRows(columns: number, rows: readonly (readonly GridCell[])[]): string[][] {
  const reach = Array.from({ length: columns }, () => 0)
  return rows.map((cells) => {
    const shown: string[] = []
    const waiting = [...cells]
    for (let column = 0; column < columns;) {
      if ((reach[column] ?? 0) > 0) {
        shown.push('')
        reach[column] = (reach[column] ?? 0) - 1
        column += 1
        continue
      }
      const next = waiting.shift()
      if (!next) throw new Error(`a row is ${columns - column} columns short: ${shown.join(' | ')}`)
      shown.push(next.text)
      reach.fill(next.rows - 1, column, column + next.columns)
      column += next.columns
    }
    return shown
  })
}
