import { narrowed } from '#domain/narrow.ts'
import { Big } from 'big.js'
import type { Looseness } from '#domain/quantity.ts'
import { type Scale, type Unit, noUnit, unitOf } from '#domain/unit.ts'
import { measureWords } from './measure-words.ts'

/**
 * A number found in running text or in a cell.
 *
 * start, end  characters of the text, from the sign or first digit to the end of the unit and its loose word
 * printed     digits and decimal point as printed, without separators, spaces and unit
 * unit        what is printed behind the number; noUnit when nothing known follows
 * range       one end of 「80—90」: stands for no single quantity
 */
export type FoundNumber = {
  readonly start: number
  readonly end: number
  readonly printed: string
  readonly value: Big
  readonly decimals: number
  readonly unit: Unit
  readonly looseness: Looseness
  readonly range: boolean
}

const digitsWide = /[０-９．％－＋]/g

/** The text with full-width digits, points and signs narrowed, character for character, so that offsets stay. */
export function narrowDigits(text: string): string {
  return narrowed(text, digitsWide)
}

/** 「260元/人」 is money, for one of what is told behind. */
const words = measureWords.filter((word) => word !== '元/人').join('|')
/** 「收案321 146件」: thousands parted by spaces, right behind a word and before a measure word. */
const spaced = String.raw`(?<=\p{Script=Han})\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?=\s?(?:万|亿|${words}))`
const digits = String.raw`(?:\d{1,3}(?:, ?\d{3})+(?!\d)|\d{1,3}，\d{3}(?=\.\d)|${spaced}|\d+)`
const number = new RegExp(String.raw`(?<![\d.A-Za-z])([-−]?)(${digits})(\.\s?\d+)?`, 'gu')
const scalePattern = String.raw`(万亿|千万|百万|亿|万|千(?!米|克|瓦|伏|卡)|百(?!分))`
const tail = new RegExp(
  String.raw`^\s{0,2}(余|多|来)?\s?${scalePattern}?(余|多)?\s?(?:(${words})(?![A-Za-z]))?(?:(?:\s?[（(]不?含[）)])?及?(以上|以下|以内|左右|上下|(?:多|余)(?!\s?\d|[收支增完产种建植])))?`,
)

const before: [RegExp, Looseness][] = [
  [/(?<![不未])(?:超过|超出|超|逾|突破|高于|大于)$/, 'above'],
  [/(?:接近|将近|(?<![最附])近)$/, 'below'],
  [/(?:大约|约为|(?<![签节合履违预特条契公续])约|大概|左右)$/, 'about'],
  [/(?:至少|不少于|不低于|≥|>=|＞|>)$/, 'at-least'],
  [/(?:至多|不超过|不高于|不多于|低于|[不未]满|控制在|≤|<=|＜|<)$/, 'at-most'],
]

const anyDigit = /[\d０-９]/

/** Every number of a text that can be a quantity; dates, 文号, codes, ordinals and item numbers are passed over. */
export function findNumbers(text: string): FoundNumber[] {
  if (!anyDigit.test(text)) return []
  const plain = withItemsParted(narrowDigits(text))
  const found: FoundNumber[] = []
  number.lastIndex = 0
  for (let match = number.exec(plain); match; match = number.exec(plain)) {
    const start = match.index
    const digitsEnd = start + match[0].length
    if (isNoQuantity(plain, start, digitsEnd)) continue
    found.push(numberAt(plain, match, start, digitsEnd))
    const last = found.at(-1)!
    if (last.end > number.lastIndex) number.lastIndex = last.end
  }
  return found
}

/**
 * 「2.…。3.23台设备中有2台」: machines, households and the like come whole, and a sentence that seems to open with a broken number of them opens
 * with its own.
 */
const itemBeforeCount =
  /(?<=[\n。；;]\s?|^(?=.{20}))([1-9]\d?)\.(?=\d{1,4}(?:[台名家户辆所座件套宗处]|个(?!百分点|月|小时|工作日)))/g

/** The text with the point behind such a number of an item turned into the other sign for it; offsets stay. */
function withItemsParted(text: string): string {
  return text.includes('.') ? text.replace(itemBeforeCount, '$1、') : text
}

function numberAt(plain: string, match: RegExpExecArray, start: number, digitsEnd: number): FoundNumber {
  const spaced = /[,，\s]/.test(match[0])
  const fraction = spaced ? (match[3] ?? '').replace(/\s/g, '') : (match[3] ?? '')
  const minus = match[1] && isMinus(plain, start) ? '-' : ''
  const whole = match[2] ?? ''
  const printed = minus + (spaced ? whole.replace(/[,，\s]/g, '') : whole) + fraction
  const { unit, loose, length } = unitAfter(plain.slice(digitsEnd, digitsEnd + 16))
  const ahead = plain.slice(Math.max(0, start - 4), start)
  const looseness = loose ?? looseBefore(ahead) ?? 'exact'
  return {
    start: minus ? start : start + (match[1] ? 1 : 0),
    end: digitsEnd + length,
    printed,
    value: new Big(printed),
    decimals: fraction.length > 0 ? fraction.length - 1 : 0,
    unit,
    looseness,
    range: isRange(plain, start, digitsEnd + length, Boolean(match[1]) && !minus),
  }
}

/** What every word that loosens the number behind it ends with. */
const looseEnd = /[过出超逾破于近约为概右少满≥=＞>多在≤＜<]$/

function looseBefore(ahead: string): Looseness | undefined {
  return looseEnd.test(ahead) ? before.find(([pattern]) => pattern.test(ahead))?.[1] : undefined
}

/** A dash is a minus only where no number or word stands in front of it. */
function isMinus(plain: string, at: number): boolean {
  return at === 0 || /[\s(（:：、，,；;|=为达率长降]/.test(plain[at - 1] ?? '')
}

function unitAfter(rest: string): { unit: Unit; loose?: Looseness; length: number } {
  const match = tail.exec(rest)
  if (!match) return { unit: noUnit, length: 0 }
  const [whole, few, scale, few2, name, after] = match
  const looseness = looseAfter(few ?? few2 ?? after)
  if (!name && !scale) {
    return /^(余|多)/.test(after ?? few ?? '')
      ? { unit: noUnit, length: 0, loose: 'above' }
      : { unit: noUnit, length: 0 }
  }
  const unit = printedUnit(name ? canonical(name) : '', (scale ?? '') as Scale)
  return { unit, length: whole.length, ...(looseness ? { loose: looseness } : {}) }
}

/** One object a unit: names and scales are those of the pattern, and what follows from a unit is worked out once. */
export function printedUnit(name: string, scale: Scale): Unit {
  const key = scale + name
  let unit = printedUnits.get(key)
  if (!unit) {
    unit = unitOf(name, scale)
    printedUnits.set(key, unit)
  }
  return unit
}

const printedUnits = new Map<string, Unit>()

function looseAfter(word: string | undefined): Looseness | undefined {
  if (!word) return undefined
  if (word === '以上' || word === '余' || word === '多' || word === '来') return 'above'
  if (word === '以下' || word === '以内') return 'at-most'
  return 'about'
}

const sameUnit: Record<string, string> = {
  'm²': '㎡',
  m2: '㎡',
  '㎡': '㎡',
  平方米: '㎡',
  个百分点: '百分点',
  圆: '元',
  '%': '%',
  人员: '人',
}

/** One spelling a unit: m², m2 and 平方米 are ㎡. */
function canonical(name: string): string {
  return sameUnit[name] ?? name
}

function isRange(plain: string, start: number, end: number, dashBefore: boolean): boolean {
  if (!dashBefore && !dash.test(plain.slice(Math.max(0, start - 2), start)) && !dash.test(plain.slice(end, end + 2)))
    return false
  if (dashBefore && /[\d%万元年月]$/.test(plain.slice(Math.max(0, start - 1), start))) return true
  if (/^\s?(?:-|—|–|~|～|至|到)\s?\d/.test(plain.slice(end, end + 4))) return true
  return /\d(?:%|‰|万元|元|分)?\s?(?:—|–|~|～|至|-)\s?$/.test(plain.slice(Math.max(0, start - 6), start))
}

/** What stands between the two ends of a range. */
const dash = /[-—–~～至到]/

const dateAfter = /^\s?(?:年(?!度?以上|以内|以下)|月(?!龄)|日(?!均|常)|号(?!召)|时\d|点\d)/
const noQuantityAfter =
  /^(?:级指标|类(?:\d|支出|第)|款(?:\d|第)|(?:周|届|次全会)年|(?!m²|m2)[A-Za-z]|[、.．]\D{2}(?=$)|[-—]\d{1,2}[-—]\d|：\d{2}\b|:\d{2}\b)/
const noQuantityBefore =
  /(?:第|〔|\[|【|№|[A-Za-z]|附件|附表|(?<!代)表|图|电话[:：]?|编码[:：]?|代码[:：]?|邮编[:：]?|〔\d{4}〕)\s?$/

/** What the words begin with that make the number before them no quantity: most units begin with none of them. */
const telling = /^[\s全级）)〕\]】年月日号时点类款周届次A-Za-z、.．\-—–~～至到：:/"”'’」]/

/** Years, dates, document numbers, classification codes, ordinals, item numbers, telephone numbers. */
function isNoQuantity(plain: string, start: number, end: number): boolean {
  const after = plain.slice(end, end + 8)
  const ahead = plain.slice(Math.max(0, start - 8), start)
  const digitsOnly = plain.slice(start, end)
  if (!telling.test(after))
    return (noQuantityBefore.test(ahead) && !isCounted(ahead, after)) || isCode(digitsOnly, after)
  if (
    (noQuantityBefore.test(ahead) && !isCounted(ahead, after)) ||
    (/^[）)〕\]】]号?/.test(after) && /[〔[【(（]$/.test(ahead))
  )
    return true
  if (/[〕\]】)）]$/.test(ahead) && /^号/.test(after)) return true
  if (dateAfter.test(after) && isDate(digitsOnly, after)) return true
  if (/^[-—–~～至到]\d{1,2}(?:月|日|年)/.test(after)) return true
  if (noQuantityAfter.test(after)) return true
  // 「2021全区」 lacks its 年.
  if (/^(?:19|20)\d{2}$/.test(digitsOnly) && /^全[国省市县区州旗年]/.test(after)) return true
  if (/^(?:19|20)\d{2}$/.test(digitsOnly) && /^[-—–~～至/.](?:19|20)\d{2}|^\/\d/.test(after)) return true
  if (isItemNumber(plain, start, after)) return true
  if (/^["”'’」]/.test(after) && /["“'‘「]$/.test(ahead)) return true
  return isCode(digitsOnly, after)
}

/** 「APP 2个」: a number parted from a word of Latin letters counts what the word names; 「电话560户」 counts those who were called. */
function isCounted(ahead: string, after: string): boolean {
  if (/电话$/.test(ahead)) return /^(?:人次|[户份人条个件起宗])/.test(after)
  return /(?<![A-Za-z])[A-Za-z]{2,5}\s$/.test(ahead) && /^(?:个|家|台|套|万|亿|[户人辆件条款处])/.test(after)
}

function isDate(printed: string, after: string): boolean {
  if (printed.includes('.') || printed.includes(',')) return false
  if (/^\s?年/.test(after)) return /^(?:19|20)\d{2}$/.test(printed) || /^\s?年度/.test(after)
  const value = Number(printed)
  if (/^\s?月/.test(after)) return value <= 12
  if (/^\s?日/.test(after)) return value <= 31
  return /^\s?号/.test(after) || value <= 24
}

/** 「1.」「2、」「（3）」「4)」 at the head of a paragraph or after a sentence end number an item. */
function isItemNumber(plain: string, start: number, after: string): boolean {
  const ahead = plain.slice(Math.max(0, start - 2), start)
  const atHead = start === 0 || /[\n。；;：:]\s?$/.test(ahead) || (start <= 2 && plain.slice(0, start).trim() === '')
  if (atHead && /^(?:、|[.．](?!\d)|[)）])/.test(after)) return true
  return (
    /[(（]$/.test(ahead) &&
    /^[)）](?!%)/.test(after) &&
    /^[(（]?$/.test(plain.slice(Math.max(0, start - 1), start).trim())
  )
}

const counted = new RegExp(`^\\s?(?:${words}|万|亿|余|多)`)

/** A 3, 5 or 7 digit classification code directly before its name. */
function isCode(printed: string, after: string): boolean {
  if (printed.length < 5 && !printed.startsWith('0')) return false
  if (/^[2]\d{6}$/.test(printed))
    return /^\s?[\p{Script=Han}(（"“「]/u.test(after) && !/^\s?(?:元|万|亿|人|件|个|次|户)/.test(after)
  if (/^(?:2[0-3]\d)(?:\d{2})$/.test(printed)) return /^\s?(?:\p{Script=Han})/u.test(after) && !counted.test(after)
  return /^\d{11,}$/.test(printed) || (/^0\d+$/.test(printed) && printed.length > 1)
}
