import { divide, fitOf, subtractIntervals, divideIntervals } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { isOfOtherBasis } from '../changes/compared-pairs.ts'
import { directionOf, roleOf } from '../text/mention-role.ts'
import { termOf } from '../text/terms.ts'
import { doubtOf } from '../doubts/doubt.ts'
import { type Equation, chooseEquation } from './choose-equation.ts'
import { type Spot, alike, before, isTerm, quoteAround } from './number-line.ts'

const reach = 8

/**
 * A rate of change whose two amounts are told without words that bind them: 「2021年142360万元、2022年175830万元、2023年209002万元，
 * …2023年同比增长18.87%」.
 */
export function growthNearby(line: readonly Spot[], rate: Spot): Claim | undefined {
  const { quantity } = rate.mention.figure
  if (quantity.looseness !== 'exact' || quantity.value.lte(0) || rate.mention.figure.printed.length < 4)
    return undefined
  const near = before(line, rate, reach, 1).filter((each) => isTerm(each) && each.value > 0)
  const direction = directionOf(rate.mention.lead)
  const pairs = near.flatMap((one, at) =>
    near
      .slice(at + 1)
      .filter((two) => alike(one, two))
      .map((two) => (one.value > two.value === direction > 0 ? ([one, two] as const) : ([two, one] as const))),
  )
  // Only the two amounts right before it, in its own sentence, may be the ones that were meant.
  const told = pairs.find((pair) => pair.some(({ mention }) => roleOf(mention) === 'risen') && isHere(pair, rate))
  const nearest = pairs.slice(0, 1).find((pair) => pair.every(namesYear) && isHere(pair, rate))
  const likely = told ?? ofItsYears(pairs, rate) ?? nearest
  return chooseEquation(pairs.map((pair) => equationOf(rate, pair, direction, pair === likely)))
}

/** 「2022年175830万元、2023年209002万元，…2023年同比增长18.87%」: the amounts of the year it names and of the year before. */
function ofItsYears(pairs: readonly (readonly [Spot, Spot])[], rate: Spot): readonly [Spot, Spot] | undefined {
  const year = yearBefore(rate)
  return pairs.find(
    (pair) =>
      year !== undefined &&
      pair.every(({ sentence }) => sentence === rate.sentence) &&
      yearBefore(pair[0]) === year &&
      yearBefore(pair[1]) === year - 1,
  )
}

/** The year that the clause right before a number opens with. */
function yearBefore({ mention }: Spot): number | undefined {
  const year = /(20\d\d)年[^，；、\d]{0,8}$/.exec(mention.lead)?.[1]
  return year === undefined ? undefined : Number(year)
}

/** 「同比增长4.2%」 of amounts of one year is of last year's, which is not told. */
function namesYear({ mention }: Spot): boolean {
  return /20\d\d年|上年|去年|本年|今年|当年/.test(mention.lead)
}

function isHere(pair: readonly Spot[], rate: Spot): boolean {
  return pair.every(({ sentence, at }) => sentence === rate.sentence && rate.at - at <= 4)
}

function equationOf(rate: Spot, [now, prior]: readonly [Spot, Spot], direction: 1 | -1, isLikely: boolean): Equation {
  const { quantity, printed } = rate.mention.figure
  const [current, base] = [now, prior].map(({ mention }) => mention.figure.quantity)
  const [more, less] = direction > 0 ? [current!, base!] : [base!, current!]
  return {
    fits: () => {
      const share = divideIntervals(subtractIntervals(intervalOf(more), intervalOf(less)), intervalOf(base!))
      return share !== undefined && /fits|truncated/.test(fitOf(quantity, share))
    },
    slip: () =>
      isLikely &&
      isSlip(
        divide(baseValue(more).minus(baseValue(less)), baseValue(base!))
          .times(100)
          .toFixed(quantity.decimals),
        printed,
      ),
    chance: printed.replace('.', '').length >= 4 ? 0.005 : 0.03,
    claim: (certain) => ({
      rule: 'change.against-base',
      form: {
        is: 'change',
        current: termOf(now.mention),
        base: termOf(prior.mention),
        rate: termOf(rate.mention),
        direction,
      },
      ...doubtOf(certain, '相符'),
      quote: quoteAround(rate.sentence, [rate, now, prior]),
    }),
  }
}

/** Whether a rate tells by how much something changed. */
export function isGrowth({ mention }: Spot): boolean {
  return mention.figure.quantity.unit.kind === 'share' && roleOf(mention) === 'change' && !isOfOtherBasis(mention)
}
