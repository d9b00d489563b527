import { afterLast } from '#domain/clauses.ts'
import { baseValue } from '#domain/quantity.ts'
import { addsUp } from '../sums/adds-up.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { RateAt } from '../rates/meant-pairs.ts'
import { isListed } from '../text/list-lead.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

/** What became of what. */
export type Compared = { readonly now: Mention; readonly base: Mention }

const verbs =
  '增加|减少|增收|减收|增支|减支|增长|增产|减产|增效|下降|上升|降低|提高|提升|提速|加快|上涨|下跌|下滑|回落|改善|缩短|延长|压降|收窄|扩大|多|少|增|减|升|降'
const movedEnd = new RegExp(
  `(?:${verbs}|增幅|降幅|减幅|涨幅|升幅|增速|增长率|下降率)(?:额|率|幅|幅度|比例|了|约|达到?|为|金额|资金|[:：\\s])*$`,
)

/** Whether a number tells by how much, or by what share, something changed. */
export function isMoved(mention: Mention): boolean {
  return movedEnd.test(clauseOf(mention).trim()) && !/追加|新增|调增|调减|多少/.test(clauseOf(mention))
}

/** At constant prices, or after something was left out, growth is of no two numbers told. */
export function isOfOtherBasis({ lead }: Mention): boolean {
  return /可比价|不变价|(?:剔除|扣除|不含|不计|排除)[^，；。]{0,16}后?/.test(afterLast(lead, '，,；;。'))
}

/** 「受理716件，排除重复诉求后，与去年同期777件相比，下降8.3%」: what is compared with the base is not what was told. */
export function isOfTheRest(base: Mention): boolean {
  return /(?:排除|剔除|扣除)[^。；]{1,24}后/.test(base.lead)
}

const symbols = /^\s*(?:[微毫千]?[克升米瓦]|分贝|mg|ug|μg|kW)(?:[/／](?:立方米|平方米|升|千克|公斤|吨|亩|小时|m³))?/

/** Whether two numbers measure the same, be it in units that are not counted (微克/立方米) or without any (指数). */
export function measuresAlike(one: Mention, two: Mention): boolean {
  const [a, b] = [one, two].map(({ figure }) => figure.quantity.unit)
  if (a!.kind !== 'none' || b!.kind !== 'none') return sameKind(one, two) && !/share|points/.test(a!.kind)
  const [left, right] = [one, two].map(({ after }) => symbols.exec(after)?.[0].trim() ?? '')
  return a!.scale === b!.scale && left === right
}

const earlierWords =
  /上年|上一年|去年|上届|上一届|上期|同期|往年|20\d\d年|年初|期初|基期|原来?(?:的|为)?$|(?:改造|实施|建设|治理|整治|改革|活动|启动|推广|项目)前/
const laterWords = /本年|今年|当年|本届|本期|20\d\d年/

/** Whether the words say that a number is of the time before. */
export function isOfBefore(mention: Mention): boolean {
  return roleOf(mention) === 'base' || earlierWords.test(clauseOf(mention))
}

function yearIn(text: string): number | undefined {
  const year = /(20\d\d)年/.exec(text)?.[1]
  return year === undefined ? undefined : Number(year)
}

/** Whether a number may be of a later time than a base. */
export function isLater(each: Mention, base: Mention): boolean {
  const [year, before] = [each, base].map((mention) => yearIn(clauseOf(mention)))
  if (year !== undefined && before !== undefined) return year > before
  return !isOfBefore(each) || (year !== undefined && roleOf(each) !== 'base' && !/上年|去年/.test(clauseOf(each)))
}

const fewestDigits = 3
/** Amounts among which those that a change lies between may stand. */
const reach = 16

/** Pairs that differ by just what is told; a change of few digits lies between any two, so one of them has to be told as earlier. */
export function movedBetween(amounts: readonly Mention[], delta: Mention, falls: boolean): Compared[] {
  const digits = delta.figure.printed.replace(/^[-0.]+|\./g, '').replace(/0+$/, '').length
  const own = amounts.slice(-reach).filter((each) => !isMoved(each) || roleOf(each) === 'base')
  const pairs = own.flatMap((now) =>
    own.flatMap((base) => {
      if (now === base || baseValue(now.figure.quantity).eq(baseValue(base.figure.quantity))) return []
      const fits = falls ? addsUp(base, [now, delta]) : addsUp(now, [base, delta])
      return fits && (digits >= fewestDigits || isOfBefore(base)) ? [{ now, base }] : []
    }),
  )
  const told = pairs.filter(({ now, base }) => isOfBefore(base) && !isOfBefore(now))
  return told.length > 0 ? told : pairs
}

/** Amounts by the year that each is told of, one map a run of them: 「2020年A、2021年B」 「2020、2021、2022年分别为A、B和C」. */
export function yearsOf(told: readonly Mention[]): ReadonlyMap<number, Mention>[] {
  const maps: Map<number, Mention>[] = []
  let run = new Map<number, Mention>()
  const close = () => {
    if (run.size > 1) maps.unshift(run)
    run = new Map()
  }
  const amounts = told.filter((each) => !isYear(each))
  for (const [at, each] of amounts.entries()) {
    const [last] = [...run.values()].slice(-1)
    const lead = leadWithYears(each, told)
    const year = /(20\d\d)年(?!20)[^，；、。\d]{0,8}$/.exec(lead)?.[1]
    const list = /((?:20\d\d年?[、和及，])+20\d\d)年[^；。\d]{0,24}$/.exec(lead)?.[1]?.match(/20\d\d/g)
    if (list) {
      close()
      const items = [each, ...amounts.slice(at + 1, at + list.length)]
      if (items.length === list.length && items.slice(1).every(({ lead }) => isListed(lead)))
        maps.unshift(new Map(items.map((item, index) => [Number(list[index]), item])))
      continue
    }
    const isNext = year !== undefined && (!last || (measuresAlike(last, each) && !run.has(Number(year))))
    if (!isNext) close()
    if (year !== undefined) run.set(Number(year), each)
  }
  close()
  return maps
}

/** 「2020、2021、2022年」: a year that no 年 follows is read as a number. */
function isYear({ figure, after }: Mention): boolean {
  return figure.quantity.unit.kind === 'none' && /^20\d\d$/.test(figure.printed) && /^[、和及]/.test(after)
}

function leadWithYears(each: Mention, told: readonly Mention[]): string {
  const at = told.indexOf(each)
  const before = told.slice(0, at)
  const from = before.findLastIndex((one) => !isYear(one)) + 1
  return [...before.slice(from).map(({ lead, figure }) => lead + figure.printed), each.lead].join('')
}

/** The pairs that a rate right behind may compare: one where the words leave no choice. */
export function comparedPairs(at: RateAt, told: readonly Mention[]): Compared[] {
  const { rate } = at
  // 「后5个月需提速P%」 tells when.
  const here = at.here.filter((each) => each.figure.quantity.unit.kind !== 'time' || !/[前后近]$/.test(each.lead))
  const [before, last] = [here.at(-2), here.at(-1)]
  const lead = rate.lead.replace(symbols, '').trim()
  if (!last || /[；;。]/.test(lead)) return []
  if (before && measuresAlike(before, last) && isRisen(before, last, lead)) return [{ base: before, now: last }]
  if (before && isOfTwoPaces(before, last, rate)) {
    const [less, more] = [before, last].toSorted((one, two) =>
      baseValue(one.figure.quantity).cmp(baseValue(two.figure.quantity)),
    )
    return [{ base: less!, now: more! }]
  }
  if (/^的?(?:水平|同期|相比|相比较)?[，,]?(?:同比)?[^，；。\d]{2,6}$/.test(lead) && isComparison(last))
    return nowsOf(last, told).map((now) => ({ now, base: last }))
  if (isStatedBefore(last, rate)) return namesakes(last, told).map((now) => ({ now, base: last }))
  return []
}

/** 「由B提高到A，提高P%」「改造前B，改造后A，增幅P%」. */
function isRisen(before: Mention, last: Mention, lead: string): boolean {
  if (!/^[，,（(]?\s*(?:同比|共|累计)?[^，；。\d]{2,6}$/.test(lead)) return false
  const [was, became] = [clauseOf(before), clauseOf(last)]
  if (/[由从]/.test(was) && /[至到为]了?(?:20\d\d年的?|本年的?|今年的?)?$/.test(became)) return true
  const act = /(\p{Script=Han}{2})前/u.exec(was)?.[1]
  return act !== undefined && became.includes(`${act}后`)
}

/** 「月均669.12万元，而1—7月月均为517.89万元，后5个月需提速P%」. */
function isOfTwoPaces(before: Mention, last: Mention, rate: Mention): boolean {
  const [one, two] = [before, last].map((each) => /[年月日周天]均/.exec(clauseOf(each))?.[0])
  return one !== undefined && one === two && /提速|加快/.test(clauseOf(rate)) && measuresAlike(before, last)
}

/** 「，比上年的B」「较2021年B」「与上年B」. */
function isComparison(mention: Mention): boolean {
  const clause = clauseOf(mention)
  return /[比较与同]/.test(clause) && earlierWords.test(clause) && !isMoved(mention)
}

/** What may be compared with a base right behind it: the nearest of its measure, or the one of the name it is told by. */
function nowsOf(base: Mention, told: readonly Mention[]): Mention[] {
  const before = told.filter(
    (each) => each !== base && measuresAlike(each, base) && isLater(each, base) && !isMoved(each),
  )
  const subject = /^[^\p{Script=Han}]*([\p{Script=Han}]{2,10}?)(?:数?量|总?数|总?额)?(?:[比较]|[与同]\d)/u.exec(
    clauseOf(base).trim(),
  )?.[1]
  if (subject) {
    const isMean = /均/.test(subject)
    const named = before.filter(
      (each) =>
        (each.label.includes(subject) || (each.label.length > 1 && subject.includes(each.label))) &&
        (isMean || roleOf(each) !== 'each'),
    )
    return named.slice(-1)
  }
  const nearest = before.at(-1)
  if (!nearest) return []
  const others = before.slice(-6).filter((each) => roleOf(each) !== 'each')
  return [...new Set([nearest, ...others])]
}

/** 「上年支出B，本年下降P%」「2021年支出为B，2022年增长P%」: B is of an earlier year than the rate. */
function isStatedBefore(last: Mention, rate: Mention): boolean {
  const clause = clauseOf(rate).trim()
  if (!laterWords.test(clause) || /[比较]/.test(clause.replace(/同比|环比/, ''))) return false
  const [was, now] = [clauseOf(last), clause].map(yearIn)
  if (was && now && was >= now) return false
  if (!was && now && !/上年|去年/.test(clauseOf(last))) return false
  return isOfBefore(last)
}

const measure = /(支出|收入|预算|决算|拨付|支付|投入|安排|资金|经费|产值|产量)(?:数|额|总额|金额|为|是|[:：])*$/

/** The amounts of the paragraph that bear the base's name, without its year. */
function namesakes(base: Mention, told: readonly Mention[]): Mention[] {
  const name = measure.exec(clauseOf(base).trim())?.[1]
  if (name === undefined) return []
  const plain = told.filter(
    (each) => each !== base && measuresAlike(each, base) && isLater(each, base) && !isMoved(each) && each.depth === 0,
  )
  const own = plain.filter((each) => measure.exec(clauseOf(each).trim())?.[1] === name)
  const all = own.filter((each) => /全年|总|合计|实际|累计|本年/.test(clauseOf(each)))
  const best = all.length > 0 ? all : own
  return best.length === 1 ? best : [...best, ...plain.slice(-6)]
}
