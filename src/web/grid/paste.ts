import { parse } from 'csv-parse/browser/esm/sync'

/** Cells of a block copied from a spreadsheet: rows by line, cells by tab, quoted where a cell holds either. */
export function cellsPasted(text: string): string[][] {
  return parse(text, { delimiter: '\t', relax_quotes: true, relax_column_count: true, skip_empty_lines: false })
}
