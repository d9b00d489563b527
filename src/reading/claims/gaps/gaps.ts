import type { Claim } from '#domain/claim.ts'
import type { Figure } from '#domain/fact.ts'
import { baseValue } from '#domain/quantity.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { gapOf, wayOf } from './gap-words.ts'
import { besides, sinceLastYear } from './named-beside.ts'
import { type Sides, fits, isExact, lies } from './sides.ts'
import { toldBehind } from './told-behind.ts'
import { told } from './told-by-role.ts'

/**
 * What lies between what was to be and what was, where the words and their order alone bind the three, whatever is printed:
 * 「申请450万元，批复380万元，核减70万元」「目标为80%，实际达到86.5%，超出目标值6.5个百分点」「缺口230万立方米（需水量1850万立方米，可供
 * 水量1620万立方米）」「决算58.4万元，超出预算3.4万元，预算数为55万元」.
 */
export function gaps(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((result, at) => {
    if (!isExact(result) || result.figure.quantity.unit.kind === 'share') return []
    const pair = besides(sentence, result, at) ?? bound(sentence, result, at)
    return pair && !isOfOthers(sentence, result, pair) ? claimOf(sentence, result, pair) : []
  })
}

/** Whether another of the sentence lies so far from the plan, or what was moved tells what came of it: 「压减18.20万元，压减后预算」. */
function isOfOthers({ text, start, mentions }: Sentence, result: Mention, pair: Sides): boolean {
  if (fits(pair, result)) return false
  // 「甲项目由1200万元调至500万元，另两个项目调减280万元」
  if (/^[，,；;]\s*(?:另|其他|其余|剩余)/.test(result.lead)) return true
  // 「完成99552万元，占预算109466万元的90.9%，同比增长9.1%，增收8300万元」
  const last = Math.max(pair.plan.end, pair.done.end)
  if (last < result.start && /同比|上年|去年/.test(text.slice(last - start, result.start - start))) return true
  // What failed is part of what was checked, not of how much more was checked than planned.
  if (/不合格|不达标|不符合|无效|作废/.test(result.lead) && /计划|目标|任务/.test(pair.plan.lead)) return true
  if (/(?:压减|调[减增整]|追[加减]|核减)后/.test(pair.plan.lead)) return true
  const alike = mentions.filter((each) => each !== result && sameKind(each, pair.plan))
  return alike.some((done) => done !== pair.plan && fits({ plan: pair.plan, done }, result))
}

function bound(sentence: Sentence, result: Mention, at: number): Sides | undefined {
  const gap = gapOf(result)
  if (!gap) return sinceLastYear(sentence.mentions, result, at)
  return told(sentence, result, at, gap) ?? toldBehind(sentence.mentions, result, at, gap)
}

/** The words say which is the larger, else the numbers do. */
function orderedBy(result: Mention, { plan, done }: Sides): readonly Mention[] {
  const way = wayOf(result)
  if (way === 0 || (fits({ plan, done }, result) && !gapOf(result)?.from))
    return [plan, done].toSorted((one, two) => baseValue(two.figure.quantity).cmp(baseValue(one.figure.quantity)))
  return way > 0 ? [done, plan] : [plan, done]
}

function exactly(mention: Mention): Mention {
  const { figure } = mention
  if (figure.quantity.looseness === 'exact') return mention
  const exact: Figure = { ...figure, quantity: { ...figure.quantity, looseness: 'exact' } }
  return { ...mention, figure: exact }
}

function claimOf(sentence: Sentence, result: Mention, pair: Sides): Claim[] {
  const [minuend, subtrahend] = orderedBy(result, pair).map(exactly)
  const certain = lies(result, [minuend!, subtrahend!])
  const all = [result, pair.plan, pair.done]
  return [
    {
      rule: result.figure.quantity.unit.kind === 'points' ? 'difference.points' : 'difference.amounts',
      form: {
        is: 'difference',
        result: termOf(exactly(result)),
        minuend: termOf(minuend!),
        subtrahend: termOf(subtrahend!),
      },
      certain,
      // What it differs from is named.
      ...(gapOf(result)?.from ? { firm: true as const } : {}),
      ...(certain ? {} : { because: '相差的是哪两个数按上下文判断' }),
      ...(!certain && pair.firm ? { firm: true as const } : {}),
      quote: quoteOf(sentence, Math.min(...all.map(({ start }) => start)), Math.max(...all.map(({ end }) => end))),
    },
  ]
}
