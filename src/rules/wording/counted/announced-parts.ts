import { allMatches } from '#domain/all-matches.ts'
import type { Verdict } from '../../rule.ts'
import { type Line, evidenceAt, linesCued } from '../paragraphs.ts'
import { numeralValue } from './chinese-numeral.ts'
import { miscounted } from './miscounted.ts'
import { ordinalStyles, ordinalsIn } from './ordinals.ts'

const number = '([一二两三四五六七八九十]{1,2}|\\d{1,2})'
const cue = /[一二两三四五六七八九十\d](?:部分|个|家|项|类|级|档|种|包|组|块|批)/g
/** 「由以下4部分构成：甲…元；乙…元」. */
const parts = new RegExp(`${number}(部分|项|类|块|种|批)([\\p{Script=Han}]{0,6})[：:]([^。]+)`, 'gu')
const sum = String.raw`(?!其中|合计|共|累计)(?:(?!不)[\p{Script=Han}“”]){2,20}\d[\d,.]*(?:万|亿)?元(?:[（(][^（()）]{1,20}[)）])?`
/** 「2个项目，分别为甲…元、乙…元」「3个科目：甲…元，乙…元，丙…元，均为…」: names with their amounts and nothing else, to the end. */
const sums = new RegExp(
  `${number}(个|家|笔|宗)([\\p{Script=Han}]{1,6})(?:[：:]|[，,]分别[为是][：:]?)(${sum}(?:[、，,；;和及]${sum})+)(?=[。；;]|$|[，,](?:均|都|皆|已|全部))`,
  'gu',
)
const eachSum = new RegExp(sum, 'gu')
/** 「分为A、B、C三类」. */
const letters = new RegExp(`((?:[A-Z][、,，])+[A-Z])${number}(类|级|档|种|包|组|块|个)`, 'g')
/** 「1.甲；2.乙；3.丙。共3家」. */
const altogether = new RegExp(`(?:[。；;]|^)共(?:计|有)?${number}(家|个|项|所|类)`, 'g')
const otherBefore = /[近约超逾第前每余多达其各]\s?$|(?:不少于|不低于|至少|其中)\s?$/
/** So many parts are a list and not an aside. */
const fewest = 2
/** So far behind the last of the points its number stands. */
const reach = 40

/** Parts with their amounts, letters, or numbered points that a number announces or closes (I76): there are so many. */
export function announcedParts(lines: readonly Line[]): Verdict[] {
  return linesCued(lines, cue).flatMap((line) => [
    ...withAmounts(line),
    ...withSums(line),
    ...lettered(line),
    ...numbered(line),
  ])
}

function withAmounts(line: Line): Verdict[] {
  return allMatches(line.text, parts).flatMap((match): Verdict[] => {
    const [whole, count, measure, , list] = match
    if (
      otherBefore.test(line.text.slice(0, match.index)) ||
      /等|其余|主要|下达|安排|拨付|到位/.test(whole.slice(0, -list!.length))
    )
      return []
    const said = numeralValue(count!)
    // 「结转和其他收入各有862.17万元、94.36万元」 are two items.
    if (/各[有为占得]|分别|依次/.test(list!)) return []
    const ways = [itemsOf(list!), shortList(list!)].filter((items) => items !== undefined)
    // 「三类：县道32公里，乡道68公里，村道85公里；危桥改造6座」: where the list ends is open, unless one way gives what is told.
    const [items, other = items] = ways
    // 「1项未完成：甲计划60个，实际56个；…」「只测公交一项：…」: one thing announces no list.
    if (!items || said === undefined || said < fewest || (items !== other && !ways.includes(said))) return []
    const listed = ways.includes(said) ? said : items
    return [judged(line, [match.index, match.index + whole.length], said, measure!, listed)]
  })
}

function withSums(line: Line): Verdict[] {
  return allMatches(line.text, sums).flatMap((match): Verdict[] => {
    const [whole, count, measure, noun, list] = match
    const said = numeralValue(count!)
    if (otherBefore.test(line.text.slice(0, match.index)) || /中$|增加|追加/.test(noun!) || said === undefined)
      return []
    // 「一标控制价…、中标价…，二标控制价…、中标价…」 tells two amounts of each.
    if ([/、/, /[，,](?!\d)/, /[；;]/].filter((mark) => mark.test(list!)).length > 1) return []
    const listed = allMatches(list!, eachSum).length
    return [judged(line, [match.index, match.index + whole.length], said, measure!, listed)]
  })
}

/** The items of a list that all tell a number; undefined where some don't, or the list is open. */
function itemsOf(list: string): number | undefined {
  const bare = list.replace(/[（(][^（()）]*[)）]/g, '')
  if (/等(?![级次])|其中|另有|此外|合计|共(?:计)?\d/.test(bare)) return undefined
  const clauses = bare.split(/[，,](?!\d)/)
  // 「重大专项12项、经费9600万元，重点项目54项、经费10260万元」: each clause is an item.
  const isByClause = clauses.length >= fewest && clauses.every(holdsItems)
  const marks = /[；;]/.test(bare) ? /[；;]/ : isByClause ? /[，,](?!\d)/ : '、'
  const items = bare.split(marks).filter((item) => item.trim() !== '')
  return items.length >= fewest && items.every(isItem) ? items.length : undefined
}

/** The items up to the first semicolon, each with its number. */
function shortList(list: string): number | undefined {
  const [first, rest] = list.replace(/[（(][^（()）]*[)）]/g, '').split(/[；;]/)
  const items = first!.split(/[，,](?!\d)/)
  return rest !== undefined && items.length >= fewest && items.every(isItem) ? items.length : undefined
}

function isItem(item: string): boolean {
  return /^\s*[\p{Script=Han}“”]{2,20}[^\d]{0,3}\d/u.test(item)
}

function holdsItems(clause: string): boolean {
  const items = clause.split('、')
  return items.length >= fewest && items.every(isItem)
}

function lettered(line: Line): Verdict[] {
  return allMatches(line.text, letters).flatMap((match): Verdict[] => {
    const [whole, list, count, measure] = match
    const said = numeralValue(count!)
    if (said === undefined) return []
    return [judged(line, [match.index, match.index + whole.length], said, measure!, list!.split(/[、,，]/).length)]
  })
}

function numbered(line: Line): Verdict[] {
  return allMatches(line.text, altogether).flatMap((match): Verdict[] => {
    const [whole, count, measure] = match
    const before = line.text.slice(0, match.index)
    const said = numeralValue(count!)
    const points = ordinalStyles.map((style) => ordinalsIn(before, style)).find(countsOn)
    const last = points?.at(-1)
    if (said === undefined || !last || before.length - last.end > reach) return []
    return [judged(line, [points![0]!.start, match.index + whole.length], said, measure!, last.value)]
  })
}

/** From one on without a gap. */
function countsOn(points: readonly { readonly value: number }[]): boolean {
  return points.length >= fewest && points.every(({ value }, at) => value === at + 1)
}

function judged(
  line: Line,
  [start, end]: readonly [number, number],
  said: number,
  measure: string,
  listed: number,
): Verdict {
  if (said === listed) return { outcome: 'holds' }
  const message = `写明${said}${measure}，实际列出${listed}${measure}，请核对`
  return miscounted({ said, count: listed, unit: measure }, message, [evidenceAt(line, start, end)])
}
