import { factName } from '../facts/fact-tag.ts'
import { gridOf } from '../layout/table-grid.ts'
import type { FormSheet } from './form-sheets.ts'
import { type FactCell, addressFrom } from './live-formula.ts'
import { numberCell } from './number-format.ts'
import { sheetRow } from './sheet-layout.ts'

/** A name of the workbook, the cell it stands for and the fact it names. */
export type FactNameOf = { readonly name: string; readonly fact: string; readonly ref: string }

/**
 * The first cell of every fact, and a name for every printed number: fact_… for a cell that is the number, fact_…_2 for
 * its second cell, text_… for a number inside a cell of words.
 */
export function factCells(forms: readonly FormSheet[]): { cells: Map<string, FactCell>; names: FactNameOf[] } {
  const cells = new Map<string, FactCell>()
  const names: FactNameOf[] = []
  const often = new Map<string, number>()
  for (const form of forms)
    for (const [at, row] of gridOf(form.table).entries())
      for (const { cell, column, covered } of row) {
        if (covered) continue
        const address = `${letters(column)}${sheetRow(form, at)}`
        for (const run of cell.runs) {
          if (typeof run === 'string') continue
          const shown = cell.runs.length === 1 ? numberCell(run) : undefined
          const place = { sheet: form.name, address }
          if (shown && !cells.has(run.fact)) cells.set(run.fact, { ...shown, ...place })
          const plain = shown ? factName(run.fact) : factName(run.fact).replace(/^fact/, 'text')
          const count = (often.get(plain) ?? 0) + 1
          often.set(plain, count)
          names.push({
            name: count === 1 ? plain : `${plain}_${count}`,
            fact: run.fact,
            ref: absolute(form.name, address),
          })
        }
      }
  return { cells, names }
}

/** A cell as a name of the workbook refers to it: '自评表'!$E$3. */
export function absolute(sheet: string, address: string): string {
  const fixed = address.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')
  return addressFrom('', { sheet, address: fixed } as FactCell)
}

/** Column letters from 0: A, B, … Z, AA. */
export function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
}
