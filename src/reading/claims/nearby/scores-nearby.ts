import type { Claim } from '#domain/claim.ts'
import { addsUp } from '../sums/adds-up.ts'
import { isFullMark } from '../rates/full-marks.ts'
import { oneSlipAway } from '../doubts/one-slip-away.ts'
import type { Mention } from '../text/sentences.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { termOf } from '../text/terms.ts'
import { type Spot, quoteAround } from './number-line.ts'

const whole =
  /(?:总分|总得分|总评分|综合得?评?分|综合自评|自评结果|自评得?分|评价得分|评定得分|绩效得分|核定得分|得分合计|合计|共计|共得|总评)[^，；]{0,6}$/
const noGain = /扣|失分|平均|满分|分值|权重|标准分|上年|去年|提高|高于|低于|相差|等级|以上|以下|\d$/

/**
 * Scores of a paragraph and the total they make, told in it or in the paragraph beside: 「自评总分96.70分。…预算执行率（10分）
 * 9.70分，产出指标（50分）48.20分，…」. Where what could be had adds up to a hundred the list is all there is; else one slip
 * has to tell that it was meant to be.
 */
export function scoresNearby(line: readonly Spot[], isTold: (spot: Spot) => boolean): Claim[] {
  const scores = line.filter(({ mention }) => mention.figure.quantity.unit.kind === 'score')
  const told = scores.filter((each) => isGain(each) && isWhole(each))
  const byBlock = Map.groupBy(scores, ({ sentence }) => sentence.block)
  return [...byBlock].flatMap(([block, own]) => {
    const gained = own.filter(isGain)
    const parts = gained.filter((each) => !isWhole(each))
    const isClosed = sharesHundred(own) || areAllHeadings(parts)
    if (parts.length < (isClosed ? 2 : 3) || parts.length > 8 || parts.filter(isTold).length * 2 > parts.length)
      return []
    const beside = [block - 1, block + 1].flatMap((each) => byBlock.get(each) ?? []).filter(isGain)
    const totals =
      [gained.filter(isWhole), beside.filter(isWhole), isClosed ? told : []].find((list) => list.length > 0) ?? []
    const claim = claimFor(totals, parts, isClosed || countsParts(parts))
    return claim ? [claim] : []
  })
}

function isGain({ mention }: Spot): boolean {
  return !isFull(mention) && mention.figure.quantity.looseness === 'exact' && !noGain.test(clauseOf(mention).trim())
}

/** 「资金执行（10分）、产出（50分）…四项指标，分别得9.6分、…」: what could be had stands in brackets. */
function isFull(mention: Mention): boolean {
  return isFullMark(mention) || (/[（(]$/.test(mention.lead) && /^[）)]/.test(mention.after))
}

/** What could be had of each part adds up to a hundred. */
function sharesHundred(own: readonly Spot[]): boolean {
  const full = own
    .filter(({ mention, value }) => isFull(mention) && value < 100)
    .reduce((sum, { value }) => sum + value, 0)
  return Math.abs(full - 100) < 1e-9
}

function isWhole({ mention }: Spot): boolean {
  return whole.test(clauseOf(mention)) && !/指标|类得分/.test(clauseOf(mention).slice(-6))
}

function claimFor(totals: readonly Spot[], parts: readonly Spot[], isAll: boolean): Claim | undefined {
  const mentions = parts.map(({ mention }) => mention)
  const fitting = totals.find(({ mention }) => addsUp(mention, mentions))
  if (fitting) return claimOf(fitting, parts, true)
  const [total, ...others] = totals
  if (!total || others.some(({ value }) => value !== total.value)) return undefined
  if (!parts.every(({ value }) => value < total.value)) return undefined
  return isAll || oneSlipAway(total.mention, mentions) ? claimOf(total, parts, false) : undefined
}

/**
 * The headings that divide up a hundred points, each told by any of its words. Source: 财预〔2020〕10号 附件（项目支出绩效评价
 * 指标体系框架：决策、过程、产出、效益）；财预〔2018〕167号（自评：预算执行率、产出、效益、满意度）.
 */
const headings: readonly (readonly RegExp[])[] = [
  [/执行/, /产出/, /效益|效果/, /满意/],
  [/决策|投入/, /过程|管理/, /产出/, /效益|效果/],
  [/过程|管理/, /产出/, /效益|效果/],
  [/履职效能|履职效果/, /管理效率/],
]

function areAllHeadings(parts: readonly Spot[]): boolean {
  const named = parts.map(({ mention }) => `${mention.label} ${clauseOf(mention)}`)
  return headings.some((set) => set.length === named.length && set.every((word, at) => word.test(named[at]!)))
}

const numbers: Readonly<Record<string, number>> = { 三: 3, 四: 4, 五: 5, 六: 6 }

/** 「投入、过程、产出、效果四部分分别得…」. */
function countsParts([first, ...rest]: readonly Spot[]): boolean {
  const told = /([三四五六])(?:个)?(?:部分|方面|类|项|维度)[^，；。]{0,8}$/.exec(clauseOf(first!.mention))?.[1]
  return told !== undefined && numbers[told] === rest.length + 1
}

function claimOf(total: Spot, parts: readonly Spot[], certain: boolean): Claim {
  return {
    rule: 'sum.scores',
    form: {
      is: 'sum',
      total: termOf(total.mention),
      parts: parts.map(({ mention }) => termOf(mention)),
      relation: 'equals',
    },
    certain,
    ...(certain ? {} : { because: '得分的组成按上下文判断' }),
    quote: quoteAround(parts[0]!.sentence, [total, ...parts]),
  }
}
