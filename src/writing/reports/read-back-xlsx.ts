import ExcelJS from 'exceljs'
import type { PrintedText } from './read-back.ts'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { factName, factTag } from './formats/facts/fact-tag.ts'

const most = 64 * 1024 * 1024

/**
 * A named cell of a workbook and what it holds now; `place` as people name it: 自评表!E3. A program that does not calculate
 * saves formulas without what they come to: then the text is '', and `uncalculated`.
 */
export type NamedCell = PrintedText & { readonly place: string; readonly uncalculated?: true }

/**
 * The numbers of a workbook written by writeFormsXlsx, by the names of its cells; a share is given as it is shown (98.93%).
 * Throws when the file is no workbook or unfolds beyond 64 MB.
 *
 * known   ids of facts, by which a cell is told where a program that saved the workbook left out what stands with its name
 */
export async function readBackXlsx(bytes: Uint8Array, known: readonly string[] = []): Promise<NamedCell[]> {
  let total = 0
  const parts = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize
      if (total > most) throw new Error('too large')
      return true
    },
  })
  const names = namesOf(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()), known)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  return names.flatMap(({ fact, sheet, address }) => {
    const cell = book.getWorksheet(sheet)?.getCell(address)
    if (!cell) return []
    const found = { tag: factTag(fact), fact, place: `${sheet}!${address}` }
    const isOpen = cell.formula !== undefined && cell.result === undefined
    return [isOpen ? { ...found, text: '', uncalculated: true as const } : { ...found, text: shownText(cell) }]
  })
}

/** Names of whole-number cells only: a number inside a cell of words (text_…) can't be told from the words around it. */
function namesOf(xml: string, known: readonly string[]): { fact: string; sheet: string; address: string }[] {
  const byName = new Map(known.map((fact) => [factName(fact), fact]))
  const found: { fact: string; sheet: string; address: string }[] = []
  let open: { name: string; fact: string; ref: string } | undefined
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'definedName') open = { name: attributes['name'] ?? '', fact: attributes['comment'] ?? '', ref: '' }
  })
  parser.on('text', (text) => {
    if (open) open.ref += text
  })
  parser.on('closetag', ({ name }) => {
    if (name !== 'definedName' || !open) return
    const [, quoted, sheet = quoted?.replaceAll("''", "'"), column = '', row = ''] =
      /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)$/.exec(open.ref) ?? []
    // A fact printed again is named fact_…_2.
    const bare = /^fact_[^_]+/.exec(open.name)?.[0] ?? ''
    const fact = open.fact === '' ? byName.get(bare) : open.fact
    if (sheet && fact !== undefined && bare === factName(fact)) found.push({ fact, sheet, address: `${column}${row}` })
    open = undefined
  })
  parser.write(xml).close()
  return found
}

function shownText(cell: ExcelJS.Cell): string {
  const value = cell.result ?? cell.value
  if (typeof value !== 'number') return value === null || value === undefined ? '' : String(cell.text)
  const format = cell.numFmt ?? ''
  const decimals = /0\.(0+)/.exec(format)?.[1]?.length ?? 0
  return format.includes('%') ? `${(value * 100).toFixed(decimals)}%` : value.toFixed(decimals)
}
