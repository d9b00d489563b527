import type { Claim } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { fitsRatio, subtractIntervals } from '#domain/arithmetic.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { isAside, isPlain } from './plain-rates.ts'
import { clauseOf, fitsRate, isAmount, ratesRead } from './rate-pairs.ts'

/** A rate of those that were right, and the words for those that were not. */
const opposites: readonly (readonly [rate: RegExp, rest: RegExp])[] = [
  [/合格率/, /不合格/],
  [/达标率/, /不达标|未达标|超标/],
  [/完好率|完整率/, /损坏|破损|故障|缺损/],
  [/准确率|正确率/, /差错|错误|错[登录报件]|误/],
  [/出勤率|到课率|参训率|参会率|到岗率|到会率/, /请假|缺勤|缺席|未到|旷课|病假|事假/],
  [/成活率|存活率/, /死亡|未成活|枯死/],
  [/通过率/, /未通过|不通过|淘汰/],
  [/优良率|良好率/, /污染|不良|较差/],
  [/及时率|按[期时]\p{Script=Han}{0,4}率/u, /逾期|超期|超时|延期|迟/],
  [/整改率|办结率|完成率|验收率/, /未整改|未办结|未完成|未验收|未完工/],
  [/满意率/, /不满意/],
  [/在位率|上线率|在线率/, /离线|掉线|缺位/],
]
const notAll = /其中|上年|去年|目标|计划|不少于|占/

/**
 * Rates of what is left when those that were not right are taken off: 「抽检4320批次，检出不合格67批次，合格率98.45%」. Read of rates nothing
 * else was read of, where one amount of their kind and those that were not right are told before, and no others.
 *
 * told   the claims of these sentences
 */
export function ratesOfTheRest(told: readonly Claim[], sentences: readonly Sentence[]): Claim[] {
  // Those that were not right may have been read as what the rate counts, which they do not make.
  const read = ratesRead(told.filter(isMade))
  return sentences.flatMap((sentence) =>
    sentence.mentions.flatMap((rate, at) => {
      const [, rest] = opposites.find(([word]) => word.test(clauseOf(rate))) ?? []
      if (!rest || read.has(rate.figure.id) || !isPlain(rate, bare(rate.lead))) return []
      const amounts = sentence.mentions.slice(0, at).filter((each) => isAmount(each) && each.depth === rate.depth)
      const off = amounts.findLast((each) => rest.test(clauseOf(each)))
      const alike = off ? amounts.filter((each) => sameKind(each, off)) : []
      const [whole, ...more] = alike.filter((each) => each !== off)
      if (!off || !whole || more.length > 0 || whole.start > off.start) return []
      // 「合格837人、不合格9人」: those that were right are not all.
      const stem = /(\p{Script=Han}{2})率/u.exec(clauseOf(rate))?.[1]
      if (stem && clauseOf(whole).includes(stem) && !/应|需|须/.test(clauseOf(whole))) return []
      if ([whole, off].some((each) => isAside(each) && each !== off) || notAll.test(clauseOf(whole))) return []
      return [claimOf(sentence, rate, whole, off)]
    }),
  )
}

function isMade({ form }: Claim): boolean {
  return form.is !== 'ratio' || (form.also?.length ?? 0) > 0 || fitsRate(form.rate, form)
}

/** 「总体合格率」「据此测算合格率」 are told by the rate's word. */
function bare(lead: string): string {
  return clauseOf({ lead }).replace(/^\s*(?:总体|综合|整体|平均|据此|测算|计算|的|，)+/, '')
}

function claimOf(sentence: Sentence, rate: Mention, whole: Mention, off: Mention): Claim {
  const rest = subtractIntervals(intervalOf(whole.figure.quantity), intervalOf(off.figure.quantity))
  const certain = fitsRatio(rate.figure.quantity, rest, intervalOf(whole.figure.quantity))
  const all = termOf(whole)
  return {
    rule: 'rate.of-two-counts',
    form: { is: 'ratio', rate: termOf(rate), numerator: all, without: termOf(off), denominator: all },
    certain,
    ...(certain ? {} : { because: '比率的分子、分母按上下文判断', firm: true as const }),
    quote: quoteOf(sentence, whole.start, rate.end),
  }
}
