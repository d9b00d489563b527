import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { utils, write } from '@e965/xlsx'
import { parse } from 'yaml'
import { z } from 'zod'

const text = z.string().min(1)
const shape = z.array(
  z.strictObject({
    rule: text,
    name: text,
    text,
    pack: text.optional(),
    as: z.literal('xlsx').optional(),
    outcome: z.enum(['holds', 'contradiction', 'undetermined', 'not-applicable']),
    says: z.union([text, z.array(text)]).optional(),
  }),
)

/** One case a finance officer reads: what a report says, and what the rule must say of it. */
export type Case = z.infer<typeof shape>[number] & { readonly file: string }

/** Every case of tests/cases, in the order of the files; a misspelt key is refused. */
export function readCases(): Case[] {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  return globSync('*.yaml', { cwd: folder })
    .toSorted()
    .flatMap((file) => {
      const shaped = shape.safeParse(parse(readFileSync(`${folder}${file}`, 'utf8')))
      if (!shaped.success) throw new Error(`tests/cases/${file}: ${z.prettifyError(shaped.error)}`)
      return shaped.data.map((each) => ({ ...each, file }))
    })
}

/** The file of a case: a web page, or a workbook where it says so. */
export function fileOf(each: Case): { readonly name: string; readonly bytes: Uint8Array } {
  return each.as === 'xlsx'
    ? { name: '报告.xlsx', bytes: workbookOf(each) }
    : { name: '报告.html', bytes: reportOf(each) }
}

/** Rows 「| 合计 | =SUM(B2:B3) → 150 |」 as a sheet: a formula stands with what it came to when the workbook was saved. */
function workbookOf({ text: said }: Case): Uint8Array {
  const rows = said
    .trim()
    .split('\n')
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    )
  const sheet = utils.aoa_to_sheet(
    rows.map((cells) =>
      cells.map((cell) => {
        const [, formula, value = cell] = /^=(.*) → (.*)$/.exec(cell) ?? []
        const isNumber = /^-?\d+(?:\.\d+)?$/.test(value)
        const decimals = value.split('.')[1]?.length ?? 0
        const shown = isNumber
          ? { t: 'n', v: Number(value), z: decimals ? `0.${'0'.repeat(decimals)}` : '0' }
          : { t: 's', v: value }
        return formula === undefined ? shown : { ...shown, f: formula }
      }),
    ),
  )
  return new Uint8Array(write({ SheetNames: ['表'], Sheets: { 表: sheet } }, { type: 'array', bookType: 'xlsx' }))
}

const usualTitle = '桃江县某局2023年度部门整体支出绩效自评报告'

/**
 * The report of a case as a web page. A line 「# …」 is a title, lines 「| … | … |」 in a row are a table, any other line a
 * paragraph; without a title it is a department's report of 2023.
 */
function reportOf({ text: said }: Case): Uint8Array {
  const lines = said.trim().split('\n')
  const titled = lines[0]!.startsWith('#') ? lines : [`# ${usualTitle}`, ...lines]
  let page = ''
  let inTable = false
  for (const line of titled) {
    const isRow = line.trim().startsWith('|')
    if (isRow !== inTable) page += isRow ? '<table>' : '</table>'
    inTable = isRow
    page += isRow ? rowOf(line) : `<p>${escaped(line.replace(/^#\s*/, ''))}</p>`
  }
  return new TextEncoder().encode(`<html><meta charset="utf-8"><body>${page}${inTable ? '</table>' : ''}</body></html>`)
}

/** 「| 甲 | 乙>> | 丙 |」: `>>` at the end of a cell lets it reach over one more column each. */
function rowOf(line: string): string {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
  const printed = cells.map((cell) => {
    const [, words = '', reach = ''] = /^(.*?)(>*)$/.exec(cell.trim()) ?? []
    return `<td colspan="${reach.length + 1}">${escaped(words)}</td>`
  })
  return `<tr>${printed.join('')}</tr>`
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
