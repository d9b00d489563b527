import { divideIntervals, fitOf } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import { compact } from '../grids/labels.ts'
import type { IndicatorBlock } from '../forms/indicator-block.ts'
import { rateUnit } from '../grids/rate-unit.ts'
import type { Sheet } from '../grids/sheet.ts'

type Rated = { readonly name: string; readonly rate: Figure; readonly score: Figure; readonly weight: Figure }

/** 「得分率」 beside weights and scores: the one over the other, where most rows show it and two at least are not 100 %. */
export function scoreRates(sheet: Sheet, { section, placed }: IndicatorBlock): Claim[] {
  const head = section.header.slots.find(({ kind, text }) => kind === 'words' && /^得分率/.test(text))
  if (!head) return []
  const rated = placed.flatMap(({ row }): Rated[] => {
    const { score, weight } = row
    const slot = sheet.grid.at(row.row - 1, head.column)
    if (!score || !weight || weight.quantity.value.eq(0) || !slot?.number || slot.row !== row.row - 1) return []
    const rate = sheet.figure(slot, rateUnit(slot.number, score, weight))
    return rate ? [{ name: compact(row.name.text), rate, score, weight }] : []
  })
  const fitting = rated.filter(isRight)
  const telling = fitting.filter(({ rate }) => !rate.quantity.value.eq(100)).length
  if (telling < 2 || (rated.length - fitting.length) * 3 > fitting.length) return []
  return rated.map(({ name, rate, score, weight }) => ({
    rule: 'table.rate',
    form: {
      is: 'ratio',
      rate: { name: `${name}得分率`, figure: rate },
      numerator: { name: `${name}得分`, figure: score },
      denominator: { name: `${name}分值`, figure: weight },
    },
    certain: true,
    quote: sheet.quote(head),
  }))
}

function isRight({ rate, score, weight }: Rated): boolean {
  const quotient = divideIntervals(intervalOf(score.quantity), intervalOf(weight.quantity))
  return quotient !== undefined && fitOf(rate.quantity, quotient) !== 'off'
}
