import { meets, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { clauseOf } from '../rate-pairs.ts'
import { oneSlipAway, oneSmallSlipAway } from '../one-slip-away.ts'
import { quoteOf, termOf } from '../terms.ts'
import { chanceOfSlip } from './coincidence.ts'
import { doubtOf } from '../doubt.ts'
import { type Equation, chooseEquation } from './choose-equation.ts'
import { type Spot, alike, before, behind, isClose, isTerm } from './number-line.ts'

/** Words before a number that is what lies between two others. */
const between =
  /(?:结余|结存|结转|剩余|余额|余下|下余|尚余|还剩|缺口|差额|[还尚相]?差距?|[还尚]欠|[还尚]有|尚需|还需|尚未\p{Script=Han}{2,4}|仍未\p{Script=Han}{2,4}|未\p{Script=Han}{2,3}的|未(?:支付|支出|拨付|使用|完成|完工|执行|到位|兑付|种|整改|办结|拨)|[核审]减|净[增减]|节[约支省余]|压减|相差|[高低多少快慢]出?|(?:大于|小于|高于|低于|超过)[^，；]{0,8}[数标额值]|增产|减产|增效|增幅为|超出?|超过|增加|减少|增长|新增|增收|减收|提高|提升|下降|降低|上升|回落|空编|空缺|缺编|超编|追加|调[增减]|剔除|扣[减除]?|扣分|失分|余|欠)(?:了|约|为|共|计|资金|金额|经费|投资|资金缺口|缺口|面积|里程|部分|额|的|达|[:：])*$/u

/** Of these the two amounts beside are bound by the words; 「比目标多1所」 names what it compares. */
const remains = /余|剩|欠|差|缺|未|净|空|核减|审减|剔除/
/** What was worked out is no plain difference, 「能力提升资金」 is a name. */
const reckoned = /[计测估]算|(?:提升|提高|改善|新增|扩大|增长)(?:资金|经费|项目|奖)/
const farthest = 16

/**
 * What is left, lacking, saved or added, told without words that bind it to two amounts: 「应配套2536万元，县级累计到位1926
 * 万元，…还差610万元」. The amounts stand before it, or in its sentence.
 */
export function differenceNearby(line: readonly Spot[], rest: Spot): Claim | undefined {
  const clause = clauseOf(rest.mention)
  if (rest.mention.figure.quantity.looseness !== 'exact' || reckoned.test(clause) || !between.test(clause.trim()))
    return undefined
  const near = [...behind(line, rest).slice(0, 2), ...before(line, rest, farthest, 3)].filter(
    (each) => alike(each, rest) && isTerm(each),
  )
  const isRemainder = remains.test(clause)
  return chooseEquation([
    ...balanceOf(line, rest),
    ...pairsByDistance(near, rest)
      .map((pair, at) => ({ pair, isBound: at === 0 && isRemainder && isBeside(pair, rest) }))
      .filter(({ pair }) => isDifferent(pair))
      .map(({ pair, isBound }) => equationOf(pair, rest, isBound)),
  ])
}

/** Pairs of which the larger may be taken apart, those nearest to the result first; its own sentence before others. */
function pairsByDistance(near: readonly Spot[], rest: Spot): [Spot, Spot][] {
  const pairs: [Spot, Spot, number][] = []
  for (const [at, one] of near.entries())
    for (const two of near.slice(at + 1)) {
      const [more, less] = one.value >= two.value ? [one, two] : [two, one]
      const outside = [one, two].filter(({ sentence }) => sentence !== rest.sentence).length
      const far = Math.abs(one.at - rest.at) + Math.abs(two.at - rest.at) + outside * 3
      pairs.push([more, less, far])
    }
  return pairs.toSorted((left, right) => left[2] - right[2]).map(([more, less]) => [more, less])
}

/** The two amounts nearest before it in its sentence: the words bind all three. */
function isBeside(pair: readonly Spot[], rest: Spot): boolean {
  return pair.every(({ sentence, at }) => sentence === rest.sentence && at < rest.at)
}

/** 「收支相抵，年末结余46.38万元」: of all that came in and all that was spent, told some sentences before. */
function balanceOf(line: readonly Spot[], rest: Spot): Equation[] {
  if (!/结[余转]/.test(rest.mention.lead)) return []
  const told = before(line, rest, 60, 4).filter((each) => alike(each, rest) && each.mention.depth === 0)
  const income = told.find(({ mention }) => /(?:总收入|收入(?:总计|合计|总额))$/.test(mention.label))
  const spending = told.find(({ mention }) => /(?:总支出|支出(?:总计|合计|总额))$/.test(mention.label))
  return income && spending && isDifferent([income, spending]) ? [equationOf([income, spending], rest, true)] : []
}

function isDifferent([more, less]: readonly [Spot, Spot]): boolean {
  return more.mention.figure.printed !== less.mention.figure.printed
}

function equationOf([more, less]: readonly [Spot, Spot], rest: Spot, isBound: boolean): Equation {
  const spots = [more, less, rest]
  const [minuend, subtrahend, result] = spots.map(({ mention }) => intervalOf(mention.figure.quantity))
  const parts = [less.mention, rest.mention]
  return {
    fits: () =>
      isClose(more.value - less.value - rest.value, spots) && meets(result!, subtractIntervals(minuend!, subtrahend!)),
    slip: () => oneSlipAway(more.mention, parts) || (isBound && oneSmallSlipAway(more.mention, parts)),
    chance: isBound ? Math.min(0.03, chanceOfSlip(spots)) : chanceOfSlip(spots),
    claim: (certain) => ({
      rule: 'difference.amounts',
      form: {
        is: 'difference',
        result: termOf(rest.mention),
        minuend: termOf(more.mention),
        subtrahend: termOf(less.mention),
      },
      ...doubtOf(certain),
      quote: quoteOf(rest.sentence, Math.min(...inSentence(spots, rest)), rest.mention.end),
    }),
  }
}

function inSentence(spots: readonly Spot[], rest: Spot): number[] {
  return spots.filter(({ sentence }) => sentence === rest.sentence).map(({ mention }) => mention.start)
}
