import { Big } from 'big.js'
import type { Figure } from '#domain/fact.ts'
import type { Finding } from '#domain/finding.ts'
import { baseValue } from '#domain/quantity.ts'
import { unitFactor } from '#domain/unit.ts'
import { isOfOthers } from './of-others.ts'
import { isSumExplained } from './sums-explained.ts'
import type { Verdict } from './rule.ts'

/** So many characters are right beside. */
const beside = 40

/** A rule and what it said. */
export type Judged = { readonly rule: { readonly id: string }; readonly verdicts: readonly Verdict[] }

/** Rules that find by likeness or by one slip of the pen that two numbers should be one, or three should agree. */
const byLikeness = /^(?:I71|table|count\.repeated|fact\.repeated|sum|difference|rate|product)\b/

/**
 * Whether what holds elsewhere disproves a doubtful finding: each of its numbers is what others make it, so that they are
 * of different things and none is a slip; or the total of a doubtful sum is made up of other parts.
 *
 * figures  all of the reading, by id
 */
export function disproves(judged: readonly Judged[], figures: readonly Figure[]): (finding: Finding) => boolean {
  const proven = new Set<number>()
  const sums: (readonly number[])[] = []
  const products: (readonly number[])[] = []
  const shares = new Set<string>()
  for (const { rule, verdicts } of judged)
    for (const verdict of verdicts) {
      if (verdict.outcome !== 'holds') continue
      const own = verdict.figures ?? []
      for (const id of provenBy(rule.id, own)) proven.add(id)
      if (own.length >= 3 && /^(?:sum|difference)\./.test(rule.id)) sums.push(own)
      if (rule.id.startsWith('product.')) products.push(own)
      if (own.length === 3 && rule.id.startsWith('rate.')) shares.add(`${own[1]}/${own[2]}`)
    }
  return (finding) => {
    const told = finding.evidence.flatMap((each) => ('figure' in each ? [each.figure] : []))
    if (finding.rule.startsWith('sum.') && (isSumOfTheRest(told.slice(1)) || hasAMean(told))) return true
    // The words bound it for certain, but to another whole than the one that stands beside.
    if (finding.rule === 'sum.parts-of-whole' && told.length > 2 && isSumExplained(told, figures)) return true
    if (finding.severity !== 'warning' || !byLikeness.test(finding.rule)) return false
    if (told.length < 2 || told.length < finding.evidence.length) return false
    // What a rate of execution is of is laid down: that it fits another base is against it.
    if (finding.firm && finding.rule === 'I71.rate') return false
    if (told.every(({ id }) => proven.has(id)))
      return !(finding.rule === 'fact.repeated' && isWithinRounding(finding, told[0]!))
    if (isOfOthers(finding, told, figures)) return true
    if (finding.rule === 'difference.amounts' && isToldBeside(finding, told, figures)) return true
    const [total, ...parts] = told
    // 「每人3000元…；346人、每人8000元，计276.80万元」: the total is made with another price.
    // A price does not disprove a mean of the same total over another count.
    if (finding.rule === 'product.average' || (finding.firm && finding.rule === 'product.unit-price'))
      return products.some((own) => own.includes(total!.id) && own.includes(parts.at(-1)!.id))
    if (finding.rule.startsWith('product.')) return products.some((own) => own.includes(total!.id))
    if (!finding.rule.startsWith('sum.') || !total || parts.length < 2) return false
    return (
      isSumExplained(told, figures) ||
      sums.some((sum) => isMadeOf(total, parts, sum, figures)) ||
      parts.every(({ id }) => shares.has(`${id}/${total.id}`)) ||
      lacksItsNeighbour(total, parts, figures) ||
      (finding.rule === 'sum.remainder' && hasOtherRemainder(total, parts, figures))
    )
  }
}

/**
 * The figures that three numbers or more prove to each other by adding up or multiplying. One number told twice proves
 * neither, and a rate is itself proved but not the amounts it is of: many others give the same few digits.
 */
function provenBy(rule: string, figures: readonly number[]): readonly number[] {
  if (figures.length < 3 || /^(?:fact|count|I71|change)/.test(rule)) return []
  return rule.startsWith('rate.') ? figures.slice(0, 1) : figures
}

/** The sum that holds to the last digit has the same total, and one of the parts with others that the doubtful one leaves out. */
function isMadeOf(
  total: Figure,
  parts: readonly Figure[],
  sum: readonly number[],
  figures: readonly Figure[],
): boolean {
  if (!sum.includes(total.id) || !parts.some(({ id }) => sum.includes(id))) return false
  const others = sum.flatMap((id) => (id === total.id ? [] : (figures[id] ?? [])))
  return totalOf(others).eq(baseValue(total.quantity))
}

/** Another number of the paragraph is what is left of the total: 「开工8座、完工3座，未开工4座，在建5座」. */
function hasOtherRemainder(total: Figure, parts: readonly Figure[], figures: readonly Figure[]): boolean {
  const whole = baseValue(total.quantity)
  return figures.some(
    (other) =>
      other.place.block === total.place.block &&
      other.quantity.unit === total.quantity.unit &&
      ![total, ...parts].includes(other) &&
      parts.some((part) => baseValue(part.quantity).plus(baseValue(other.quantity)).eq(whole)),
  )
}

/** A sum of so many parts is off by half of it at most, in the last digit. */
const mostParts = 10

/** One number told twice, so little apart that the rounding of a sum allows both, is proved by neither. */
function isWithinRounding({ difference }: Finding, { quantity }: Figure): boolean {
  const last = new Big(`1e-${quantity.decimals}`)
  return quantity.unit.kind === 'money' && difference !== undefined && last.times(mostParts / 2).gt(difference)
}

/**
 * 「收回226份，其中有效问卷220份；有效问卷中满意163份、基本满意46份、不满意11份」: the first part is what the others make.
 * Of a list of nothing but zeros that says nothing.
 */
function isSumOfTheRest([first, ...others]: readonly Figure[]): boolean {
  if (!first || others.length < 2 || first.quantity.value.eq(0)) return false
  return totalOf(others).eq(baseValue(first.quantity))
}

/** 「服务人员132人，其中持证的118人…平均每名服务17.73人」: people are whole, their mean is no part of them. */
function hasAMean([total, ...parts]: readonly Figure[]): boolean {
  if (total?.quantity.unit.kind !== 'count' || total.quantity.unit.scale !== '' || total.quantity.decimals > 0)
    return false
  return parts.some(({ quantity }) => quantity.unit === total.quantity.unit && quantity.decimals > 0)
}

/** The number right before the parts is just what they lack: the list begins with it. */
function lacksItsNeighbour(total: Figure, parts: readonly Figure[], figures: readonly Figure[]): boolean {
  const gap = baseValue(total.quantity).minus(totalOf(parts))
  const { block, row, start } = parts[0]!.place
  const before = figures.filter(({ place }) => place.block === block && place.row === row && place.start < start)
  const nearest = before.toSorted((one, other) => other.place.start - one.place.start)[0]
  return (
    nearest !== undefined &&
    nearest.quantity.unit === total.quantity.unit &&
    gap.gt(0) &&
    baseValue(nearest.quantity).eq(gap)
  )
}

/** 「未支出资金57.35万元，其中17.35万元省级资金结转下年」: what the two amounts leave is told right beside. */
function isToldBeside({ difference }: Finding, told: readonly Figure[], figures: readonly Figure[]): boolean {
  const { quantity, place } = told[0]!
  const gap = new Big(difference ?? 0).times(unitFactor(quantity.unit))
  return figures.some(
    (other) =>
      !told.some(({ id }) => id === other.id) &&
      other.place.block === place.block &&
      Math.abs(other.place.start - place.start) <= beside &&
      other.quantity.unit.kind === quantity.unit.kind &&
      (quantity.unit.kind !== 'count' || other.quantity.unit.name === quantity.unit.name) &&
      baseValue(other.quantity).minus(baseValue(quantity)).abs().eq(gap),
  )
}

function totalOf(figures: readonly Figure[]): Big {
  return figures.reduce((all, { quantity }) => all.plus(baseValue(quantity)), new Big(0))
}
