import { afterLast, beforeFirst } from '#domain/clauses.ts'
import { roleOf } from '../text/mention-role.ts'
import { clauseOf, isDenied } from '../rates/rate-pairs.ts'
import { type Spot, alike, before, behind, isClose, isTerm } from './number-line.ts'

/** What a rate may be of: an amount, over another. `score`: how well the words bind both to it, see `strong`. */
export type RatePair = { readonly top: Spot; readonly bottom: Spot; readonly score: number }

/** From here on hardly another pair can be meant. */
export const strong = 4.5
/** The rate names its base, and this amount bears the name. */
export const veryStrong = 7
/** Here a slip has to tell, besides. */
export const likely = 3.8

/** Amounts before a rate in its sentence that it may be of, and those it may be measured against. */
const nearTops = 8
const farTops = 20
const nearBottoms = 60
const nearBlocks = 4
/** 「全年资金的70%，即2716.28万元」: the rate is told before what it makes. */
const makes = /^[，,（(]\s*(?:即|计|为|约|共计|合计|共|折合|金额)(?:为|约)?$|^[，,（(]\s*即[\p{Script=Han}]{1,6}$/u
const done = /支出|支付|执行|完成|使用|拨付|兑付|下达|到位|实现/
const carriedOut = new RegExp(`${done.source}|决算|实际|累计|已`)
const given = /预算|安排|到位|下达|总投资|规模|计划|目标|任务|核定|指标|批复|应|设计/
/** Whose money it is, or which part of all. */
const level = /中央|自治区|省级|[省市州区县]本级|本级|[市州区县]级|地方|市县|乡镇|基本支出|项目支出/g
/** 「一般公共预算收入」 names an account, no amount that was planned. */
const accounts = /(?:一般)?公共(?:财政)?预算|政府性?基金预算|国有资本经营预算/g
/** 「为年预算的」: nothing but what was planned is its base. */
const ofBudget = /(?:[占为达]|完成)(?:年初?|全年|当年|本年|调整后?)*的?预算数?的$/
const leftOver = /缺口|结余|剩余|结存|余额/
const moneyRate = /(?:执行|支[付出]|到位)$/
const rest = /^[，；;]?\s*(?:其余|其他|余下)/
const money = /(?:预算|资金|金额|支出|经费|收入|投资)$/
const ofAll = /总|全[年部县市区]|合计/
const wholes = /总|合计|全年|共/
const elsewhen = /上年|去年|同期|以前年度/

/** All pairs a rate may be of, those its words bind best first. */
export function ratePairs(line: readonly Spot[], rate: Spot): RatePair[] {
  const words = wordsOf(rate)
  const ofMoney = money.test(words.base) || moneyRate.test(words.name)
  const bottoms = [
    ...before(line, rate, nearBottoms, nearBlocks),
    ...behind(line, rate),
    ...(words.base.length >= 2 ? farther(line, rate, words.base) : []),
  ].filter((each) => (isTerm(each) || isTaken(each)) && each.value > 0 && !(words.word === '得分' && isGot(each)))
  return topsOf(line, rate)
    .flatMap((top, at) => {
      const own = scoreOfTop(top, at, rate, words) - (hasOwnRate(line, top, rate) ? 6 : 0)
      const listed = words.word === undefined ? listedWith(line, top) : undefined
      return bottoms
        .filter((each) => each !== top && isMeasuredIn(each, top) && (!ofMoney || unitKind(each) === 'money'))
        .map((bottom) => ({
          top,
          bottom,
          score: own + scoreOfBottom(bottom, top, rate, words) + (listed && isWhole(bottom, listed) ? 2 : 0),
        }))
    })
    .toSorted((left, right) => right.score - left.score)
}

/** The amounts of its sentence that an amount stands in one list with. */
function listedWith(line: readonly Spot[], top: Spot): Spot[] {
  const listed: Spot[] = []
  for (let at = top.at; line[at]?.sentence === top.sentence; at--) listed.push(line[at]!)
  return [...listed, ...behind(line, top)].filter((each) => alike(each, top) && isTerm(each))
}

/** 「支出10387.83万元。按方向，甲4536.00万元，…」: what a list adds up to is what the shares of its items are of. */
function isWhole(bottom: Spot, listed: readonly Spot[]): boolean {
  const parts = listed.filter((each) => each !== bottom)
  return (
    parts.length >= 2 &&
    parts.every(({ value }) => value < bottom.value) &&
    isClose(
      parts.reduce((sum, { value }) => sum + value, -bottom.value),
      [bottom, ...parts],
    )
  )
}

/** 「月均供养1340人，其中集中供养214人」: what there was at a time, not what each got. */
function isTaken({ mention }: Spot): boolean {
  return (
    roleOf(mention) === 'each' &&
    /(?<![人户])[月年]均[^，、]{0,6}$/.test(mention.lead) &&
    mention.figure.quantity.looseness === 'exact'
  )
}

/** 「过程类得26.65分」: points got are no base of a 得分率. */
function isGot({ mention }: Spot): boolean {
  return /得分?$/.test(mention.lead)
}

/** What stands beyond that bears the name the rate gives its base. */
function farther(line: readonly Spot[], rate: Spot, named: string): Spot[] {
  return line.filter(
    (each) =>
      (rate.sentence.block - each.sentence.block > nearBlocks ||
        rate.at - each.at > nearBottoms ||
        each.sentence.block > rate.sentence.block) &&
      affinity(each, named) === 1 &&
      (named.length >= 3 || /总|合计|共|[全当本]年/.test(clauseOf(each.mention))),
  )
}

/** 「回收有效问卷712份，…满意的659人，满意度」: those asked are counted by what they filled in. */
function isMeasuredIn(bottom: Spot, top: Spot): boolean {
  const [under, over] = [bottom, top].map(({ mention }) => mention.figure.quantity.unit.name)
  // 「床位4380张，入住老人1986人」
  if (under === '张' && over === '人') return /床位?$/.test(bottom.mention.lead)
  return alike(bottom, top) || (under === '份' && /^[人名]$/.test(over!) && /问卷|样本/.test(bottom.mention.lead))
}

/** The amounts before the rate in its sentence, nearest first, the one it names in the sentence before, or what it makes. */
function topsOf(line: readonly Spot[], rate: Spot): Spot[] {
  const [next] = behind(line, rate)
  const isAmount = (each: Spot) => isTerm(each) && !/share|points|none|time/.test(unitKind(each))
  if (next && makes.test(next.mention.lead) && isAmount(next)) return [next]
  const subject = subjectOf(rate)
  const own = before(line, rate, nearTops, 0).filter((each) => each.sentence === rate.sentence && isAmount(each))
  const told = subject && before(line, rate, farTops, 2).find((each) => isAmount(each) && bears(each, subject))
  return told && !own.includes(told) ? [told, ...own] : own
}

function unitKind({ mention }: Spot): string {
  return mention.figure.quantity.unit.kind
}

/** name: up to four signs before 率, of which `word` is the last two: 问题检出. */
type Words = {
  readonly base: string
  readonly subject: string | undefined
  readonly word: string | undefined
  readonly name: string
}

function wordsOf(rate: Spot): Words {
  const word = /([\p{Script=Han}]{2})(?:[率度]|(?<=完成))(?:为|达到?|约|仅|是|[:：])*$/u.exec(
    rate.mention.lead.trim(),
  )?.[1]
  const name = /([\p{Script=Han}]{2,4})[率度](?:为|达到?|约|仅|是|[:：])*$/u.exec(rate.mention.lead.trim())?.[1] ?? ''
  return { base: baseName(rate), subject: subjectOf(rate), word, name }
}

/** What a rate says it is of: 「占概算总投资的」 → 概算总投资, 「累计到位资金支付率」 → 累计到位资金, 「在全部收入中占」 → 收入. */
function baseName({ mention }: Spot): string {
  const clause = afterLast(mention.lead, '，,；;。（(').trim()
  const named =
    /在([\p{Script=Han}]{2,10})中(?:所)?占(?:比)?(?:为|达)?$/u.exec(clause)?.[1] ??
    /(?:占|为|达|完成)(?:了|到(?!位))?([\p{Script=Han}“”]{2,}?)(?:的(?:比例|比重)?)?(?:为|达)?$/u.exec(clause)?.[1] ??
    /^([\p{Script=Han}]{2,})(?:支付|执行|到位|使用|完成|支出)率/u.exec(clause)?.[1] ??
    ''
  const bare = named.replace(/[“”]|总额|总数|合计|的|全年|全县|全市|全区|全部|所有|年度/g, '')
  return /^(?:预算|资金|项目|总体|整体)$/.test(bare) ? '' : bare.replace(/(?<=..)(?:资金|[数额])$/, '')
}

/** 「小微企业占63.10%」 names what it is of, which was told a few numbers before. */
function subjectOf({ mention }: Spot): string | undefined {
  const clauses = mention.lead.split(/[，,；;。（(]/).slice(-2)
  const said = clauses.join('，').replace(/[“”"其中]/g, '')
  return (
    /(?:^|，)([\p{Script=Han}]{3,12}?)(?:在[\p{Script=Han}]{2,8}中?)?占(?!地|用)[\p{Script=Han}，]{0,10}$/u.exec(
      said,
    )?.[1] ??
    // 「滞留挪用问题最为突出，占问题资金的」
    /(?:^|，)([\p{Script=Han}]{2,12}?)(?:问题|支出)?最为?[\p{Script=Han}]{1,3}，占(?!地|用)[\p{Script=Han}]{0,10}$/u.exec(
      said,
    )?.[1]
  )
}

/** 「餐饮零售消费券支出」 is told by 「餐饮零售消费券」, 「公益性岗位补贴及社会保险补贴」 by 「公益性岗位相关支出」. */
function bears({ mention: { label } }: Spot, subject: string): boolean {
  if (label.length < 3) return false
  if (label.endsWith(subject) || subject.endsWith(label)) return true
  const [one, two] = [label, subject].map((name) =>
    name.replace(/(?:支出|资金|补贴|补助|经费|收入|项目|相关|问题|金额|人数)+$/, ''),
  )
  return one!.length >= 3 && two!.length >= 3 && (one!.endsWith(two!) || one!.startsWith(two!) || two!.endsWith(one!))
}

/** How much of a name the words at a number say: 1 is all of it, by pairs of characters. */
function affinity({ mention }: Spot, named: string): number {
  if (named.length < 2) return 0
  const said = `${afterLast(mention.lead, '。；;').slice(-18)} ${mention.label} ${/^[\p{Script=Han}]{2,6}/u.exec(mention.after)?.[0] ?? ''}`
  let found = 0
  for (let at = 0; at + 1 < named.length; at++) if (said.includes(named.slice(at, at + 2))) found++
  return found / (named.length - 1)
}

/** 「满意的459份，满意度92.17%；自评满意度为96.80%」: an amount with a rate of its own is hardly what another is of. */
function hasOwnRate(line: readonly Spot[], top: Spot, rate: Spot): boolean {
  return line.slice(top.at + 1, rate.at).some((each) => unitKind(each) === 'share')
}

/** How many signs of a rate's word stand at an amount: 「网上办理438620件」 has both of 网办率. */
function signsIn({ mention }: Spot, word: string): number {
  const told = clauseOf(mention) + beforeFirst(mention.after, '，、；;。（')
  return [...word].filter((sign) => told.includes(sign)).length
}

function scoreOfTop(top: Spot, place: number, rate: Spot, { subject, word, name }: Words): number {
  const isDone = word !== undefined && done.test(word)
  const own = word && !isDone ? signsIn(top, word) : 0
  // 「发现问题87家次，问题检出率」
  const signs = own === 0 && name.length > 3 && signsIn(top, name) >= 2 ? 1 : own
  const acts = word !== undefined && done.test(word) && carriedOut.test(clauseOf(top.mention))
  const isGiven = !acts && signs === 0 && given.test(clauseOf(top.mention).slice(-4))
  const isMade = isDone && !isGiven && unitKind(top) !== 'money' && !/正在|尚|其余/.test(clauseOf(top.mention))
  return (
    (place === 0 ? 2 : place === 1 ? 1 : 0) +
    (acts ? 2 : word ? (signs === 0 ? (isMade ? 0 : -3) : signs * 1.5) : 0) +
    (subject && bears(top, subject) ? 3 : 0) +
    (word === undefined && place === 0 && /占/.test(clauseOf(rate.mention)) ? 1 : 0) -
    (isDenied(top.mention) || isGiven || leftOver.test(clauseOf(top.mention)) ? 2 : 0) -
    (/正在/.test(clauseOf(top.mention)) ? 4 : 0)
  )
}

/** 「中央资金支出3087.45万元，执行率94.71%」: of what was given at that level, none other. */
function levelsShared(bottom: Spot, top: Spot): number {
  const [under, over] = [bottom, top].map(({ mention }) => afterLast(clauseOf(mention), '、').match(level)?.at(-1))
  if (over === undefined) return 0
  return under === over ? (carriedOut.test(clauseOf(bottom.mention)) ? 0 : 2.5) : -1
}

/** 「应免126.80万头，实免125.15万头」 */
function isDueFor(under: string, over: string): boolean {
  const act = /实际?([\p{Script=Han}])/u.exec(over)?.[1]
  return act !== undefined && new RegExp(`应(?:当)?${act}`).test(under)
}

function scoreOfBottom(bottom: Spot, top: Spot, rate: Spot, { base, word }: Words): number {
  const clause = clauseOf(bottom.mention).replace(accounts, '')
  const isHere = bottom.sentence === rate.sentence && bottom.at < rate.at
  const isMoney = word ? done.test(word) : /预算|计划|目标|任务/.test(clauseOf(rate.mention))
  const isAlsoDone = word === '到位' ? /实际|累计/.test(clause) : leftOver.test(clause)
  // 「应检2000批次，实检1992批次，检测率99.6%」: the three stand in a row.
  const isTight =
    isHere &&
    bottom.at === top.at - 1 &&
    top.at === rate.at - 1 &&
    !/^、/.test(top.mention.lead) &&
    (!word || isMoney || signsIn(top, word) === word.length)
  const own = affinity(bottom, base)
  return (
    own * 5 +
    (isMoney ? levelsShared(bottom, top) : 0) +
    (isDueFor(clause, clauseOf(top.mention)) ? 2.5 : 0) -
    (base.length >= 2 && own === 0 && !isTight ? 3 : 0) -
    (ofBudget.test(clauseOf(rate.mention)) && !given.test(clause) ? 4 : 0) +
    (ofAll.test(clauseOf(rate.mention)) && wholes.test(clause) ? 1 : 0) +
    (isHere ? 1 : 0) +
    (isTight ? 2 : bottom.at === top.at - 1 && isHere ? 1 : 0) +
    (isMoney && given.test(clause) ? 2 : 0) +
    (rate.value > 1 === top.value > bottom.value ? 1 : -1) -
    (elsewhen.test(clause) || isAlsoDone || rest.test(clause) ? 2 : 0) -
    (roleOf(bottom.mention) === 'base' && !/[比较]/.test(clauseOf(rate.mention)) ? 3 : 0) -
    Math.min(1, Math.abs(rate.at - bottom.at) * 0.02)
  )
}
