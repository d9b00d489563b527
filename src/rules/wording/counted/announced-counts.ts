import { allMatches } from '#domain/all-matches.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { announcedOrdinals } from './announced-ordinals.ts'
import { closedByNumber } from './closed-by-number.ts'
import { announcedParts } from './announced-parts.ts'
import { rowsAnnounced } from './rows-announced.ts'
import { rowsByBound } from './rows-by-bound.ts'
import { numeralValue } from './chinese-numeral.ts'
import { countedItems } from './counted-items.ts'
import { miscounted } from './miscounted.ts'
import { hundredPercents } from './hundred-percents.ts'
import { type NameList, closedTail, namesOf, withoutBrackets } from '../names/name-list.ts'
import { type Line, evidenceAt, linesCued, linesOf } from '../paragraphs.ts'

const number = '([一二两三四五六七八九十]{1,3}|\\d{1,3})'
/** Behind a list of places a number far too large is one that was meant to count them. */
const closingNumber = '([一二两三四五六七八九十]{1,3}|\\d{1,7})'
/** What may be announced is counted in these; 「三个100%」 in the first. */
const measures = [...'个家所项类种名座处条件场支宗起期批', '部分']
const cue = new RegExp(`[一二两三四五六七八九十\\d](?:${measures.join('|')})`, 'g')
const announced = new RegExp(
  `${number}(${measures.join('|')})([\\p{Script=Han}]{0,14}?)([：:]|[，,]?(?:分别为|分别是|即|包括|有|分布[在于])[：:]?)([^。；;：:]+)`,
  'gu',
)
const closing = new RegExp(
  `(等|共)?${closingNumber}(?:个|家|所)(乡镇|镇|乡|村|社区|县|区|街道|股室|科室|处室|部室|办公室|(?:下属|所属|直属|二级|事业|预算|内设)*(?:单位|机构))(?!级)`,
  'gu',
)
/** 「3个项目（道路清扫、路灯维护、市容整治）」. */
const bracketed = new RegExp(`${number}(个|家|所|类|项)([\\p{Script=Han}]{1,8})[（(]([^（()）。；;]+)[）)]`, 'gu')
/** What a bracket may hold besides the names of the things counted. */
const noNames = /[，,\d]|[含即为按另]|^(?:街道|社区|乡镇|镇|乡|村|园区|农场|单位|部门|县|市|区)$/
const aside = '(?:[（(][^（()）、]{1,20}[）)])?'
/** 「规划科、水资源科（节水办公室）、移民科」: a name may have another in a bracket. */
const listBefore = new RegExp(`(?:[\\p{Script=Han}]{2,12}${aside}、)+[\\p{Script=Han}]{2,16}${aside}$`, 'u')
/** What no list begins behind: it was begun before. */
const begunBefore = /[、）)”》]$/
/** A list is sought this far before the number that closes it: bounds the time of a long line. */
const reach = 300
/** Words before or behind the number that make it another thing than the length of the list. */
const otherBefore = /[近约超逾第前每余多达]\s?$|(?:不少于|不低于|至少|以上|超过|其中|人均|各)\s?$/
const otherBehind = /以上|以下|以内|左右|余|多|其中|主要|部分/

/** A list that announces its number has that many names (I76, P10); 「三个100%」 names three rates (I75). */
export const announcedCounts: Rule = {
  id: 'I76',
  title: '写明的个数与列出的个数一致',
  source: '本系统核对规则',
  judge(reading) {
    const lines = linesOf(reading)
    const verdicts = [
      ...linesCued(lines, cue).flatMap((line) => [
        ...lists(line),
        ...closed(line),
        ...inBrackets(line),
        ...hundredPercents(line),
      ]),
      ...announcedParts(lines),
      ...announcedOrdinals(lines),
      ...closedByNumber(lines),
      ...rowsAnnounced(reading, lines),
      ...rowsByBound(reading, lines),
    ]
    return verdicts.length > 0 ? verdicts : [{ outcome: 'not-applicable' }]
  },
}

function lists(line: Line): Verdict[] {
  return allMatches(line.text, announced).flatMap((match): Verdict[] => {
    const [whole, count, measure, noun, joint, list] = match
    // 「归结为六个字：稳定、安置、褒扬」
    if (otherBefore.test(line.text.slice(0, match.index)) || otherBehind.test(noun!) || noun === '字') return []
    const listed = namesOf(list!)
    const said = numeralValue(count!)
    // 「两项即柑橘产业支出的全部」 lists nothing.
    if (!listed || said === undefined || (listed.names.length === 1 && !/[：:]/.test(joint!))) return []
    const isOpen = /包括|有/.test(joint!)
    if (listed.most < said && (isOpen || goesOnAfter(line.text, match.index + whole.length))) {
      // 「共7个，包括：…」 with six names: one was forgotten, or the number is wrong.
      const isAll = /共$/.test(line.text.slice(0, match.index)) && isOneShort(listed, said)
      return isOpen && isAll ? [judgeList(line, [match.index, whole.length], said, measure!, unsure(listed))] : []
    }
    return [judgeList(line, [match.index, whole.length], said, measure!, listed)]
  })
}

/** Three names or more in a bracket right behind what they are: it tells which they are. */
function inBrackets(line: Line): Verdict[] {
  return allMatches(line.text, bracketed).flatMap((match): Verdict[] => {
    const [whole, count, measure, noun, list] = match
    if (otherBefore.test(line.text.slice(0, match.index)) || otherBehind.test(noun!)) return []
    const names = list!.split('、')
    const said = numeralValue(count!)
    const isList = names.length >= 3 && names.every((name) => name.length >= 2 && !noNames.test(name))
    const listed = isList && namesOf(list!)
    if (!listed || said === undefined) return []
    return [judgeList(line, [match.index, whole.length], said, measure!, { ...listed, sure: false })]
  })
}

/** Whether more names follow behind the sign that ends a list: 「办公室；财务处；业务处」. */
function goesOnAfter(text: string, end: number): boolean {
  const [, next = ''] = /^[；;：:]([^。；;：:]+)/.exec(text.slice(end, end + 60)) ?? []
  return namesOf(next) !== undefined
}

/** A list that its number closes: 「甲镇、乙镇、丙乡3个乡镇」; words of the sentence before the first name are left off. */
function closed(line: Line): Verdict[] {
  return allMatches(line.text, closing).flatMap((match): Verdict[] => {
    const [whole, open, count, kind] = match
    const list = listBefore.exec(line.text.slice(Math.max(0, match.index - reach), match.index))?.[0] ?? ''
    if (begunBefore.test(line.text.slice(0, match.index - list.length))) return []
    const listed = closedTail(withoutBrackets(list), kind!)
    const said = /^\d+$/.test(count!) ? Number(count) : numeralValue(count!)
    if (!listed || said === undefined) return []
    // 「甲、乙、丙、丁等5个股室」: who names all but one means to name all.
    const isOpen = open === '等' && listed.names.length <= said
    if (isOpen && !isOneShort(listed, said)) return []
    const span = [match.index - list.length, list.length + whole.length] as const
    return [judgeList(line, span, said, '个', isOpen ? unsure(listed) : listed)]
  })
}

/** So many names are not given as examples. */
const fewestOfAll = 4

function isOneShort({ names, most }: NameList, said: number): boolean {
  return names.length >= fewestOfAll && most === said - 1
}

function unsure(listed: NameList): NameList {
  return { ...listed, sure: false }
}

function judgeList(
  line: Line,
  [start, length]: readonly [number, number],
  said: number,
  measure: string,
  { names, most, sure }: NameList,
): Verdict {
  if (said >= names.length && said <= most) return { outcome: 'holds' }
  const counted = countedItems(names)
  if (counted?.sum === said) return { outcome: 'holds' }
  const evidence = [evidenceAt(line, start, start + length)]
  if (counted?.all) {
    const message = `写明${said}${measure}，所列各项合计${counted.sum}${measure}：${names.join('、')}`
    return miscounted({ said, count: counted.sum, unit: measure }, message, evidence)
  }
  return {
    outcome: 'contradiction',
    finding: {
      rule: 'I76',
      severity: sure ? 'error' : 'warning',
      message: `写明${said}${measure}，实际列出${names.length}${measure}：${names.join('、')}`,
      expression: `${names.length} ≠ ${said}`,
      difference: String(Math.abs(names.length - said)),
      unit: measure,
      evidence,
    },
  }
}
