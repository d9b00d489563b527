import { afterLast } from '#domain/clauses.ts'
import { onceFor } from '#domain/once-for.ts'
import { roleOf } from '../text/mention-role.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Spot } from './number-line.ts'
import { carriedOut, done, given, leftOver, signsIn } from './rate-tops.ts'
import { type Words, affinity } from './rate-words.ts'

/** 「一般公共预算收入」 names an account, no amount that was planned. */
export const accounts = /(?:一般)?公共(?:财政)?预算|政府性?基金预算|国有资本经营预算/g
/** 「为年预算的」: nothing but what was planned is its base. */
const ofBudget = /(?:[占为达]|完成)(?:年初?|全年|当年|本年|调整后?)*的?预算数?的$/
/** Whose money it is, or which part of all. */
const level = /中央|自治区|省级|[省市州区县]本级|本级|[市州区县]级|地方|市县|乡镇|基本支出|项目支出/g
const rest = /^[，；;]?\s*(?:其余|其他|余下)/
const ofAll = /总|全[年部县市区]|合计/
const wholes = /总|合计|全年|共/
const elsewhen = /上年|去年|同期|以前年度/

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

/** 「固定资产中在用1048.60万元，利用率」: of the fixed assets. */
function isTopic(bottom: Spot, { mention: { lead } }: Spot): boolean {
  const topic = /([\p{Script=Han}]{2,10})中[，,]?[\p{Script=Han}]{2,10}$/u.exec(lead)?.[1]
  return topic !== undefined && !/^其|^当/.test(topic) && affinity(bottom, topic.slice(-4)) === 1
}

/** 「发放问卷400份，回收384份；满意352份，满意度」 */
function isReturned({ mention }: Spot, rate: Spot): boolean {
  return /满意/.test(clauseOf(rate.mention)) && /(?<!未)(?:收回|回收|有效|接通|实收)/.test(clauseOf(mention))
}

const common =
  /(?:实际|全年|全市|全县|全区|累计|项目|资金|支出|执行|预算|经费|完成|计划|目标|任务|安排|金额|决算|人数|满意|到位)+/gu
/** 「专项债券资金支出」 of 「专项债券资金」, 「学生满意564份」 of 「学生600份」: both are told of one thing. */
function kinship(bottom: Spot, top: Spot): number {
  const [under, over] = [ownName(bottom), ownName(top)]
  return under.length >= 2 && over.length >= 2 && (over.endsWith(under) || under.endsWith(over)) ? 1.5 : 0
}
const ownName = onceFor(({ mention }: Spot) => mention.label.replace(common, ''))

/** 「管理率75.36%（登记6948人）」 */
function isAdded({ mention, at }: Spot, rate: Spot): boolean {
  return at === rate.at + 1 && /^[（(]/.test(mention.lead) && !/[其比较]|未|不|上年|满意/.test(mention.lead)
}

/** 「占全年支出的」 is of no quarter's, and 「占资产总额的」 not of one kind of unit's. */
function isOfPart({ mention: { label } }: Spot, base: string): boolean {
  const more = label
    .replace(base, '')
    .replace(
      /(?:20\d\d)?年?度?|全[年市县区州旗省]?|[本当]年|截至|[底末]|\d+月|部门|总|累计|合计|完成|实际|决算|数/g,
      '',
    )
  return more.length >= 2 && label.includes(base)
}

const spent = /(?:支出|执行|支付)(?:金额|资金|数|了|为)*$/
/** 「完成计划的」 is of the plan told with what was done. */
const planned = /^(?:年初|年度|本年|当年)?(?:计划|目标|任务)(?:任务|目标)?$/

/** Whether a semicolon stands between. */
function isParted(spot: Spot, rate: Spot): boolean {
  const { start, text } = rate.sentence
  return (
    spot.sentence === rate.sentence && text.slice(spot.mention.end - start, rate.mention.start - start).includes('；')
  )
}

/** 「床位4380张，其中护理型3022张，占69.00%，入住1986人，入住率」: what has a share of its own is rather a part. */
export function isItem({ mention: { lead } }: Spot): boolean {
  return /其中|、|；/.test(lead)
}

/** 「累计到位66185万元。…第一批资金支出21185万元，支出率」: of that batch, not of all of them. */
function isOfBatch({ mention }: Spot): boolean {
  return /第[一二三四五六七八九十\d]+批/.test(clauseOf(mention))
}

/** How well the words bind an amount to a rate of another one over it. */
export function scoreOfBottom(bottom: Spot, top: Spot, rate: Spot, words: Words): number {
  const own = nameSaid(bottom, rate, words)
  return (
    own * 5 +
    scoreByWords(bottom, top, rate, words) +
    scoreByPlace(bottom, top, rate, words, own) -
    scoreAgainst(bottom, top, rate, words, own)
  )
}

/** How much of the name that the rate gives its base is said of an amount. */
function nameSaid(bottom: Spot, rate: Spot, { base }: Words): number {
  if (bottom.at === rate.at - 1 && /^[）)]?的$/.test(rate.mention.lead.trim())) return 1
  const said = affinity(bottom, base)
  if (said < 0.5) return said / 2
  return said === 1 && ofAll.test(clauseOf(rate.mention)) && isOfPart(bottom, base) ? 0.5 : said
}

function planless({ mention }: Spot): string {
  return clauseOf(mention).replace(accounts, '')
}

function isOfMoney(rate: Spot, { word }: Words): boolean {
  return word ? done.test(word) : /预算|计划|目标|任务/.test(clauseOf(rate.mention))
}

function scoreByWords(bottom: Spot, top: Spot, rate: Spot, words: Words): number {
  const clause = planless(bottom)
  const isMoney = isOfMoney(rate, words)
  return (
    (words.ofPosts && /编制/.test(clause) ? 2.5 : 0) +
    (isTopic(bottom, top) ? 2.5 : 0) +
    (isReturned(bottom, rate) ? 1.5 : 0) +
    kinship(bottom, top) +
    (isMoney ? levelsShared(bottom, top) + (given.test(clause) ? 2 : 0) : 0) +
    (isDueFor(clause, clauseOf(top.mention)) ? 2.5 : 0) +
    (ofAll.test(clauseOf(rate.mention)) && wholes.test(clause) ? 1 : 0)
  )
}

function isHere(spot: Spot, rate: Spot): boolean {
  return spot.sentence === rate.sentence && spot.at < rate.at
}

/** 「应检2000批次，实检1992批次，检测率99.6%」: the three stand in a row. */
function isTight(bottom: Spot, top: Spot, rate: Spot, words: Words): boolean {
  const { word } = words
  return (
    isHere(bottom, rate) &&
    bottom.at === top.at - 1 &&
    top.at === rate.at - 1 &&
    !/^、/.test(top.mention.lead) &&
    (!word || isOfMoney(rate, words) || signsIn(top, word) === word.length)
  )
}

function scoreByPlace(bottom: Spot, top: Spot, rate: Spot, words: Words, own: number): number {
  const here = isHere(bottom, rate)
  return (
    (here ? 1 : 0) +
    (isAdded(bottom, rate) ? 3 : 0) +
    (isTight(bottom, top, rate, words) ? 2 : bottom.at === top.at - 1 && here ? 1 : 0) +
    (rate.value > 1 === top.value > bottom.value ? 1 : -1) -
    (here && own < 1 && bottom.mention.depth > rate.mention.depth ? 1.5 : 0) -
    (here && own < 1 && isParted(bottom, rate) && !isParted(top, rate) ? 1 : 0) -
    Math.min(1, Math.abs(rate.at - bottom.at) * 0.02)
  )
}

function scoreAgainst(bottom: Spot, top: Spot, rate: Spot, words: Words, own: number): number {
  const { base, word = '' } = words
  const clause = planless(bottom)
  const isAlsoDone =
    word === '到位'
      ? /实际|累计/.test(clause)
      : leftOver.test(clause) || (/执行|支[出付]/.test(word) && spent.test(clause) && !given.test(clause))
  const isPlanElsewhere =
    planned.test(base) && !isHere(bottom, rate) && kinship(bottom, top) === 0 && levelsShared(bottom, top) <= 0
  return (
    (base.length >= 2 && own === 0 && !isTight(bottom, top, rate, words) ? 3 : 0) +
    (isPlanElsewhere ? 5 : 0) +
    (ofBudget.test(clauseOf(rate.mention)) && !given.test(clause) ? 8 : 0) +
    (isOfBatch(top) && !isOfBatch(bottom) ? 3 : 0) +
    (elsewhen.test(clause) || isAlsoDone || rest.test(clause) ? 2 : 0) +
    (roleOf(bottom.mention) === 'base' && !/[比较]/.test(clauseOf(rate.mention)) ? 3 : 0)
  )
}
