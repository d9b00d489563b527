import type { Rule, Verdict } from '../../rule.ts'
import { type CitedNumber, citationCue, citedIn } from './cited-numbers.ts'
import { type Line, evidenceAt, linesCued, linesOf } from '../paragraphs.ts'
import { placesOf, reported } from '../verdicts.ts'

/**
 * One document has one number, written one way (I79).
 * The same year and number under 「县财绩」 and 「桃财绩」 is probably one document: a warning. One title with two numbers of
 * the same agency is an error, another number behind 「该通知」 than the one told before a warning. 〔〕 written otherwise, 第 or a leading 0 are notes;
 * firms and courts write 「字〔2024〕第51号」.
 */
export const documentNumbers: Rule = {
  id: 'I79',
  title: '同一文件的文号写法一致',
  source: 'GB/T 9704-2012 第7.2.5条',
  judge(reading) {
    const cited = linesCued(linesOf(reading), citationCue).flatMap(citedIn)
    if (cited.length === 0) return [{ outcome: 'not-applicable' }]
    const groups = [...Map.groupBy(cited, ({ year, number }) => `${year}|${number}`).values()]
    const judged = [...groups.flatMap(agencies), ...titles(cited), ...pointedBack(cited), ...forms(cited)]
    return judged.length > 0 ? judged : [{ outcome: 'holds' }]
  },
}

function agencies(group: readonly CitedNumber[]): Verdict[] {
  if (group.length < 2) return []
  const first = group[0]!
  const other = group.find(({ agency }) => slipOf(agency, first.agency))
  if (!other) return [{ outcome: 'holds' }]
  const wrong = generalPlace.test(first.agency) ? first : other
  const right = wrong === first ? other : first
  const places = group.filter(({ agency }) => agency === wrong.agency).map(evidenceFor)
  return [
    reported(
      'I79',
      'warning',
      `同一文号前后写法不一：“${spelled(wrong)}”${placesOf(places)}与“${spelled(right)}”，请按原文统一发文机关代字`,
      [...places, evidenceFor(right)],
      { cause: '发文机关代字不同，其中一处可能写错' },
    ),
  ]
}

/** An agency word that begins with a general word for the place. */
const generalPlace = /^[县市区州]/

/**
 * Agency words that are probably one: a general word for the place (县, 市) in one and the place's own sign in the
 * other, or two signs swapped. 湘财绩 and 桃财绩, or 财预 and 湘财预, are two agencies.
 */
function slipOf(left: string, right: string): boolean {
  if (left === right || left.length !== right.length || left.length < 3) return false
  const differ = [...left].flatMap((sign, at) => (sign === right[at] ? [] : [at]))
  if (differ.length === 1 && differ[0] === 0) return generalPlace.test(left) !== generalPlace.test(right)
  return [...left].toSorted().join('') === [...right].toSorted().join('')
}

/** A title with two numbers of one agency: of one year, or of a title that names its year. */
function titles(cited: readonly CitedNumber[]): Verdict[] {
  const named = cited.filter(({ title }) => title.length >= 8)
  return [...Map.groupBy(named, ({ title }) => title).values()].flatMap((group): Verdict[] => {
    const first = group[0]!
    const other = group.find(
      (each) =>
        each.agency === first.agency &&
        (each.year === first.year ? each.number !== first.number : /20\d\d/.test(first.title)),
    )
    if (!other) return group.length > 1 ? [{ outcome: 'holds' }] : []
    return [
      reported(
        'I79',
        'error',
        `同一份文件写了两个文号：“${spelled(first)}”与“${spelled(other)}”（《${first.title}》）`,
        [other, first].map(evidenceFor),
      ),
    ]
  })
}

const pointing =
  /(?:该|本|此|这一?|上述|前述)(?:份|项)?(?:通知|文件|办法|批复|方案|意见|决定|函|细则|规定|指标文|指标文件|文)\s?[（(]?$/
/** Paragraphs before one that points back in which the document it means stands. */
const reach = 2

/** 「根据《…的通知》（财教〔2022〕145号）…该通知（财教〔2022〕154号）」: it points to the one document told before. */
function pointedBack(cited: readonly CitedNumber[]): Verdict[] {
  return cited.flatMap((again, at): Verdict[] => {
    if (!pointing.test(again.line.text.slice(0, again.start).trimEnd())) return []
    const before = cited
      .slice(0, at)
      .filter(({ line }) => line.part === again.line.part && again.line.block - line.block <= reach)
    const [first] = before
    if (!first || before.some((each) => spelled(each) !== spelled(first)) || first.agency !== again.agency) return []
    if (first.year === again.year && first.number === again.number) return [{ outcome: 'holds' }]
    const message = `所指的文件前面写“${spelled(first)}”，这里写“${spelled(again)}”，请核对文号`
    return [reported('I79', 'warning', message, [again, first].map(evidenceFor))]
  })
}

function forms(cited: readonly CitedNumber[]): Verdict[] {
  const odd = cited.filter(
    ({ agency, open, close, plain }) => open !== '〔' || close !== '〕' || (!plain && !agency.endsWith('字')),
  )
  if (odd.length === 0) return []
  const evidence = odd.map(evidenceFor)
  const { agency, year, number } = odd[0]!
  return [
    reported(
      'I79',
      'info',
      `文号“${spelled(odd[0]!)}”${placesOf(evidence)}写法不规范：年份用六角括号〔〕括入，序号不加“第”，不编虚位`,
      evidence,
      { suggestion: `${agency}〔${year}〕${number}号` },
    ),
  ]
}

function spelled({ line, start, end }: CitedNumber): string {
  return line.text.slice(start, end)
}

function evidenceFor(each: CitedNumber & { readonly line: Line }) {
  return evidenceAt(each.line, each.start, each.end)
}
