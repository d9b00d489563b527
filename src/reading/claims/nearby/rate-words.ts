import { afterLast } from '#domain/clauses.ts'
import type { Spot } from './number-line.ts'

/** ofPosts: 编制使用率, 在职人员控制率: staff over posts.
 *  name: up to four signs before 率, of which `word` is the last two: 问题检出. */
export type Words = {
  readonly base: string
  readonly subject: string | undefined
  readonly word: string | undefined
  readonly name: string
  readonly ofPosts: boolean
}

export function wordsOf(rate: Spot): Words {
  const lead = rate.mention.lead.trim().replace(bracket, '')
  const word = /([\p{Script=Han}]{2})(?:[率度]|(?<=完成))(?:为|达到?|约|仅|是|[:：])*$/u.exec(lead)?.[1]
  const name = /([\p{Script=Han}]{2,4})[率度](?:为|达到?|约|仅|是|[:：])*$/u.exec(lead)?.[1] ?? ''
  const ofPosts = /(?:编制|在编|满编|人员)(?:控制|使用|完成)?率[^率]*$/.test(afterLast(lead, '，,；;。'))
  return { base: baseName(rate), subject: subjectOf(rate), word, name, ofPosts }
}

/** 「教育支出850万元，占支出总预算78.33%；卫生支出43万元，占支出总预算」: what is told to be a share of the same is a part beside it. */
export function isOfSameBase(line: readonly Spot[], bottom: Spot, rate: Spot, { base }: Words): boolean {
  const next = line[bottom.at + 1]
  return (
    base.length >= 2 &&
    next !== undefined &&
    next !== rate &&
    next.sentence === bottom.sentence &&
    next.mention.figure.quantity.unit.kind === 'share' &&
    baseName(next) === base
  )
}

/** 「支出进度（累计支出÷累计发行额）为」: how a rate is reckoned. */
const bracket = /[（(][^（()）]*[）)](?:为|达到?|约|是)*$/

/** What a rate says it is of: 「占概算总投资的」 → 概算总投资, 「累计到位资金支付率」 → 累计到位资金, 「在全部收入中占」 → 收入. */
function baseName({ mention }: Spot): string {
  const clause = afterLast(mention.lead, '，,；;。（(').trim()
  const named =
    /在([\p{Script=Han}]{2,10})中(?:所)?占(?:比)?(?:为|达)?$/u.exec(clause)?.[1] ??
    /(?:占|为|达|完成)(?:了|到(?!位))?([\p{Script=Han}“”]{2,}?)(?:的(?:比例|比重)?)?(?:为|达)?$/u.exec(clause)?.[1] ??
    /^([\p{Script=Han}]{2,})(?:支付|执行|到位|使用|完成|支出)率/u.exec(clause)?.[1] ??
    ''
  const bare = named.replace(/[“”]|总额|总数|合计|的|全年|全县|全市|全区|全部|所有|年度/g, '')
  return /^(?:预算|资金|项目|总体|整体)$|^[该此其]/.test(bare) ? '' : bare.replace(/(?<=..)(?:资金|[数额])$/, '')
}

/** 「小微企业占63.10%」「中央资金占比」 names what it is of, which was told a few numbers before. */
export function subjectOf({ mention }: Spot): string | undefined {
  const clauses = mention.lead.split(/[，,；;。（(]/).slice(-2)
  const said = clauses.join('，').replace(/[“”"]|其中[，：:]?/g, '')
  const named =
    /(?:^|，)([\p{Script=Han}]{2,12}?)(?:在[\p{Script=Han}]{2,8}中)?(?:所)?占(?!地|用)[\p{Script=Han}，]{0,10}$/u.exec(
      said,
    )?.[1] ??
    // 「滞留挪用问题最为突出，占问题资金的」
    /(?:^|，)([\p{Script=Han}]{2,12}?)(?:问题|支出)?最为?[\p{Script=Han}]{1,3}，占(?!地|用)[\p{Script=Han}]{0,10}$/u.exec(
      said,
    )?.[1]
  return named && !unnamed.test(named) ? named : undefined
}

/** These name nothing. */
const unnamed =
  /^(?:分别|合计|共计|累计|两者|二者|两项|三项|前者|后者|各|均|约|其余|其他|资金|实际|数量|金额|比重|支出|人数|全年)$/

/**
 * How well an amount bears a name, 1 where all of it is said: 「餐饮零售消费券支出」 is told by 「餐饮零售消费券」,
 * 「公益性岗位补贴及社会保险补贴」 by 「公益性岗位相关支出」.
 */
export function bears({ mention: { label } }: Spot, subject: string): number {
  if (label.endsWith(subject)) return 1
  const [own, told] = [label, subject].map((name) => name.match(levels))
  if (own && told) return own.at(-1) === told.at(-1) && own.length === told.length ? 0.8 : 0
  if (label.length < 3) return subject.length === 2 && label.startsWith(subject) ? 1 : 0
  if (label.startsWith(subject)) return 0.9
  if (subject.endsWith(label)) return 0.6
  const [one, two] = [label, subject].map((name) =>
    name.replace(/(?:支出|资金|补贴|补助|经费|收入|项目|相关|问题|金额|人数)+$/, ''),
  )
  const isKin =
    one!.length >= 3 && two!.length >= 3 && (one!.endsWith(two!) || one!.startsWith(two!) || two!.endsWith(one!))
  return isKin ? 0.8 : 0
}

/** Whose money: 「市级资金」 is told by 「来源于市级财政的部分」. */
const levels = /中央|自治区|省级|州级|盟级|[市县区旗]级|[市州县区旗]本级|本级/g

/** How much of a name the words at a number say: 1 is all of it, by pairs of characters. */
export function affinity({ mention }: Spot, named: string): number {
  if (named.length < 2) return 0
  const { lead, label, after } = mention
  const clause = afterLast(lead, '。；;').slice(-18)
  // A label from before the number before is not said of this one where the rate stands between.
  const own = /%/.test(label) ? '' : label
  const said = `${ownPart(clause)} ${ownPart(own)} ${/^[\p{Script=Han}]{2,6}/u.exec(after)?.[0] ?? ''}`
  let found = 0
  for (let at = 0; at + 1 < named.length; at++) if (said.includes(named.slice(at, at + 2))) found++
  return found / (named.length - 1)
}

/** 「基本支出中，人员经费」 is no 基本支出. */
function ownPart(name: string): string {
  return name.replace(/^.*中[，,]?(?=[\p{Script=Han}]{2})(?![央心小级长期])/u, '')
}
