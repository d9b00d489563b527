import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'

const text = z.string().min(1)
const shape = z.array(
  z.strictObject({
    rule: text,
    name: text,
    text,
    pack: text.optional(),
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

const usualTitle = '桃江县某局2023年度部门整体支出绩效自评报告'

/**
 * The report of a case as a web page. A line 「# …」 is a title, lines 「| … | … |」 in a row are a table, any other line a
 * paragraph; without a title it is a department's report of 2023.
 */
export function reportOf({ text: said }: Case): Uint8Array {
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
