import { afterLast } from '#domain/clauses.ts'
import { onceFor } from '#domain/once-for.ts'
import type { Mention } from './sentences.ts'

/**
 * What a number does in its sentence.
 *
 * plain   an amount or count that stands for itself
 * base    what is compared with: 「比上年B」「由B」
 * delta   by how much it changed: 「增加D万元」
 * change  by what share it changed: 「增长P%」
 * risen   what it became: 「增加到A」
 * share   「占…的P%」
 * ratio   「执行率P%」「完成预算的P%」
 * points  「提高N个百分点」
 * each    「每村」「人均」
 */
export type Role =
  | 'plain'
  | 'base'
  | 'delta'
  | 'change'
  | 'risen'
  | 'share'
  | 'ratio'
  | 'points'
  | 'each'
  | 'other-rate'

const verbs =
  '增加|减少|增收|减收|增支|减支|增产|减产|增长|下降|上升|上涨|下跌|涨|跌|下滑|降低|提高|压减|压缩|缩减|减|增|节约|提升|回落|缩短|延长|多|少|升|降'
const changeEnd = new RegExp(
  `(?:${verbs})(?:额|率|幅|幅度|比例|了|支出|经费|发|收|支|拨|付|花|用|约|近|超过|达|达到|为|金额|资金|[:：\\s])*$`,
)
const risenEnd = new RegExp(
  `(?:${verbs})(?:到|至)了?\\s*$|调整?(?:到|至)\\s*$|(?:增加|增长|上升|提高|下降|减少|降低|提升|降|升)为\\s*$`,
)
const amplitude =
  /(?:增幅|降幅|减幅|涨幅|升幅|变动率|变化率|增减率|增速|增长率|下降率|幅度)(?:同比|环比)?各?(?:分别|依次)?(?:均|都)?(?:为|达到|达|约|是|超过|高于|[:：\s])*$/
/** 「金额较大的」 compares with nothing told. */
const compares =
  /比|较(?![大小高低多少好差强长短快慢])|同|上年|去年|增加|减少|增收|减收|增支|减支|下降|压减|节约|增长|上升|降低|净[增减]|[多少][花用支]/
const baseEnd =
  /(?:比|较|与|相比|同比|对比|由|从|上年|去年|年初|期初|上一年度?|\d{4}年度?|同期)(?:的|常年|均值|数|决算数?|预算数?|年初预算数?|同期|实际|支出|完成|为|是|年末?|末|度|上年|去年|上年度|全年|执行数|[:：（(\s])*$/
/** 「比2022年的84元提高5元」: right behind what it was. */
const raised = /^[，,（(\s]*[又再]?(?:提高|提升|上涨|下跌)了?$/
/** 「比概算1120万元节约134.84万元」「较2022年整体支出13864.20万元减少」: whatever it is called, what comes behind tells. */
const comparedWith = /^(?:比(?!重|例|率)|较(?![大小高低多少好差强长短快慢为]))[\p{Script=Han}\d“”]{2,14}$/u
const changesBehind = new RegExp(`^[，,]?(?:共|累计|实际)?(?:${verbs})`)
const falling =
  /减少|减收|减支|减产|下降|下跌|下滑|降低|压减|压缩|缩减|缩短|节约|回落|降幅|减幅|下降率|(?:^|[^增])减|少(?:于)?|降/

/** 「较均衡进度慢2.94%」「高于序时进度7.71%」: how far it is from another rate. */
const apart = /(?:慢|快|滞后|落后|超前|领先|[高低]于|[高低]出|多于|少于)[^，；]{0,8}$/

/** 「90分（含）以上为优，80分（含）至90分为良」「很满意100分、满意80分」 are steps of a scale. */
const stepBehind =
  /^\s*(?:[（(]不?含[）)]\s*)?(?:以[上下]|[至到~～—-]|(?:的|之间)?(?:为|属于?|评为|定为)[“"「]?(?:优|良|中|差|合格|不合格))/
const stepBefore = /(?:^|[，、“"（(：:])(?:很|非常|基本|比较|较|不太|不)?(?:满意|了解|同意)(?:[得为计记])?\s*$/

/** 「执行率45%及以上为绿灯，40%（含）至45%为黄灯」: rates from which on a light or a grade is given. */
const rateStep =
  /^\s*(?:[（(]不?含[）)]\s*)?(?:[至到~～—-]\s*\d[\d.]*%?(?:[（(]不?含[）)])?)?(?:及?以[上下])?(?:的|之间)?(?:为|属于?|评为|定为|亮|判定为)[“"「]?(?:[绿黄红]|优|良|中|差|合格|不合格)/

/** The role of a mention, told by the words right before it. */
export const roleOf = onceFor((mention: Mention): Role => {
  const { lead } = mention
  const clause = afterLast(lead, '，,；;。')
  const { kind } = mention.figure.quantity.unit
  if (kind === 'points') return 'points'
  if (kind === 'share') {
    // 「按响应率10%、满意率50%的权重计算」 weighs, and tells no rate.
    if (/^(?:、[^，；。]{0,24})?的?权重/.test(mention.after)) return 'other-rate'
    if (rateStep.test(mention.after)) return 'other-rate'
    if (/年均|平均每年|年平均|复合/.test(clause)) return 'other-rate'
    if (changeEnd.test(clause) || amplitude.test(clause)) return 'change'
    if (apart.test(clause)) return 'other-rate'
    if (/占/.test(clause)) return 'share'
    return /率|满意度|比例|比|完成.*的|完成|进度|百分/.test(clause) ? 'ratio' : 'other-rate'
  }
  if (/(?:每(?!半?[年月周季]度?[对向])|人均|户均|亩均|生均|村均|均)[^，、]{0,6}(?<![由从])$/.test(clause)) return 'each'
  // 「选择最低200元档的18920人」 names a step of a scale.
  if (kind === 'money' && /^(?:档|\/|(?:消费|代金|优惠|抵用|购物)?券|面[额值])/.test(mention.after)) return 'each'
  if (kind === 'score' && (stepBehind.test(mention.after) || stepBefore.test(clause))) return 'each'
  if (risenEnd.test(clause)) return 'risen'
  if (
    changeEnd.test(clause) &&
    (compares.test(lead) || (kind === 'money' && raised.test(lead))) &&
    !/追加|新增|增加值|增资/.test(clause) &&
    !/^、(?!.*(?:比|较|同|上年|去年))/.test(lead)
  )
    return 'delta'
  // 「51件（2020年16件、2021年21件、2022年14件）」 lists years.
  const listsYears = /^、\s*20\d\d年/.test(mention.after)
  if (
    !listsYears &&
    /^[，,（(]\s*(?:20\d\d年度?|上年度?|去年)[末底]?(?:决算数?|支出数?|实际支出|同期|数)?(?:为|是)?$/.test(lead)
  )
    return 'base'
  if (/比|较|由|从|上年|去年|同期/.test(clause) && baseEnd.test(clause) && !/^(?:组成|构成)/.test(mention.after))
    return 'base'
  if (/[与同和]/.test(clause) && /^[^，。；、]{0,4}(?:相比|比较|对比)/.test(mention.after)) return 'base'
  if (comparedWith.test(clause.trim()) && changesBehind.test(mention.after)) return 'base'
  return 'plain'
})

/** Which way a change is said to go: −1 for 减少, 下降 …, else 1; 0 for 持平. */
export function directionOf(lead: string): 1 | -1 {
  const clause = afterLast(lead, '，,；;。')
  return falling.test(clause) ? -1 : 1
}
