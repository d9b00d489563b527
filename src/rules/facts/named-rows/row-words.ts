import { afterLast } from '#domain/clauses.ts'
import type { ToldNumber } from '../told-numbers.ts'

/** What ends the words for a number: 「执行率仅为」, 「执行率只有」. */
const verbs = /(?:[仅只就也均都已才却便]|共计?|高?达到?|为|是|有|约|[：:])+$/
/** 「执行率最低，为96.56%」, 「得分率偏低」 */
const extremes = /(?:[最偏较]?[高低大小多少快慢好差长短]|居[首末]|排名?第一|垫底)的?$/
const extremeBefore = /^(.*?)(?:最[高低大小多少快慢]|[偏较][高低快慢])的?$/
/** What a number is held against, or of another year or time: none of the row's own. */
const elsewhen =
  /上年|去年|同期|以前|往年|20\d\d年(?!度)|\d月[底末]|截至|较|比(?!例|重|率)|目标|计划|标准|任务|应|预计|平均|人均|每|未|不足|低于|高于|超过/
/** What may stand between a row's name and what of it is told: 「文旅节会活动项目执行率」, 「设备购置类执行率」. */
const between = /^(?:项目|专项|资金|支出|经费|费用|补助|指标|工程|预算|部分|方面|[类费的该其]|年度|全年|本年)*$/
const clauseMarks = '，,。；：;:、（）()\n'

/** What the words before a number say of it. */
export type RowWords = {
  /** The sentence back to its last semicolon, numbers and all. */
  readonly sentence: string
  /** The clause that says what it is, without verbs: 「山阳县执行率」. */
  readonly clause: string
  /** Whether it is told to be the highest or lowest of all rows. */
  readonly extreme: boolean
}

/** What the words before a number say of it, 「执行率最低，为96.56%」 too; undefined where they hold it against something else. */
export function rowWords({ before }: ToldNumber): RowWords | undefined {
  const sentence = afterLast(before, '。！？；;\n').replace(/\s/g, '')
  const own = afterLast(sentence, clauseMarks)
  const bare = own.replace(verbs, '')
  const full = bare === '' ? afterLast(sentence.slice(0, -own.length - 1), clauseMarks) : bare
  if (elsewhen.test(full) || (bare === '' && /\d/.test(full))) return undefined
  const clause = full.replace(verbs, '').replace(extremes, '')
  return { sentence, clause, extreme: extremes.test(full) || /最[高低大小多少快慢]的/.test(full) }
}

/**
 * Whether a sentence names a row by itself, as what it is about: in the number's own clause, or at the beginning of one before it
 * behind which nothing else but numbers are told (「膳食补助占73.41%，工资次之」 tells of another from there on).
 */
export function isNamed({ sentence, clause }: RowWords, name: string): boolean {
  const at = sentence.lastIndexOf(name)
  if (at < 0) return false
  const before = sentence[at - 1] ?? ''
  const behind = sentence.slice(at + name.length)
  if (/[、和与及]/.test(before) || /^[、和与及]/.test(behind) || several.test(behind)) return false
  const isBegun = !/\p{Script=Han}/u.test(before)
  if (clause.includes(name)) return name.length >= 4 || isBegun || /[的是，中]/.test(before)
  // 「行政186名、参公42名，年末在职512人」: from the next of a list on it is told of all of them.
  if (/^[^，,：:；;]*、/.test(behind)) return false
  const clauses = behind.split(/[，,、：:；;]/).slice(1, -1)
  return isBegun && clauses.every((each) => each === '' || /\d/.test(each))
}
const several = /分别|依次|合计|共计|各|[两二三四五六七八九十几\d]个?(?:项目|镇|乡|县|区|市|单位|类|项)/

/**
 * What of a row the words say, where its name stands in the sentence and nothing else between: 「动物疫病防控兑付率」 → 「兑付率」;
 * 「执行率最低的独岭县」 → 「执行率」; the clause, where the name stands in one before.
 */
export function measureOf({ clause }: RowWords, name: string): string | undefined {
  const at = clause.lastIndexOf(name)
  if (at < 0) return clause
  const behind = clause.slice(at + name.length)
  if (behind !== '') return behind
  return extremeBefore.exec(clause.slice(0, at))?.[1]
}

/** Whether words say what the head of a column does, and nothing more: 「兑付率」 under 「兑付率（%）」, 「占」 under 「占比」. */
export function fitsHead(measure: string, head: string): boolean {
  const bare = head.replace(/(?:数量?|金?额|情况|值)$/, '')
  const end = endIn(measure, bare)
  return end !== undefined && between.test(measure.slice(0, -end.length))
}

function endIn(measure: string, bare: string): string | undefined {
  if (bare.length >= 2 && measure.endsWith(bare)) return bare
  const [share] = /占比?$|比重$/.exec(measure) ?? []
  if (share) return /占|比重/.test(bare) ? share : undefined
  const ending = measure.slice(-3)
  return /[率度]$/.test(ending) && ending.length === 3 && bare.endsWith(ending) ? ending : undefined
}
