import type { Cell, Place, Table } from '#domain/document.ts'
import { onceFor } from '#domain/once-for.ts'
import type { Reading } from '#domain/reading.ts'

/**
 * A column of a table that names things, one a row: 「镇名」, 「三级指标」.
 *
 * noun    what they are, without brackets and 名称: 「镇街道」 of 「镇（街道）」
 * count   how many it names: totals are none; of places, those that are called so (「县本级」 is no town)
 * isNames its head says that they are names: 「项目名称」
 * head    where its head stands
 */
export type NameColumn = {
  readonly noun: string
  readonly count: number
  readonly isNames: boolean
  readonly head: Place
}

/** Heads stand in the first rows. */
const headRows = 3
const levelHead = /^\s*[一二三]\s*级\s*指\s*标\s*$/
/** Fewer are no list. */
const fewest = 3
const total = /^(?:其中[：:]?)?(?:合计|总计|平均|共计|总得?分|得分|全.{1,3}(?:平均|合计)?$)|(?:合计|总计|平均)$/
const places = /^(?:行政|镇|乡|街道?|苏木|社区|村|县|市|区|旗)+$/
const place = /(?:镇|乡|街道|苏木|社区|村|县|市|区|旗|农场|林场|办事处)$/

/** The columns of names of all tables of a reading. */
export const nameColumns = onceFor((reading: Reading): readonly NameColumn[] =>
  reading.parts.flatMap((part) =>
    reading.document.blocks.slice(part.from, part.to).flatMap((table, at) =>
      table.kind === 'table'
        ? columnsOf(table).map(({ row, cell, ...column }) => {
            const end = table.rows[row]![cell]!.text.length
            return { ...column, head: { part: part.index, block: part.from + at, row, cell, start: 0, end } }
          })
        : [],
    ),
  ),
)

/** A noun as it is compared: without spaces, brackets and the signs between its words. */
export function bareNoun(text: string): string {
  return text.replaceAll(/[\s（()）、/]/g, '')
}

function columnsOf({ rows }: Table) {
  const filled = rows.findIndex((cells) => cells.some(({ text }) => /^[\d.,%\s]*\d[\d.,%\s]*$/.test(text)))
  const heads = filled < 0 ? headRows : Math.min(filled, headRows)
  return rows.flatMap((cells, row) =>
    cells.flatMap((head, cell) => {
      // In a form indicators follow the money.
      if (row >= heads && !levelHead.test(head.text)) return []
      const noun = bareNoun(head.text).replace(/(?:名称|名)$/, '')
      if (!/^(?:[镇村县]|[\p{Script=Han}]{2,6})$/u.test(noun)) return []
      const names = namesUnder(rows, head)
      const called = places.test(noun) ? names.filter((name) => place.test(name)) : []
      const { length: count } = called.length > 0 ? called : names
      return count < fewest ? [] : [{ noun, count, isNames: /名/.test(head.text), row, cell }]
    }),
  )
}

/** The words below a head up to the total; what a page break repeats, and one name over several rows, is told once. */
function namesUnder(rows: Table['rows'], head: Cell): string[] {
  const below = rows.slice(head.row + head.rowSpan).map((row) => {
    const own = row.find(({ column, columnSpan }) => column === head.column && columnSpan === head.columnSpan)
    return bareNoun(own?.text ?? '')
  })
  const end = below.findIndex((name, at) => at > 0 && total.test(name))
  const names = below.slice(0, end < 0 ? undefined : end).filter((name) => isName(name) && name !== bareNoun(head.text))
  return names.filter((name, at) => name !== names[at - 1])
}

function isName(name: string): boolean {
  return /\p{Script=Han}/u.test(name) && name !== '无' && !total.test(name) && !/小计$/.test(name)
}
