import { afterLast } from '#domain/clauses.ts'
import { roleOf } from '../text/mention-role.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { type Spot, alike, before, behind, isTerm } from './number-line.ts'

/** What stands for one: 「每公里」「平均每家」「户均」, and measures of each. */
const each =
  /(?:每(平方米|立方米|千瓦时|公里|公斤|[人家户件场]次|人天|工日|[\p{Script=Han}])|(人|户|村|亩|车|生|件|案|家|笔|次|宗|场|台|批|所|园|校|社|班|期|栋|项)均|单(车))[\p{Script=Han}、]*$/u
const people = ['人', '名', '位', '人次']
const unitsBy: Readonly<Record<string, readonly string[]>> = {
  人: people,
  名: people,
  位: people,
  生: people,
  车: ['辆', '台'],
  案: ['件', '起', '宗'],
  宗: ['宗', '件', '起'],
  次: ['次', '人次', '户次', '批次'],
  园: ['所', '家', '个'],
  校: ['所', '个'],
  社: ['家', '个'],
  村: ['个', '个村', '村'],
  个: ['个', '所', '家', '处', '座'],
  月: ['个月', '月'],
  户: ['户', '家'],
  家: ['家', '户', '个'],
  份: ['份', '件', '名', '人'],
  平方米: ['㎡', '平方米'],
  公里: ['公里', '千米'],
  公斤: ['公斤', '千克', '吨'],
  米: ['米', '公里', '千米'],
}

/** What a price or a mean is for one of: 人 of 「人均」, 公里 of 「每公里」. */
export function perWordOf(clause: string): string | undefined {
  const found = each.exec(clause)
  return found?.[1] ?? found?.[2] ?? found?.[3]
}

/**
 * A price or a mean.
 *
 * perWord     what it is for one of
 * core        what it is a price of, without 「人均」 and the like: 公用经费 of 「人均公用经费」; '' where nothing is told
 * isMonthly   it is paid each month
 */
export type Price = {
  readonly spot: Spot
  readonly perWord: string
  readonly core: string
  readonly isMonthly: boolean
}

const monthly = /每月|月均|月增|月标准|每人月|每\p{Script=Han}月(?:补|工资|薪|津贴|租|报酬|发|领|支)/u
const limits = /超过|不高于|低于|以内|控制在|标准.*[到至]$|[比较由从]/
/** 「每人每学期1500元」 is paid as many times as nothing here counts. */
const oftener = /每[\p{Script=Han}]{1,3}每(?!年|月|人)/u
const priced = /^(?:money|count|area|weight)$/
/** 「4.80元/平方米」「670元/人·月」. */
const perUnit = /^[/／](?:每)?(平方米|立方米|千瓦时|公里|公斤|人次|人天|工日|[\p{Script=Han}])/u

/** What a number is a price or a mean for one of, by the words before it or right behind it. */
export function perWordAround({ after }: Mention, clause: string): string | undefined {
  return perWordOf(clause) ?? (/单价$/.test(clause) ? '件' : perUnit.exec(after)?.[1])
}

/** What a number is a price or a mean of; undefined where it is none. */
export function priceOf(spot: Spot): Price | undefined {
  const { mention } = spot
  const { quantity } = mention.figure
  if (!priced.test(quantity.unit.kind) || quantity.looseness !== 'exact') return undefined
  const clause = clauseOf(mention).trim()
  const perWord = perWordAround(mention, clause)
  // 「每人每年计1次」 says how it is counted.
  if (!perWord || quantity.value.eq(1) || limits.test(clause) || oftener.test(clause)) return undefined
  const isMonthly =
    perWord !== '月' &&
    (monthly.test(clause) ||
      monthly.test(mention.after.slice(0, 4)) ||
      /月$/.test(clause) ||
      /^[^，；。]{0,4}[·•/]月/.test(mention.after))
  return { spot, perWord, core: coreOf(clause), isMonthly }
}

const opening =
  /^.*(?:平均每(?:一|个)?[\p{Script=Han}]|[人户村亩车生件案家笔次]均|单车(?:平均)?|每(?:平方米|立方米|千瓦时|公里|公斤|人次|人天|工日|个?[\p{Script=Han}]))/u

function coreOf(clause: string): string {
  const core = clause.replace(opening, '').replace(/(?:约|为|达到?|是|的)+$/, '')
  return core.replace(/(?<=.{3})(?:单[方位])?(?:造价|单价)$/, '')
}

/** 「建成61.30万亩，按批复面积计亩均投资1295元」 is no mean over what was built. */
export function isReckonedBy({ label }: Mention, price: Mention): boolean {
  const named = /[按以]([\p{Script=Han}]{2,8}?)(?:计算?|测算|折算)/u.exec(clauseOf(price))?.[1]
  return named === undefined || /标准|单价|每/.test(named) || label.includes(named)
}

/** Whether a number counts what the price is for. */
export function isCounted({ mention, at }: Spot, { spot, perWord }: Price): boolean {
  const { unit } = mention.figure.quantity
  // What it was the year before, or was to be.
  if (roleOf(mention) === 'base' || /[比较](?:年初|年度)?(?:目标|计划|任务)$/.test(clauseOf(mention))) return false
  // 「平均每期80人」 counts no people.
  if (perWordOf(clauseOf(mention)) || mention.figure.quantity.looseness !== 'exact') return false
  if (!isReckonedBy(mention, spot.mention) || isOfOtherThing(mention, spot.mention)) return false
  if (/单价$/.test(clauseOf(spot.mention).trim())) return at === spot.at - 1 && unit.kind === 'count'
  if (perWord === '人' && /(?:岗位|职位|名额)$/.test(mention.label)) return true
  if (unitsBy[perWord]?.includes(unit.name) ?? unit.name.startsWith(perWord)) return true
  // 「编成6个检查组，每组6人」.
  return unit.name === '个' && new RegExp(`^[\\p{Script=Han}]{0,3}${perWord}`, 'u').test(mention.after)
}

/** 「委托4家第三方机构，…平均每个项目8.64万元」: what is counted bears another name than what the mean is for one of. */
function isOfOtherThing({ label, after, figure }: Mention, price: Mention): boolean {
  const thing = /每[个家](\p{Script=Han}{2,4}?)(?:约|为|达|平均)*$/u.exec(clauseOf(price).trim())?.[1]
  const counted = /^\p{Script=Han}{2,}/u.exec(after)?.[0]
  if (thing === undefined || counted === undefined || !/^[个家]$/.test(figure.quantity.unit.name)) return false
  return !counted.includes(thing) && !label.endsWith(thing)
}

/** Whether a total is told in what the price is: 「168人次，平均每批次8人」: what was done so often is counted in the same. */
export function isPricedIn(total: Spot, price: Spot): boolean {
  const [whole, each] = [total, price].map(({ mention }) => mention.figure.quantity.unit)
  return (
    alike(total, price) ||
    (whole!.kind === 'count' &&
      each!.kind === 'count' &&
      /次$/.test(whole!.name) &&
      (each!.name === '次' || whole!.name === `${each!.name}次`))
  )
}

/** 「计划放映2520场，实际放映2496场」: what was wanted was not paid for. */
export function isWanted(mention: Mention, sentence: Sentence): boolean {
  const clause = afterLast(sentence.text.slice(0, mention.start - sentence.start), '，；。')
  return /计划|目标|任务|高于|低于|应/.test(clause) && !/实际|完成/.test(clause)
}

/** How many of what a price is for there are in one of what is counted: a thousand 公斤 in a 吨, metres in a 公里. */
export function sizeOf({ mention }: Spot, { perWord }: Price): 1 | 1000 {
  const { name } = mention.figure.quantity.unit
  return (perWord === '公斤' && name === '吨') || (perWord === '米' && /^(?:公里|千米)$/.test(name)) ? 1000 : 1
}

const by = /按[照]?([\p{Script=Han}]{2,10}?)数?(?:平均|计算|测算|折算|推算)/u
/** Numbers and paragraphs before a price among which what it is for may stand. */
const farthest = 300
const ofStaff = /在职|实有|在编|在岗/
const spentOnStaff = /(?:在职|在编|在岗)人员人均|人均(?:日常)?公用经费$/
/** 「主次干道按每平方米每年4.80元」. */
const subject = /((?:(?!每)\p{Script=Han}){3,10}?)按?每[\p{Script=Han}]+$/u

/** What the sentence says a price is for: a name, and the staff where they are meant. */
function namesOf(price: Price): { readonly name: string | undefined; readonly staff: string | undefined } {
  const { sentence, mention } = price.spot
  const own = sentence.text.slice(0, mention.start - sentence.start)
  const name = by.exec(own)?.[1] ?? subject.exec(own)?.[1]
  const staff =
    price.perWord !== '人'
      ? undefined
      : (ofStaff.exec(name ?? '')?.[0] ?? (spentOnStaff.test(own) ? '在职' : undefined))
  return { name, staff }
}

/** Whether a count bears the name that the sentence gives to what a price is for; `told`: only where it is told. */
export function isNamedCount(price: Price, { mention: { label } }: Spot, told: boolean): boolean {
  const { name, staff } = namesOf(price)
  if (staff) return label.includes(staff) && (name !== undefined || !told)
  return name !== undefined && label.length >= 3 && (name.endsWith(label) || label.endsWith(name))
}

/**
 * What a price is for, told farther before: 「公用经费372.78万元，按年末在职人数平均，人均2.18万元」, the staff where the posts
 * are; 「主次干道按每平方米4.80元」, its area where it was described. Only where one number bears the name.
 */
export function countsNamed(line: readonly Spot[], price: Price): Spot[] {
  const { name, staff } = namesOf(price)
  if (!name && !staff) return []
  const told = before(line, price.spot, farthest, farthest).filter(
    (each) => isTerm(each) && isCounted(each, price) && isNamedCount(price, each, false),
  )
  return new Set(told.map(({ value }) => value)).size === 1 ? told.slice(0, 1) : []
}

/** The numbers of the sentence behind: 「人均补助标准为89元。按常住人口43.6万人测算，应筹集3880.4万元」. */
export function inNextSentence(line: readonly Spot[], price: Spot): Spot[] {
  let at = price.at + 1
  while (line[at]?.sentence === price.sentence) at++
  const first = line[at]
  return first?.sentence.block === price.sentence.block ? [first, ...behind(line, first)].slice(0, 3) : []
}
