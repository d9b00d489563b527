import { meets, subtractIntervals } from '#domain/arithmetic.ts'
import type { Claim, ClaimForm } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { roleOf } from '../text/mention-role.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { oneSlipAway, oneSmallSlipAway } from '../doubts/one-slip-away.ts'
import { namesItsPart } from '../sums/open-lists.ts'
import { isFullMark } from '../rates/full-marks.ts'
import type { Mention } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'
import { chanceOfSlip, digitsTold } from './coincidence.ts'
import { doubtOf } from '../doubts/doubt.ts'
import { type Equation, chooseEquation } from './choose-equation.ts'
import { type Spot, alike, before, behind, isClose, isTerm } from './number-line.ts'

/** Words before a number that is what lies between two others. */
const between =
  /(?:结余|结存|结转|剩余|余额|余下|下余|尚余|还剩|缺口|差额|[还尚相]?差距?|[还尚]欠|[还尚]有|尚需|还需|尚未\p{Script=Han}{2,4}|仍未\p{Script=Han}{2,4}|未\p{Script=Han}{1,4}|尚?待\p{Script=Han}{2}|剔除\p{Script=Han}{0,6}的|[少多]支|超(?:任务|计划|目标)|偏[多少]|[核审]减|净[增减]|节[约支省余]|压减|相差|[高低多少快慢]出?|(?:大于|小于|高于|低于|超过)[^，；]{0,8}[数标额值]|增产|减产|增效|增幅为|超出?|超过|增加|减少|增长|新增|增收|减收|提高|提升|下降|降低|上升|回落|空编|空缺|缺编|超编|追加|调[增减]|剔除|扣[减除]?|扣分|失分|余|欠)(?:了|约|为|共|计|资金|金额|经费|投资|资金缺口|缺口|面积|里程|部分|额|的|达|[:：])*$/u

/** Of these the two amounts beside are bound by the words; 「比目标多1所」 names what it compares. */
const remains = /^多出?$|余|剩|欠|差|缺|未|待|净|空|核减|审减|剔除|节[约省]|[少多]支|超/
/** What was worked out is no plain difference, 「能力提升资金」 is a name. */
const reckoned = /[计测估]算|(?:提升|提高|改善|新增|扩大|增长)(?:资金|经费|项目|奖)/
/** 「三季度、四季度各扣4.21万元」: each of them, and no two of the numbers before. */
const ofEach = /^各[自均]?[扣减增多少高低超差缺欠剩余节]/
const farthest = 16
type Ratio = Extract<ClaimForm, { is: 'ratio' }>

/**
 * What is left, lacking, saved or added, told without words that bind it to two amounts: 「应配套2536万元，县级累计到位1926
 * 万元，…还差610万元」. The amounts stand before it, or in its sentence.
 */
export function differenceNearby(line: readonly Spot[], rest: Spot, ratios: readonly Ratio[]): Claim | undefined {
  const clause = clauseOf(rest.mention)
  if (rest.mention.figure.quantity.looseness !== 'exact' || reckoned.test(clause) || !between.test(clause.trim()))
    return undefined
  if (isOneOfSeveral(rest) || ofEach.test(clause.trim())) return undefined
  const near = [...behind(line, rest).slice(0, 2), ...before(line, rest, farthest, 3)].filter(
    (each) => alike(each, rest) && isTerm(each) && !isFullMark(each.mention) && !isCoarseFor(each, rest),
  )
  const isRemainder = remains.test(clause) || isRise(line, rest)
  const byWords = pairsByWords(near, rest).filter(({ pair }) => isDifferent(pair))
  const [best] = byWords
  const meant =
    best && isRemainder && best.score >= bound
      ? byWords.filter(({ score }) => score >= Math.max(bound, best.score - within)).slice(0, 2)
      : []
  const taken = new Set(meant.map(({ pair }) => pair))
  // 「债券占66.33%，资本金4900万元，其余1700万元」: what is left of a whole that has a part told by its share alone.
  const isOfMore = before(line, rest, 6, 0).some(({ mention }) => namesItsPart(mention))
  return chooseEquation(
    [
      ...(isRemainder ? pairsOfRates(line, rest, ratios) : []).map((pair) => equationOf(pair, rest, true)),
      ...balanceOf(line, rest),
      ...adjustmentOf(near, rest),
      ...meant.map(({ pair }) => equationOf(pair, rest, true)),
      // A small number is the difference of two others by chance.
      ...(meant.length > 0 && digitsTold([rest]) < 2 ? [] : byWords)
        .toSorted((left, right) => left.far - right.far)
        .filter(({ pair }) => !taken.has(pair))
        .map(({ pair }) => equationOf(pair, rest, false)),
    ],
    isOfMore,
  )
}

/**
 * 「损失浪费0.05亿元」: with the last place it is told to, a small amount has nothing to do. 「4.26万亿元」 beside 「13712.65亿元」 has
 * too few digits for a slip to tell.
 */
function isCoarseFor(term: Spot, rest: Spot): boolean {
  const hasFewDigits = term.mention.figure.printed.replace('.', '').length <= 3
  return (
    term.slack > Math.max(rest.value * 0.02, rest.slack * 2) ||
    (hasFewDigits && rest.slack > 0 && term.slack > rest.slack * farCoarser)
  )
}
const farCoarser = 1000

/** 「支出2072万元，执行率95.93%，结余88万元」: what is left of what a rate right before is of. */
function pairsOfRates(line: readonly Spot[], rest: Spot, ratios: readonly Ratio[]): (readonly [Spot, Spot])[] {
  const rates = before(line, rest, 6, 0).filter(({ mention }) => mention.figure.quantity.unit.kind === 'share')
  return rates.flatMap(({ mention }) => {
    const ratio = ratios.find(({ rate }) => rate.figure === mention.figure)
    const [more, less] = [ratio?.denominator, ratio?.numerator].map((term) =>
      line.find((each) => each.mention.figure === term?.figure),
    )
    return more && less && alike(more, rest) && more.value > less.value ? [[more, less] as const] : []
  })
}

/** From here on the words bind both amounts; the second best, too, where it is as near to the best. */
const bound = 3.5
const within = 1
const wholes =
  /回收|收回|下发|预算|概算|应|配套|批复|核定|收入|计划|目标|任务|到位|下达|安排|受理|申请|申报|总|资金|共|编制|投资|在册/
const used = /有效|销号|办结|审结|实[种免收际]|支出|支付|完成|到位|实有|在岗|在职|在编|已|通过|实际|使用|决算|累计/

type Pair = { readonly pair: readonly [Spot, Spot]; readonly score: number; readonly far: number }

/** Pairs of which the larger may be taken apart, those that the words bind best first. */
function pairsByWords(near: readonly Spot[], rest: Spot): Pair[] {
  const pairs: Pair[] = []
  for (const [at, one] of near.entries())
    for (const two of near.slice(at + 1)) {
      const pair = one.value >= two.value ? ([one, two] as const) : ([two, one] as const)
      const far = distanceOf(pair, rest)
      pairs.push({ pair, far, score: scoreOf(pair, rest) - Math.min(2, far * 0.06) })
    }
  return pairs.toSorted((left, right) => right.score - left.score)
}

/** How many numbers lie between; its own sentence before others. */
function distanceOf(pair: readonly Spot[], rest: Spot): number {
  return pair.reduce((sum, { at, sentence }) => sum + Math.abs(at - rest.at) + (sentence === rest.sentence ? 0 : 3), 0)
}

/** What was not done is of what was: 「未通过43家」 of 「审核通过628家」. */
function scoreOf([more, less]: readonly [Spot, Spot], rest: Spot): number {
  const own = clauseOf(rest.mention)
  // 「超任务430亩」: what was done is the larger.
  const isOver = /超|多|增/.test(own)
  const [whole, part] = (isOver ? [less, more] : [more, less]).map(({ mention }) => clauseOf(mention))
  const undone = /(?:未|待)([\p{Script=Han}]{2})/u.exec(own)?.[1]
  // 「累计到位」 and 「当年到位」 are of one kind: neither is what the other was to be.
  const act = /支出|支付|完成|到位|拨付/.exec(part!)?.[0]
  const isTwice = act !== undefined && whole!.includes(act) && !/应|预算|计划|目标/.test(whole!)
  const isNamed = more.mention.label.length >= 3 && less.mention.lead.includes(more.mention.label)
  const isWhole = wholes.test(whole!)
  const isUsed = isOver || used.test(part!)
  return (
    (isWhole ? 1.5 : 0) +
    (isUsed ? 1.5 : 0) +
    (isWhole && isUsed ? 1 : 0) +
    (isNamed ? 1.5 : 0) +
    (isNamed && isOfThose(more, less) ? 1 : 0) +
    (undone && part!.includes(undone) ? 2 : 0) +
    (isBeside([more, less], rest) ? 1.5 : 0) +
    (roleOf(more.mention) === 'risen' && roleOf(less.mention) === 'base' && more.at === less.at + 1 ? 2.5 : 0) -
    (isTwice ? 2 : 0)
  )
}

/** 「实际完成面积中，通过验收3.96万亩」. */
function isOfThose({ mention: { label } }: Spot, { mention: { lead } }: Spot): boolean {
  return /^[^，；。]{0,4}中[，,]/.test(lead.slice(lead.lastIndexOf(label) + label.length))
}

/** The two amounts before it in its sentence: the words bind all three. */
function isBeside(pair: readonly Spot[], rest: Spot): boolean {
  return pair.every(({ sentence, at }) => sentence === rest.sentence && at < rest.at)
}

/** 「收支相抵，年末结余46.38万元」: of all that came in and all that was spent, told some sentences before. */
function balanceOf(line: readonly Spot[], rest: Spot): Equation[] {
  if (!/结[余转]/.test(rest.mention.lead)) return []
  const told = before(line, rest, 60, 4).filter((each) => alike(each, rest) && each.mention.depth === 0)
  // With what was carried over in it, nothing but a mistake makes the two differ.
  const all = told.find(({ mention }) => /(?:^总计|收入总计|可用资金)$/.test(clauseOf(mention)))
  const income = told.find(({ mention }) => /(?:总收入|收入(?:总计|合计|总额))$/.test(clauseOf(mention)))
  const spending = told.find(({ mention }) => /(?:总支出|支出(?:总计|合计|总额))$/.test(clauseOf(mention)))
  if (!spending) return []
  const isAll = all !== undefined && all.value > spending.value && !/分配|专用/.test(rest.sentence.text)
  return [
    ...(isAll ? [equationOf([all, spending], rest, true, /年末/.test(rest.mention.lead))] : []),
    ...(income && isDifferent([income, spending]) ? [equationOf([income, spending], rest, true)] : []),
  ]
}

/** 「由486公斤提高到538公斤，亩均增产52公斤」: what rose, and by how much. */
function isRise(line: readonly Spot[], rest: Spot): boolean {
  const [risen, base] = [line[rest.at - 1], line[rest.at - 2]]
  return (
    risen?.sentence === rest.sentence &&
    base?.sentence === rest.sentence &&
    roleOf(risen.mention) === 'risen' &&
    roleOf(base.mention) === 'base' &&
    alike(risen, rest) &&
    alike(base, rest)
  )
}

/** 「年初预算520万元，年中追加138万元，全年预算658万元」, where nothing else is added or cut. */
function adjustmentOf(near: readonly Spot[], rest: Spot): Equation[] {
  if (!/(?:追加|调增|调减|核减|压减|增加)(?:预算|指标|资金|了)*$/.test(clauseOf(rest.mention))) return []
  const own = near.filter(({ sentence }) => sentence === rest.sentence)
  const first = own.find(({ mention }) => /年初(?:批复)?预算/.test(mention.label))
  const last = own.find(({ mention }) => /(?:全年|调整后?|追加后|调整后的?全年)预算数?$/.test(mention.label))
  if (!first || !last || own.some((each) => each !== first && each !== last && adjusts.test(clauseOf(each.mention))))
    return []
  return isDifferent([first, last])
    ? [equationOf(first.value > last.value ? [first, last] : [last, first], rest, true, true)]
    : []
}
const adjusts = /追加|调[增减剂整](?!后)|核减|压减|收回|增加|减少/

/** 「年初预算A，年中追加B，收回压减C，全年预算D」: B alone is not what lies between A and D. */
function isOneOfSeveral({ mention, sentence }: Spot): boolean {
  return (
    /追加|调增/.test(clauseOf(mention)) &&
    sentence.mentions.some((each) => /^(?:收回|[核压调]减|追减)/.test(each.label) && each !== mention)
  )
}

function isDifferent([more, less]: readonly [Spot, Spot]): boolean {
  return more.mention.figure.printed !== less.mention.figure.printed
}

/** isBound: the words bind all three; isClosed: so that a mismatch of any size is told. */
function equationOf([more, less]: readonly [Spot, Spot], rest: Spot, isBound: boolean, isClosed = false): Equation {
  const spots = [more, less, rest]
  const [minuend, subtrahend, result] = spots.map(({ mention }) => intervalOf(mention.figure.quantity))
  const parts = [less.mention, rest.mention]
  return {
    fits: () =>
      isClose(more.value - less.value - rest.value, spots) && meets(result!, subtractIntervals(minuend!, subtrahend!)),
    slip: () =>
      !isOfOtherThings([more, less], rest) &&
      (isClosed || oneSlipAway(more.mention, parts) || (isBound && oneSmallSlipAway(more.mention, parts))),
    chance: isBound ? Math.min(0.02, chanceOfSlip(spots)) : chanceOfSlip(spots),
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

/** 「①尾款43.96万元；②缺口资金105.04万元；③前期费用45万元；④缺口资金6万元」: what has a number of its own in a list lies between no two others. */
function isItem({ lead }: Mention): boolean {
  return /[①-⑳]/.test(lead)
}

/** 「减收2.1亿元」 lies between no two amounts of which one was spent, 「减支」 between none of which one came in. */
function isOfOtherFlow({ mention }: Spot, { lead }: Mention): boolean {
  const [, flow] = /[增减](收|支)(?:了|约|共)*$/.exec(lead.trim()) ?? []
  return flow !== undefined && (flow === '收' ? /支出$/ : /收入$/).test(mention.label)
}

const ofTwoYears = /20\d\d年[^。；]*20\d\d年/
const ofYear = /20\d\d年|上年|去年|同期|今年|本年|当年|[由从]|[到至]$/
const withOtherYear = /[与同](?:20\d\d年|上年|去年)[^。；]{0,6}相比[^。]*$/

/** 「招生620人，毕业580人，在校生1850人，比上年增加45人」: what a thing has more than in another year is told of two years of it. */
function isOfOtherThings([more, less]: readonly [Spot, Spot], { mention, sentence }: Spot): boolean {
  const told = sentence.text.slice(0, mention.start - sentence.start)
  if ([more, less].some((each) => isOfOtherFlow(each, mention) || (isItem(each.mention) && isItem(mention))))
    return true
  // 「完成路面工程872.5公里…路面工程608公里…还有295公里未开工」: one thing of two lists.
  const isOneThing = more.sentence.block !== less.sentence.block && more.mention.label.endsWith(less.mention.label)
  if (isOneThing && less.mention.label.length >= 4 && !wholes.test(clauseOf(more.mention))) return true
  const [one, two] = [more, less].map(({ mention }) => mention.label.slice(-2))
  const isOfYears = /[比较](?:20\d\d年|上年|去年|上一年|同期)|同比/.test(mention.lead) || withOtherYear.test(told)
  // 「2024年支出比2023年减少332.55万元」 says itself which two years they are of.
  const isDated = ofTwoYears.test(mention.lead) || [more, less].some(({ mention: { lead } }) => ofYear.test(lead))
  return isOfYears && (one !== two || !isDated)
}

function inSentence(spots: readonly Spot[], rest: Spot): number[] {
  return spots.filter(({ sentence }) => sentence === rest.sentence).map(({ mention }) => mention.start)
}
