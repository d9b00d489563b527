import type { Claim, Term } from '#domain/claim.ts'
import { points } from '#domain/unit.ts'
import { compact } from '../grids/labels.ts'
import type { IndicatorBlock } from './indicator-block.ts'
import type { Sheet } from '../grids/sheet.ts'
import { judgeSums } from '../arithmetic/sums.ts'

const otherScore =
  /^(?:财政|主管部门|部门|专家|第三方)?(?:复核|核查|审核|抽查|复评|再评价|评价|核定|专家|自评)(?:得分|评分|分值?|分数)$/

/**
 * Further columns of points beside 自评分 (复核分, 核定得分): each within its weight, and adding up to the total row where it
 * prints one; only in rows as wide as the head.
 *
 * more   points outside the rows count towards the totals, too
 */
export function otherScores(sheet: Sheet, block: IndicatorBlock, more: boolean): Claim[] {
  const { section, totalRow, broken } = block
  const main = section.heads.find(({ key }) => key === 'score')?.slot
  const heads = section.heads.flatMap(({ slot }) => (slot !== main && otherScore.test(slot.text) ? [slot] : []))
  return heads.flatMap((head) => {
    const rows = block.placed.filter(({ row }) => !row.filler)
    const scored = rows.flatMap(({ row, label }) => {
      const index = row.row - 1
      const slot =
        sheet.grid.rows[index]?.width === section.header.width ? sheet.grid.at(index, head.column) : undefined
      const figure = slot?.row === index ? sheet.figure(slot, points) : undefined
      return figure && label ? [{ row, label, term: { name: `${compact(row.name.text)}${head.text}`, figure } }] : []
    })
    const within = scored.flatMap(({ row, label, term }): Claim[] => {
      if (!row.weight) return []
      const greater: Term = { name: `${compact(row.name.text)}分值`, figure: row.weight }
      return [{ rule: 'I56', form: { is: 'at-most', lesser: term, greater }, certain: true, quote: sheet.quote(label) }]
    })
    const cell = totalRow?.width === section.header.width ? sheet.grid.at(totalRow.index, head.column) : undefined
    const total = cell && cell.row === totalRow?.index ? sheet.figure(cell, points) : undefined
    if (!total || !cell || more || broken || scored.length !== rows.length) return within
    const guess = { total: { name: `${head.text}合计`, figure: total }, missing: 0, quote: sheet.quote(cell) }
    return [...within, ...judgeSums('I55', [{ ...guess, parts: scored.map(({ term }) => term) }], 'form')]
  })
}
