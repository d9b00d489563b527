import { allMatches } from '#domain/all-matches.ts'
import type { Mention } from '../text/sentences.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Every } from './unit-prices.ts'

/**
 * How often something is paid.
 *
 * term    the number that tells it: 「17天」
 * times   or what words tell: 12 for a whole year
 * unit    what is counted where no number tells it
 * firm    it is told, not only taken for granted
 */
export type Duration = {
  readonly term?: Mention
  readonly times?: number
  readonly unit?: string
  readonly firm: boolean
}

const once: Duration = { firm: true }
const units: Readonly<Record<Every, readonly string[]>> = {
  天: ['天', '日', '个工作日', '工作日'],
  月: ['个月', '月'],
  季: [],
  学期: [],
  周: ['周'],
  次: ['次', '期', '场', '轮', '场次', '期次'],
}
/** Spans of another kind: notices, warranties, building times. */
const otherSpan =
  /公示|质保|保修|工期|日历|提前|延期|超期|逾期|闭馆|交货|期限|内$|每|均(?!为)|时限|不超过|上年|目标|计划/
const otherBehind = /^(?:内|前|无异议|以内|后)/
/** 「2个学期」「4个季度」 */
const counted: Readonly<Partial<Record<Every, RegExp>>> = { 学期: /^学期/, 季: /^季度?/ }
const words: Readonly<Partial<Record<Every, readonly (readonly [RegExp, number])[]>>> = {
  学期: [
    [
      /上学期(?:和|、|及|与|，)?下学期|[两二]个?学期|春[、和及]?秋(?:季)?[两二]?(?:学期|季)|春季(?:学期)?[、和及]秋季|上、下(?:两个?)?学期/,
      2,
    ],
    [/学年|全年/, 2],
  ],
  季: [[/四个季度|全年|每季度/, 4]],
  月: [
    [/全年按?(?:十二|12)个月/, 12],
    [/(?<![近上])半年/, 6],
  ],
}
const year =
  /全年|年度|年应[收付发缴]|(?<![上去前往])年(?:共|合计)?(?:发放|支付|拨付|补助|补贴)|一年|1年|20\d\d年(?!\d{0,2}月)/
/** Words that reckon what is due: then a year has twelve months. */
const due = /应[收缴发付拨支补安需享兑]|[应所共需]需|需要?|[测计核]算|核定|预算|安排|标准.*计/
/** 「3月至12月」 is no one month. */
const thisMonth = /(?:当|本|该|单|首|(?<![\d至到—–~-])\d{1,2})月份?(?!底?[至到—–~-]|.*全年)/
/** 「每人均发放10个月」: for all of them alike. */
const alike = /[每人户名均都各]+(?=发放?|享受|领取|补[助贴]|支付|[计聘]|服务|在岗|工作|按)/

/**
 * How often what is paid each so often was paid by the text around.
 *
 * text      the words between the first and the last of what is bound
 * mentions  the numbers there
 */
export function durationOf(every: Every | undefined, text: string, mentions: readonly Mention[]): Duration | undefined {
  if (every === undefined) return once
  const spans = mentions.filter(
    (each) =>
      isSpan(each, every) && !otherSpan.test(clauseOf(each).replace(alike, '')) && !otherBehind.test(each.after),
  )
  const values = new Set(spans.map(({ figure }) => figure.printed))
  if (values.size === 1) return { term: spans[0]!, firm: true }
  if (values.size > 1 || every === '次' || every === '天' || every === '周') return undefined
  const found = words[every]?.find(([pattern]) => pattern.test(text))
  if (found)
    return { times: found[1], unit: every === '月' ? '个月' : every === '季' ? '个季度' : '个学期', firm: true }
  if (every !== '月') return undefined
  const months = monthsIn(text)
  if (months !== undefined) return { times: months, unit: '个月', firm: false }
  if (thisMonth.test(text)) return { firm: true }
  return year.test(text) ? { times: 12, firm: due.test(text) } : undefined
}

/** 「4月至12月」: how many months that is, first and last counted; undefined where none or several spans are told. */
function monthsIn(text: string): number | undefined {
  const [span, ...others] = allMatches(text, /(?<!\d)(\d{1,2})月份?(?:初|底|末)?[至到—–~-](?:当年|同年)?(\d{1,2})月/g)
  if (!span || others.length > 0) return undefined
  const months = Number(span[2]) - Number(span[1]) + 1
  return months > 1 && months <= 12 ? months : undefined
}

function isSpan({ figure: { quantity }, after }: Mention, every: Every): boolean {
  if (quantity.looseness !== 'exact' || quantity.decimals > 0) return false
  if (units[every].includes(quantity.unit.name)) return true
  return quantity.unit.name === '个' && (counted[every]?.test(after) ?? false)
}
