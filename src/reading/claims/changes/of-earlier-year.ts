import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { fitsRate, ratio } from '../rates/rate-pairs.ts'
import { directionOf, roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/** 「与2021年支出12904.15万元相比，增加894.27万元，增长6.93%」: the rate is the amount over its base. */
export function withoutCurrent(sentence: Sentence, group: readonly Mention[]): Claim | undefined {
  const [delta, rate] = (['delta', 'change'] as const).map((role) => group.find((each) => roleOf(each) === role))
  const base = (['base', 'plain', 'each'] as const)
    .map((role) => group.find((each) => roleOf(each) === role))
    .find((each) => each !== undefined)
  if (!base || !delta || !rate || !sameKind(base, delta)) return undefined
  return ratio(sentence, rate, { numerator: delta, denominator: base }, 'change.against-base', true)
}

/**
 * 「2021年43宗，2022年37宗，减少6宗，降幅13.95%」: two years told one behind the other, and the change from the first to the second.
 *
 * before   the amount that stands right before the change
 */
export function fromYearToYear(sentence: Sentence, before: Mention, group: readonly Mention[]): Claim | undefined {
  const [now, ...changed] = group
  const [delta, rate] = (['delta', 'change'] as const).map((role) => changed.find((each) => roleOf(each) === role))
  if (!now || !delta || !rate || roleOf(now) !== 'base' || !sameKind(before, now) || !sameKind(now, delta))
    return undefined
  if (!areInTurn(before, now) || !/^[，,；;]/.test(now.lead.trim()) || /累计|[两三四五]年/.test(delta.lead))
    return undefined
  return {
    rule: 'change.against-base',
    form: {
      is: 'change',
      current: termOf(now),
      base: termOf(before),
      delta: termOf(delta),
      rate: termOf(rate),
      direction: directionOf(delta.lead),
    },
    certain: false,
    because: '比较的是哪两个数按上下文判断',
    quote: quoteOf(sentence, before.start, rate.end),
  }
}

/** 「2022年的412件、2023年的357件，两年累计减少129件」 is told from a year before both. */
export const ofSeveralYears = /累计|[两三四五]年/

/** 「2021年43宗，2022年37宗」: the first of the year before the second's. */
export function areInTurn(before: Mention, now: Mention): boolean {
  const [was, is] = [before, now].map(({ lead }) => /(20\d\d)年[^，,；;。]*$/.exec(lead)?.[1])
  return was !== undefined && is !== undefined && was < is
}

const lastYear = /^(?:[\d.、\s]*[与同和对比较]?)(?:[上去前]年|[上前]一年)/
const comparing = /[比较]|相比|与/

/** 「2022年总支出为B，2023年增加D，增长P」: the amount told is the base, what it became is not printed. */
export function isOfEarlierYear(sentence: Sentence, amount: Mention, group: readonly Mention[]): boolean {
  const before = sentence.text.slice(0, amount.start - sentence.start)
  const years = before.match(/(?<!\d)20\d\d(?=年)/g) ?? []
  const [told, { lead, start }] = [years.at(-1), group[0]!]
  const since = sentence.text.slice(amount.end - sentence.start, start - sentence.start)
  const isSince = /今年|本年|当年|一年[间来]/.test(since) || group.every((each) => !comparing.test(each.lead))
  // 「上年同项支出268.35万元，今年增加69.56万元」「去年同期171.60万元，少花8.20万元」
  if (isSince && lastYear.test(afterLast(before, '，,；;。：:'))) return true
  // 「2023年修路82.5公里；今年投资增加819.22万元，里程增加16.4公里，增长19.88%」: the amount of the year that is named is the base.
  if (isSince && told !== undefined && fitsAlone(sentence, [amount, ...group])) return true
  // 「年初预算安排865万元，执行中增加256.47万元，增幅29.65%」: what it became is not told.
  if (/年初/.test(afterLast(amount.lead, '，,；;。')) && /^[，,](?:执行中|年中|年内)/.test(lead.trim()))
    return fitsAlone(sentence, [amount, ...group])
  if (told === undefined) return false
  // 「2019年亩均1200元，本年度较上年提高95元，增长7.9%」: which year is this one, the rate tells.
  if (/(?:本年度?|今年|当年)[^，；。]{0,12}[比较]/.test(lead)) return fitsAlone(sentence, [amount, ...group])
  const changed = yearIn(lead)
  return changed !== undefined && Number(told) < changed
}

function fitsAlone(sentence: Sentence, group: readonly Mention[]): boolean {
  const claim = withoutCurrent(sentence, group)
  return claim?.form.is === 'ratio' && fitsRate(claim.form.rate, claim.form)
}

/** The year a clause opens with: 「，2023年增加」. */
function yearIn(lead: string): number | undefined {
  const year = /(?:^|[，,；;。：:])\s*(20\d\d)年/.exec(lead)?.[1]
  return year === undefined ? undefined : Number(year)
}
