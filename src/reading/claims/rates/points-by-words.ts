import { baseValue } from '#domain/quantity.ts'
import { clauseOf } from './rate-pairs.ts'
import { isOfBefore } from '../changes/compared-pairs.ts'
import { isListed } from '../text/list-lead.ts'
import type { Mention } from '../text/sentences.ts'

/** Two rates, or two scores, in the order the words name them. */
export type Apart = { readonly current: Mention; readonly base: Mention }

const moved = /(?:提高|提升|上升|增长|增加|下降|降低|回落|减少|收窄|扩大)了?$/

/**
 * The two rates (or scores) of a paragraph that points lie between, where the words name them though they do not stand
 * right before.
 *
 * told   the rates and scores of the paragraph before the points, at any depth of brackets
 */
export function apartByWords(points: Mention, told: readonly Mention[]): Apart | undefined {
  const like = told.filter(
    ({ figure }) => isLike(figure.quantity.unit.kind, points) && figure.quantity.looseness === 'exact',
  )
  return ofExtremes(points, like) ?? ofBracket(points, like) ?? ofName(points, like) ?? sinceThen(points, like)
}

function isLike(kind: string, points: Mention): boolean {
  return kind === (points.figure.quantity.unit.kind === 'points' ? 'share' : points.figure.quantity.unit.kind)
}

/** 「四个方面的满意率依次为93.50%、79.25%、85.00%和84.75%，最高与最低相差14.25个百分点」. */
function ofExtremes(points: Mention, like: readonly Mention[]): Apart | undefined {
  if (!/最高(?:的)?[与和]最低(?:的)?[^，；。]{0,6}相差(?:了|约)?$/.test(clauseOf(points).trim())) return undefined
  const from = like.findLastIndex(({ lead }) => !isListed(lead))
  const list = like.slice(from)
  if (list.length < 3) return undefined
  const sorted = list.toSorted((one, two) => baseValue(one.figure.quantity).cmp(baseValue(two.figure.quantity)))
  return { current: sorted.at(-1)!, base: sorted[0]! }
}

/** 「执行进度66.60%，比序时进度（8/12，即66.67%）慢0.07个百分点」. */
function ofBracket(points: Mention, like: readonly Mention[]): Apart | undefined {
  const [current, base] = like.slice(-2)
  if (!current || !base || base.depth !== points.depth + 1 || current.depth !== points.depth) return undefined
  // 「甲增长26.4%。全市增幅比全省平均（16.0%）高6个百分点」: what is compared has a name of its own, and its rate stands elsewhere.
  if (/[率幅速度][比较]/.test(clauseOf(base).replace(/[（(]$/, '')) && !/^[，,；;]/.test(base.lead)) return undefined
  if (!/^[）)](?:快|慢|高|低|多|少|提高|下降|滞后|超前)[出了]?$/.test(points.lead.trim())) return undefined
  return /即$|为$|[（(]$/.test(base.lead.trim()) ? { current, base } : undefined
}

/** 「执行率97.31%；2023年…执行率98.76%。本年执行率比上年下降1.45个百分点」: the only two of the name. */
function ofName(points: Mention, like: readonly Mention[]): Apart | undefined {
  const clause = clauseOf(points)
    .trim()
    .replace(/^(?:本|今|当)年度?/, '')
  const name =
    /^([\p{Script=Han}]{2,8}?(?:率|度|得分|分))(?:[比较同](?:20\d\d年度?|上年|去年|上年度)|同比)?(?:提高|提升|上升|增长|下降|降低|回落)了?$/u.exec(
      clause,
    )?.[1]
  if (name === undefined) return undefined
  const own = like.filter(({ label }) => label.endsWith(name.slice(-Math.max(3, Math.min(name.length, 6)))))
  const [one, two, ...others] = own
  if (!one || !two || others.length > 0) return undefined
  if (isOfBefore(one) !== isOfBefore(two))
    return isOfBefore(one) ? { current: two, base: one } : { current: one, base: two }
  // 「结案率49.58%…刑事案件结案率55.88%，结案率同比提高5.2个百分点」: that of the year before is not told.
  if (/同比/.test(clause)) return undefined
  const falls = /降|落/.test(clause)
  return baseValue(one.figure.quantity).lt(baseValue(two.figure.quantity)) === falls
    ? { current: one, base: two }
    : { current: two, base: one }
}

/** 「普及率26.53%；…普及率66.59%，提高40.06个百分点」「2021年度执行率为91.36%，本年提高3.93个百分点」. */
function sinceThen(points: Mention, like: readonly Mention[]): Apart | undefined {
  const lead = points.lead.trim()
  if (!/^[，,]\s*(?:本年度?|今年|当年|同比|比上年)?[\p{Script=Han}]{2,4}$/u.test(lead) || !moved.test(lead))
    return undefined
  const last = like.at(-1)
  const name = last && /([\p{Script=Han}]{2}(?:率|度|得分))(?:为|达到?|是)?$/u.exec(clauseOf(last).trim())?.[1]
  if (!last || !name) return undefined
  const others = like.slice(0, -1).filter((each) => clauseOf(each).includes(name))
  const [other, ...rest] = others
  if (!other || rest.length > 0) return undefined
  if (/本年|今年|当年/.test(lead))
    return isOfBefore(last) && !isOfBefore(other) ? { current: other, base: last } : undefined
  // 「2023年合格率98.8%，…，2022年合格率96.3%，同比提高」
  const [year, before] = [last, other].map((each) => /(20\d\d)年/.exec(clauseOf(each))?.[1])
  if (year !== undefined && before !== undefined && year < before) return { current: other, base: last }
  return /同比|上年/.test(lead) && !isOfBefore(other) ? undefined : { current: last, base: other }
}
