import { allMatches } from '#domain/all-matches.ts'
import { textAround } from '#domain/document.ts'
import type { Reading } from '#domain/reading.ts'
import type { Verdict } from '../../rule.ts'
import { type Line, evidenceAt, linesCued } from '../paragraphs.ts'
import { numeralValue } from './chinese-numeral.ts'
import { miscounted } from './miscounted.ts'
import { type NameColumn, bareNoun, nameColumns } from './name-columns.ts'

const numeral = '([一二两三四五六七八九十]{1,3}|\\d{1,3})'
const measure = '(个|项|类|家|条|所)'
const noun = '(?:[\\p{Script=Han}]|[（(][\\p{Script=Han}、]{1,6}[)）]){1,8}'
const cue = /[一二两三四五六七八九十\d](?:个|项|类|家|条|所)/g
/** 「7个镇（街道）」. */
const before = new RegExp(`${numeral}${measure}(${noun})`, 'gu')
/** 「三级指标19个」, 「纳入预算管理的项目共7个」. */
const behind = new RegExp(`(${noun}?)(共有|共计|一共|共)?${numeral}${measure}`, 'gu')
const level = /^[一二三]级指标/
/** Tables name indicators at several levels; how many a text means is told by the number alone. */
const ofLevels = /指标$/
/** Right before the number: all there are. */
const all =
  /(?:全部|所有|总?共|共有|共计|覆盖|遍及|涉及|[下所]?辖|(?<!\d)[划细]?分[为成]?|归集为|设[置有]?|分解到|全[县市区旗镇乡州])(?:了|全部|全[县市区旗镇乡州]|的)*$/
const some = /其中|其余|另|抽|部分|未|每|各|扣|满分|新增|比/
/** What went wrong, or was left over, concerns some: 「截留面覆盖4所学校」「结转涉及3个项目」. */
const wrong =
  /截留|挪用|挤占|违规|违反|问题|拖欠|欠[拨付缴发]|滞留|超支|超编|超标|不实|不足|不符|虚报|逾期|延期|滞后|闲置|损毁|隐患|结转|结余|未完成|未支[出付]|未执行|[扣失]分/
/** What is further off is hardly the same list. */
const mostApart = 3
/** Signs of a word before the noun: 「4个施工标段」. */
const mostBefore = 2
/** What follows shows that the noun is over. */
const over =
  /^(?:$|[，。；、：:（(）)“”]|的|中|均|共|合计|全部|及|和|与|进行|开展|实施|招标|构成|组成|为|有|按|由|都|范围)/

/**
 * The number a text gives for things that a table names in a column of its own is how many it names there (I76):
 * 「覆盖全区7个镇（街道）」, 「三级指标19个」. A table may name some of them: only a number that is hardly another is told.
 */
export function rowsAnnounced(reading: Reading, lines: readonly Line[]): Verdict[] {
  const columns = columnsByNoun(reading)
  if (columns.size === 0) return []
  return linesCued(lines, cue).flatMap((line) => [
    ...allMatches(line.text, before).flatMap((match) => {
      const [, count, unit, words] = match
      const lead = clauseBefore(line.text, match.index)
      const named = namedAt(columns, bareNoun(words!), all.test(lead))
      return named && isMeant(named, lead) ? judged(reading, line, match, numeralValue(count!), unit!, named) : []
    }),
    ...allMatches(line.text, behind).flatMap((match) => {
      const [, words, altogether, count, unit] = match
      const ahead = clauseBefore(line.text, match.index)
      const lead = ahead + words!
      const named = longestOf(columns, (each) => bareNoun(words!).endsWith(each))
      const isAll = altogether !== undefined || /共/.test(lead)
      const isTold = named && (level.test(named[0]!.noun) || isAll) && !some.test(lead) && !wrong.test(ahead)
      return isTold ? judged(reading, line, match, numeralValue(count!), unit!, named) : []
    }),
  ])
}

/** Where one column is headed 「项目名称」, others headed 「项目」 are of something else. */
function columnsByNoun(reading: Reading): ReadonlyMap<string, readonly NameColumn[]> {
  const groups = Map.groupBy(nameColumns(reading), (column) => column.noun)
  return new Map(
    [...groups].map(([noun, own]) => [
      noun,
      own.some(({ isNames }) => isNames) ? own.filter(({ isNames }) => isNames) : own,
    ]),
  )
}

function isMeant([first]: readonly NameColumn[], lead: string): boolean {
  return !some.test(lead) && !wrong.test(lead) && (level.test(first!.noun) || all.test(lead))
}

function clauseBefore(text: string, at: number): string {
  return /[^，。；：:,;]*$/.exec(text.slice(0, at))![0]
}

/** The columns that name what the words begin with, of the longest noun; where all are meant a word may stand before it. */
function namedAt(
  columns: ReadonlyMap<string, readonly NameColumn[]>,
  said: string,
  isAll: boolean,
): readonly NameColumn[] | undefined {
  return longestOf(columns, (each) => {
    const at = said.indexOf(each)
    return at >= 0 && (at === 0 || (isAll && at <= mostBefore)) && over.test(said.slice(at + each.length))
  })
}

/** The columns of the longest noun that is meant. */
function longestOf(
  columns: ReadonlyMap<string, readonly NameColumn[]>,
  isMeant: (noun: string) => boolean,
): readonly NameColumn[] | undefined {
  const nouns = [...columns.keys()].filter(isMeant)
  return columns.get(nouns.toSorted((one, other) => other.length - one.length)[0] ?? '')
}

function judged(
  reading: Reading,
  line: Line,
  match: RegExpExecArray | RegExpMatchArray,
  said: number | undefined,
  unit: string,
  named: readonly NameColumn[],
): Verdict[] {
  const counts = new Set(named.map(({ count }) => count))
  if (said === undefined) return []
  if (counts.has(said)) return [{ outcome: 'holds' }]
  const near = named.filter(({ count }) => isNear(said, count))
  const isOne = ofLevels.test(named[0]!.noun) ? new Set(near.map(({ count }) => count)).size === 1 : counts.size === 1
  const [column] = near
  if (!column || !isOne) return [{ outcome: 'undetermined', missing: `表中的“${named[0]!.noun}”是不是全部` }]
  const { count, head } = column
  const start = match.index ?? 0
  const text = textAround(reading.document, head)
  const message = `写明${said}${unit}，表中“${text.trim()}”一栏列出${count}${unit}，请核对`
  const evidence = [evidenceAt(line, start, start + match[0].length), { place: head, text }]
  return [miscounted({ said, count, unit }, message, evidence)]
}

/** A few more or fewer, or two digits swapped. */
function isNear(said: number, count: number): boolean {
  return (
    Math.abs(said - count) <= mostApart || (said >= 10 && String(said) === [...String(count)].toReversed().join(''))
  )
}
