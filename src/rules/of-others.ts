import { Big } from 'big.js'
import type { Figure } from '#domain/fact.ts'
import type { Finding } from '#domain/finding.ts'
import { baseValue } from '#domain/quantity.ts'
import { unitFactor } from '#domain/unit.ts'

/** A difference of fewer digits is met by chance among the numbers of a paragraph. */
const fewestDigits = 3

/**
 * Whether another number of the paragraph is just what a doubtful finding lacks, so that it was reckoned from that one:
 * the count that a price makes the total with (「救援人员68人，其中值班员12人；按每人每月1500元」), what the remainder is left of
 * (「建成178套，…入住166户，未入住12户」 beside 计划180户), the points that a sum of scores leaves out (「执行率得9.92分，总分97.92分
 * （产出50分、效益28分、满意度10分）」).
 *
 * told      the numbers of the finding, the accused first
 * figures   all numbers of the reading
 */
export function isOfOthers(finding: Finding, told: readonly Figure[], figures: readonly Figure[]): boolean {
  const [first, ...terms] = told
  if (!first || terms.length < 2 || finding.difference === undefined) return false
  const { block, row } = first.place
  const beside = figures.filter(
    (other) => other.place.block === block && other.place.row === row && !told.includes(other),
  )
  const own = baseValue(first.quantity)
  const gap = new Big(finding.difference).times(unitFactor(first.quantity.unit))
  if (finding.rule === 'product.unit-price')
    return [own.plus(gap), own.minus(gap)].some((made) =>
      terms.some(
        (count) => isCount(count) && beside.some((other) => isAlike(other, count) && makes(own, made, other, count)),
      ),
    )
  if (finding.rule === 'difference.amounts')
    return terms.some((term) => beside.some((other) => leaves(first, term, other)))
  if (finding.rule.startsWith('sum.') && first.quantity.unit.kind === 'score')
    return beside.some((other) => other.quantity.unit.kind === 'score' && baseValue(other.quantity).eq(gap))
  return false
}

/** A plan is near to what was done; a whole is this many times one of its parts, or more. */
const whole = '1.25'

/** Whether the price and a whole make what is told, as it and one of its parts made something else. */
function makes(own: Big, made: Big, other: Figure, count: Figure): boolean {
  if (baseValue(other.quantity).lt(baseValue(count.quantity).times(whole))) return false
  return made.gt(0) && baseValue(other.quantity).times(made).eq(baseValue(count.quantity).times(own))
}

/** Whether the number and one of its terms give the other: of how much it is left, whatever that counts. */
function leaves(rest: Figure, term: Figure, other: Figure): boolean {
  if (other.printed.replace(/\D/g, '').length < fewestDigits || !isCount(other) || !isCount(rest)) return false
  return baseValue(rest.quantity).plus(baseValue(term.quantity)).eq(baseValue(other.quantity))
}

function isCount({ quantity: { unit } }: Figure): boolean {
  return unit.kind === 'count'
}

function isAlike(one: Figure, two: Figure): boolean {
  return isCount(one) && one.quantity.unit.name === two.quantity.unit.name
}
