import type { Claim } from '#domain/claim.ts'
import { clauseOf, isAmount, isDenied, ratesRead } from '../rates/rate-pairs.ts'
import { directionOf, roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const beforehand =
  /^[，,；;（(]?\s*(?:而|较|比|其中)?(?:上年度?|去年|上一年度?|20\d\d年)(?:同期)?[\p{Script=Han}]{0,10}$/u
const ofLast = /(?:上年度?|去年|上一年度?)(?:同期)?/
const thisYear = /本年度?|今年|当年|今年以来|20\d\d年/
const ofOthers = /目标|计划|预期|任务|左右|以上|其中/

/**
 * Growth whose base stands behind it or opens the sentence, whatever the numbers make: 「接待86.4万人次，同比增长8%，上年接待80万
 * 人次」「上年访问64万次，本年增长37.5%，达到88万次」. Read last, of rates nothing else was read of.
 *
 * told   the claims of these sentences
 */
export function plainGrowth(told: readonly Claim[], sentences: readonly Sentence[]): Claim[] {
  const read = ratesRead(told)
  return sentences.flatMap((sentence) =>
    sentence.mentions.flatMap((rate, at) => {
      if (read.has(rate.figure.id)) return []
      const cut = cutFrom(sentence, rate, at)
      if (cut) return [cut]
      if (!isGrowth(rate)) return []
      const pair = behindIt(sentence, rate, at) ?? aroundIt(sentence, rate, at)
      if (!pair || !sameKind(pair.now, pair.base)) return []
      return [grewBy(sentence, rate, pair)]
    }),
  )
}

const cutRate =
  /^[，,]\s*(?:资金|综合|中标|造价|采购|成交)?(?:下浮|节约|节资|节支|降造|降价|优惠|审减|核减)(?:率|幅度|比例)(?:为|是|达到?)?$/
const asked = /控制价|限价|预算|概算|标底|估价|送审|原价|报价/
const agreed = /中标|成交|结算|审定|合同|签约|实际/

/** 「控制价862.5万元，中标价828万元，下浮率4%」: how much less was agreed on than asked, the two told right before. */
function cutFrom(sentence: Sentence, rate: Mention, at: number): Claim | undefined {
  const [base, now] = sentence.mentions.slice(Math.max(0, at - 2), at)
  const { unit, looseness } = rate.figure.quantity
  if (unit.kind !== 'share' || looseness !== 'exact' || !cutRate.test(rate.lead.trim()) || !base || !now)
    return undefined
  if (!isTold(base) || !isTold(now) || !sameKind(base, now) || [base, now].some((each) => each.depth !== rate.depth))
    return undefined
  if (!asked.test(clauseOf(base)) || !agreed.test(clauseOf(now)) || /[；;]/.test(now.lead)) return undefined
  const claim = grewBy(sentence, rate, { now, base })
  return claim.form.is === 'change' ? { ...claim, form: { ...claim.form, direction: -1 }, firm: true } : claim
}

/** That an amount grew, or fell, by a rate, as the words around them say. */
export function grewBy(sentence: Sentence, rate: Mention, { now, base }: Pair): Claim {
  const told = [now, base, rate]
  return {
    rule: 'change.against-base',
    form: {
      is: 'change',
      current: termOf(now),
      base: termOf(base),
      rate: termOf(rate),
      direction: directionOf(rate.lead),
    },
    certain: false,
    because: '比较的是哪两个数按上下文判断',
    quote: quoteOf(
      sentence,
      Math.max(sentence.start, Math.min(...told.map(({ start }) => start))),
      Math.max(...told.map(({ end }) => end)),
    ),
  }
}

/** What became of what. */
export type Pair = { readonly now: Mention; readonly base: Mention }

/** A rate by which an amount told grew or fell, that is no goal. */
export function isGrowth(rate: Mention): boolean {
  const { quantity } = rate.figure
  return (
    quantity.unit.kind === 'share' &&
    quantity.looseness === 'exact' &&
    roleOf(rate) === 'change' &&
    !ofOthers.test(rate.after.slice(0, 4))
  )
}

/** 「A，同比增长P%，上年B」「A，同比增长P%（上年为B）」. */
function behindIt({ mentions }: Sentence, rate: Mention, at: number): Pair | undefined {
  const [now, base] = [mentions[at - 1], mentions[at + 1]]
  if (!now || !base || !isTold(now) || isDenied(base) || !ofLast.test(base.lead)) return undefined
  if (!beforehand.test(base.lead.trim()) || ofLast.test(clauseOf(now)) || /[；;]/.test(rate.lead)) return undefined
  return { now, base }
}

/** 「上年B，本年增长P%，达到A」. */
function aroundIt({ mentions }: Sentence, rate: Mention, at: number): Pair | undefined {
  const [base, now] = [mentions[at - 1], mentions[at + 1]]
  if (!now || !base || !ofLast.test(base.lead) || base.figure.quantity.looseness !== 'exact') return undefined
  if (!/^[，,]\s*(?:达到?|增至|增加到|升至|降至|为|完成|实现)(?:了)?$/.test(now.lead.trim())) return undefined
  return thisYear.test(rate.lead) || /^[，,]\s*同比/.test(rate.lead) ? { now, base } : undefined
}

function isTold(now: Mention): boolean {
  return (isAmount(now) || roleOf(now) === 'each') && now.figure.quantity.looseness === 'exact'
}
