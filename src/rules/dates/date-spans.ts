import type { Figure } from '#domain/fact.ts'
import { afterLast } from '#domain/clauses.ts'
import type { Evidence } from '#domain/finding.ts'
import type { Reading } from '#domain/reading.ts'
import { figuresOf } from '../facts/figures-by-block.ts'
import type { Rule, Verdict } from '../rule.ts'
import { type Line, evidenceAt, linesCued, wordsOf } from '../wording/paragraphs.ts'
import { reported } from '../wording/verdicts.ts'
import { fullWidth } from './full-width.ts'
import { saidDates } from './said-dates.ts'
import { type SaidLength, saidLengths } from './said-lengths.ts'
import { type SaidSpan, saidSpans } from './said-spans.ts'
import { type Counts, countsBetween } from './span-counts.ts'

/** A length of time, without which there is nothing to hold against dates. */
const cue = /[\d一二两三四五六七八九十百]\s?(?:个?日历|自然日|天|日|个整?月|个?整?年|周年)/g
const someDate = /\d\s?[年月]|\d[-./]\d/
/** The clause that tells how long, behind the span or before it. */
const lasts =
  /^[\p{Script=Han}]{0,4}(?:(?:前后|先后|总|实际|项目|工程|合同|服务|建设|租赁|施工|整个|全程|正好|恰好|刚好|恰|已|截至目前|至今|此次|本次|本期|该期|期间)*)(?:共|合计|总计|历时|历经|为期|期限|时限|工期|任期|租期|周期|时间|时长|用时|耗时|持续|连续|累计|满|跨度|跨|使用|运行|服役|有效期|折合|即|计|达|服务期|合同期|建设期|实施期|存续期|公示期?|间隔|相隔|相距)+[\p{Script=Han}]{0,8}$/u
/** The same at the end of a clause that names whose it is. */
const lasting =
  /(?:共|合计|历时|为期|期限|时限|工期|任期|租期|周期|时间|时长|用时|持续|使用年限|年限|有效期|合同期|服务期|建设期|实施期|存续期|[质保养护修试用]期)[\p{Script=Han}]{0,3}$/u
const laidDown = /计划|合同(?!期|服务期|租期)|约定|要求|规定|原定|额定|定额|预计|拟|批复/
const isAsPlanned = /相同|一致|相符|吻合|按期|如期|按时/
const other = /逾期|延期|提前|滞后|推迟|缩短|超期|每|均|工作日|学制|账期|账龄/
/** Behind the dates these are of what comes later. */
const later = /质保|保修|养护|缺陷|试运行/

/** What a text tells of how long it was from one date to another: days, months or years, by any lawful way of counting. */
export const dateSpans: Rule = {
  id: 'date.span',
  title: '起止日期与写明的天数、月数、年数相符',
  source: '本系统核对规则',
  judge: (reading) =>
    linesCued(wordsOf(reading), cue).flatMap((line) => (someDate.test(line.text) ? spansIn(reading, line) : [])),
}

function spansIn(reading: Reading, line: Line): Verdict[] {
  const text = fullWidth(line.text)
  const dates = saidDates(text)
  if (dates.length < 2) return []
  const lengths = saidLengths(text).filter(
    (length) => !dates.some(({ start, end }) => length.start < end && length.end > start),
  )
  if (lengths.length === 0) return []
  return saidSpans(text, dates, lengths).flatMap((span) => {
    const length = inside(span) ?? ahead(text, span, lengths) ?? behind(text, span, lengths)
    const counts = length && countsBetween(span.from, span.to, length.unit)
    return counts ? judged(reading, line, span, length, counts) : []
  })
}

function inside({ inside: length, after }: SaidSpan): SaidLength | undefined {
  if (!length || isOther(length) || later.test(length.clause) || !lasting.test(length.clause)) return undefined
  return !laidDown.test(length.clause) || isAsPlanned.test(after) ? length : undefined
}

/** 「至6月12日，共10天」「（含首尾共10天）」「完工，按月发放，连续发放10个月」. */
function behind(text: string, { to }: SaidSpan, lengths: readonly SaidLength[]): SaidLength | undefined {
  const length = lengths.find(({ start }) => start >= to.end)
  if (!length || isOther(length) || later.test(length.clause)) return undefined
  const between = text.slice(to.end, length.start)
  if (/[\d。！？；\n]/.test(between) || between.length > farthest) return undefined
  const isDirect = /^(?:止|期间|的)?[（，]?$/.test(between.trim()) && !/^，/.test(between)
  const clause = afterLast(between, '，（')
  if (!isDirect && !lasts.test(clause)) return undefined
  return laidDown.test(clause) ? undefined : length
}

/** 「期限3年，自…起，至…止」; how long it was to be binds only where it came so. */
function ahead(text: string, span: SaidSpan, lengths: readonly SaidLength[]): SaidLength | undefined {
  const length = lengths.findLast(({ end }) => end <= span.from.start)
  if (!length || isOther(length) || !lasting.test(length.clause)) return undefined
  const between = text.slice(length.end, span.from.start)
  if (!nextTo.test(between)) return undefined
  const isPlanned = laidDown.test(length.clause)
  return !isPlanned || isAsPlanned.test(span.after) || laidDown.test(between) ? length : undefined
}

/** Between how long it is and when it begins there is nothing but the words for when. */
const nextTo =
  /^(?:[（(][^（()）\d]{0,16}[）)])?[，：（]?\s*(?:即|具体为?|时间|起止|日期|合同|服务|计划|约定|建设|施工|租赁|实施|期限|期|为|自|从|由|于|在|是|：|[\p{Script=Han}]{0,3}[起开始][息工始算租]?[\p{Script=Han}]{0,2}日期?)*\s*$/u
const farthest = 40

function isOther({ clause }: SaidLength): boolean {
  return other.test(clause)
}

function judged(reading: Reading, line: Line, span: SaidSpan, length: SaidLength, { least, most }: Counts): Verdict[] {
  const figure = figureAt(reading, line, length)
  if (length.value >= least && length.value <= most)
    return [{ outcome: 'holds', ...(figure ? { figures: [figure.id] } : {}) }]
  const told = [span.from, span.to].map((each) => evidenceAt(line, each.start, each.end))
  const said = line.text.slice(length.start, length.end)
  const [first, last] = [span.from, span.to].map(({ start, end }) => line.text.slice(start, end))
  const unit = { day: '天', month: '个月', year: '年' }[length.unit]
  const counted = least === most ? `${least}${unit}` : `${least}至${most}${unit}（算不算首尾各一）`
  const own: Evidence = figure ? { figure } : evidenceAt(line, length.start, length.end)
  return [
    reported('date.span', 'warning', `写明${said}，而${first}至${last}为${counted}，请核对`, [own, ...told], {
      expression: `${first}—${last} = ${least === most ? least : `${least}～${most}`}${unit} ≠ ${said}`,
    }),
  ]
}

/** The number of the length, where it was read as one. */
export function figureAt(
  reading: Reading,
  line: Line,
  { start, end }: { start: number; end: number },
): Figure | undefined {
  return figuresOf(reading, line.block).find(
    ({ place }) => place.row === line.row && place.cell === line.cell && place.start >= start && place.start < end,
  )
}
