import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { agrees, isRounded, isSlipped } from './agreement.ts'

/** 「日均接待」「月均」「平均每天」「每日平均」 */
const mean =
  /(?:(日|天|月|季度?|周)均|平均每(?:个)?(工作日|日|天|月|季度|周)|每(日|天|月|季度|周)平均)[\p{Script=Han}]{0,8}$/u
const other =
  /上年|去年|同期|目标|计划|[比较](?!例|重)|超过|低于|高于|人均|户均|生均|每[人户名辆件吨亩床生村]|最高|峰值|高峰|设计|能力/
const otherTotal = /上年|去年|同期|目标|计划|[比较](?!例|重)|预计|尚需|还需|上半年|下半年|\d月|季度|新增|以来|历年/
/** 「（1—12月）」 is the year. */
const wholeYear = /[（(]?(?<!\d)1\s?月?[-—–~～至]{1,2}12月份?[）)]?/
const days: Readonly<Record<string, readonly string[]>> = {
  日: ['天', '日', '个工作日', '工作日'],
  月: ['个月', '月'],
  周: ['周'],
}
const yearly = /全年|20\d\d年(?!\d{0,2}月|末|底)|年度/
/** A mean by day or by month with the total and the days it is of: 「9125人次，按全年365天计算，日均25人次」. */
export function timeMeans(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((each, at) => claimOf(sentence, each, at) ?? [])
}

function claimOf(sentence: Sentence, each: Mention, at: number): Claim | undefined {
  const clause = clauseOf(each)
    .replace(/^.*[（(]/u, '')
    .trim()
  const found = mean.exec(clause)
  if (!found || other.test(clause) || each.figure.quantity.looseness !== 'exact') return undefined
  const span = found[1] ?? found[2] ?? found[3]!
  const of = span.startsWith('季') ? '季' : /月/.test(span) ? '月' : /周/.test(span) ? '周' : '日'
  const before = sentence.mentions.slice(0, at)
  const behind = sentence.mentions.slice(at + 1)
  const totals = (list: readonly Mention[]) => list.filter((one) => isTotal(one, each))
  const ahead = totals(before)
  const total = ahead.length > 0 ? ahead.at(-1) : totals(behind)[0]
  // Another amount between them is nearer.
  const near = before.findLast((one) => sameKind(one, each) && !/^(?:base|delta)$/.test(roleOf(one)))
  if (ahead.length > 0 && near !== total) return undefined
  if (!total || (ahead.length > 1 && ahead.slice(0, -1).some((one) => sameKind(one, total)))) return undefined
  const spans = sentence.mentions.filter((one) => days[of]?.includes(one.figure.quantity.unit.name) && isSpan(one))
  const told = spans.length === 1 ? spans[0] : undefined
  if (spans.length > 1) return undefined
  const text = sentence.text.slice(0, Math.max(total.end, each.end) - sentence.start)
  const times = told ? undefined : yearly.test(text) ? { 日: 365, 月: 12, 季: 4, 周: undefined }[of] : undefined
  if (!told && !times) return undefined
  const all = [each, total, told].flatMap((one) => one ?? [])
  const firm = told !== undefined || (of === '月' && before.at(-1) === total && yearly.test(total.lead))
  const claim: Claim = {
    rule: 'product.average',
    form: {
      is: 'product',
      result: termOf(total),
      factors: [each, told].flatMap((one) => (one ? [termOf(one)] : [])),
      ...(times ? { times, timesUnit: of === '日' ? '天' : of === '季' ? '个季度' : '个月' } : {}),
    },
    certain: false,
    ...(firm ? { firm: true as const } : {}),
    because: '平均数的总量和时间按上下文判断',
    quote: quoteOf(sentence, Math.min(...all.map(({ start }) => start)), Math.max(...all.map(({ end }) => end))),
  }
  if (isRounded(claim)) return undefined
  // What is not told to be a whole year's is only held against what one slip explains.
  return firm || agrees(claim) || isSlipped(claim) ? claim : undefined
}

function isTotal(one: Mention, each: Mention): boolean {
  const { quantity } = one.figure
  return (
    sameKind(one, each) &&
    quantity.looseness === 'exact' &&
    baseValue(quantity).gt(baseValue(each.figure.quantity)) &&
    roleOf(one) === 'plain' &&
    !otherTotal.test(clauseOf(one).replace(wholeYear, '')) &&
    !/均|每/.test(clauseOf(one))
  )
}

function isSpan(mention: Mention): boolean {
  const { looseness, decimals } = mention.figure.quantity
  return (
    looseness === 'exact' &&
    decimals === 0 &&
    !/公示|质保|工期|提前|延期|时限|每|均|最长|超过|逾期/.test(clauseOf(mention))
  )
}
