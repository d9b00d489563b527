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

/** A cell of words with numbers among them (「≥39期」): the facts its names stand for, in no order, and what it says now. */
export type NamedWords = { readonly place: string; readonly facts: readonly string[]; readonly text: string }

/**
 * The numbers of a workbook written by writeFormsXlsx, by the names of its cells; a share is given as it is shown (98.93%).
 * Throws when the file is no workbook or unfolds beyond 64 MB.
 *
 * known   ids of facts, by which a cell is told where a program that saved the workbook left out what stands with its name
 */
export async function readBackXlsx(
  bytes: Uint8Array,
  known: readonly string[] = [],
): Promise<{ readonly numbers: NamedCell[]; readonly words: NamedWords[] }> {
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
  const numbers: NamedCell[] = []
  const words = new Map<string, { place: string; facts: string[]; text: string }>()
  for (const { fact, sheet, address, amongWords } of names) {
    const cell = book.getWorksheet(sheet)?.getCell(address)
    if (!cell) continue
    const place = `${sheet}!${address}`
    const isOpen = cell.formula !== undefined && cell.result === undefined
    if (amongWords) {
      const found = words.get(place) ?? { place, facts: [], text: shownText(cell) }
      found.facts.push(fact)
      words.set(place, found)
    } else if (isOpen) numbers.push({ tag: factTag(fact), fact, place, text: '', uncalculated: true })
    else numbers.push({ tag: factTag(fact), fact, place, text: shownText(cell) })
  }
  return { numbers, words: [...words.values()] }
}

type Named = { readonly fact: string; readonly sheet: string; readonly address: string; readonly amongWords: boolean }

/** The names writeFormsXlsx gives: fact_… a cell that is the number, text_… a cell of words it stands in. */
function namesOf(xml: string, known: readonly string[]): Named[] {
  const byName = new Map(known.map((fact) => [factName(fact), fact]))
  const found: Named[] = []
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
    const [, kind, hash = ''] = /^(fact|text)_([^_]+)/.exec(open.name) ?? []
    const bare = `fact_${hash}`
    const fact = open.fact === '' ? byName.get(bare) : open.fact
    if (sheet && fact !== undefined && bare === factName(fact))
      found.push({ fact, sheet, address: `${column}${row}`, amongWords: kind === 'text' })
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
