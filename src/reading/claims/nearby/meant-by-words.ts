import type { Figure } from '#domain/fact.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { listWholes } from './list-wholes.ts'
import type { Spot } from './number-line.ts'
import { accounts } from './rate-bottoms.ts'
import { type RatePair, ratePairs } from './rate-terms.ts'
import { affinity, wordsOf } from './rate-words.ts'

/** From here on the words bind a pair whatever else a rate fits: held in all but a few of a thousand rates that agree. */
const certain = 6
const apart = 1.4
/** What was written lies no farther from what is meant. */
const reach = 0.4

/**
 * The pair that a rate is of by its words, where it fits another one of the same amount: 「“三公”经费预算28.00万元，决算24.18万元，
 * 为预算的P%，比上年决算26.26万元」 with what 24.18 is of 26.26.
 *
 * fitting   the pair it fits
 */
export function meantByWords(
  line: readonly Spot[],
  rate: Spot,
  fitting: { readonly numerator: Figure; readonly denominator: Figure },
): RatePair | undefined {
  if (/有效率|满意/.test(rate.mention.lead)) return undefined
  const { base } = wordsOf(rate)
  const planned = plan.exec(clauseOf(rate.mention))?.[1]
  if (base.length < 2 && planned === undefined) return undefined
  const other = line.find(({ mention }) => mention.figure === fitting.denominator)
  if (!other || (planned ? clauseOf(other.mention).includes(planned) : affinity(other, base) >= 0.75)) return undefined
  // 「占项目支出预算的」 in a budget is of what it calls 项目支出.
  if (other.mention.label === base.replace(/预算$/, '')) return undefined
  const pairs = soundPairs(line, rate)
  const [best] = pairs
  if (!best || best.score < certain || !isWithin(reach, rate.value, best.top.value / best.bottom.value))
    return undefined
  if (best.top.mention.figure !== fitting.numerator && best.bottom !== other) return undefined
  if (isContrary(best.bottom, base) || listWholes(line).get(best.bottom) === other) return undefined
  const isNamed = planned
    ? clauseOf(best.bottom.mention).includes(planned)
    : affinity(best.bottom, base) > affinity(other, base)
  const second = pairs.find((each) => !isSame(each, best))
  return isNamed && best.score - (second?.score ?? 0) >= apart ? best : undefined
}

const carriedOut = /实际|支出|决算|执行/
const laidOut = /预算|计划|目标|任务/
/** 「占运行费支出的」 is of no budget, 「占实际受益人口的」 of no plan. */
function isContrary({ mention }: Spot, base: string): boolean {
  const [clause, name] = [clauseOf(mention), base].map((words) => words.replace(accounts, ''))
  return carriedOut.test(name!) && !laidOut.test(name!) && laidOut.test(clause!) && !carriedOut.test(clause!)
}

/** 「为预算的」 is over an amount told to be one. */
const plan = /(?:占|为|完成|相当于)[\p{Script=Han}]{0,4}?(预算|计划|目标|任务)/u

/** The pairs that make less than the whole where the rate does. */
export function soundPairs(line: readonly Spot[], rate: Spot): RatePair[] {
  return ratePairs(line, rate).filter(({ top, bottom }) => rate.value > 1 === top.value > bottom.value)
}

/** One amount told in two places makes one pair. */
export function isSame(one: RatePair, two: RatePair): boolean {
  return Math.abs(one.top.value / one.bottom.value - two.top.value / two.bottom.value) < 1e-9
}

/** Whether two rates differ by no more than a share of the larger: a sieve, rounding is far less. */
export function isWithin(share: number, told: number, reckoned: number): boolean {
  return Math.abs(told - reckoned) <= Math.max(told, reckoned) * share
}
