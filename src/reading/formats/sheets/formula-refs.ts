import { utils } from '@e965/xlsx'

const address = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`
const sheet = String.raw`(?:(?:'((?:[^']|'')+)'|([^\s'!(),+\-*/:=<>&"^%;]+))!)?`
const pattern = new RegExp(String.raw`(?<![\w.$])${sheet}(${address})(?::(${address}))?(?![\w(.])`, 'g')

/** Cells a formula names: [from, to] on a sheet, '' the formula's own; both ends as typed, with their $. */
export type FormulaRef = { readonly sheet: string; readonly from: string; readonly to: string }

/** A formula with its references taken out, each standing as #0, #1 …; spaces dropped. */
export function takenApart(formula: string): { readonly shape: string; readonly refs: readonly FormulaRef[] } {
  const refs: FormulaRef[] = []
  const shape = formula.replace(pattern, (_, quoted?: string, plain?: string, from = '', to?: string) => {
    refs.push({ sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', from, to: to ?? from })
    return `#${refs.length - 1}`
  })
  return { shape: shape.replaceAll(/\s/g, ''), refs }
}

/** A formula as it stands once copied so many rows down and columns to the right: references marked $ stay. */
export function copiedTo(formula: string, rows: number, columns: number): string {
  return formula.replace(pattern, (whole: string) => {
    const at = whole.lastIndexOf('!') + 1
    return (
      whole.slice(0, at) + whole.slice(at).replace(/\$?[A-Z]{1,3}\$?\d{1,7}/g, (each) => moved(each, rows, columns))
    )
  })
}

function moved(each: string, rows: number, columns: number): string {
  const [, fixedColumn = '', column = '', fixedRow = '', row = ''] = /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(each) ?? []
  const { r, c } = utils.decode_cell(column + row)
  const [newRow, newColumn] = [fixedRow ? r : r + rows, fixedColumn ? c : c + columns]
  if (newRow < 0 || newColumn < 0) return '#REF!'
  return fixedColumn + utils.encode_col(newColumn) + fixedRow + utils.encode_row(newRow)
}
