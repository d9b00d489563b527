import type { Claim } from '#domain/claim.ts'
import { allMatches } from '#domain/all-matches.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { isExact, isLike, told, unnamed } from './told.ts'

const trend =
  /(?:逐[年季月期次步]|连年|连续[两二三四五]年|年年|持续|稳步|依次|呈[\p{Script=Han}]{0,4})(?:保持)?(下降|减少|递减|降低|下滑|回落|缩减|压减|走低|缩短)|(?:逐[年季月期次步]|连年|连续[两二三四五]年|年年|持续|稳步|依次|呈[\p{Script=Han}]{0,4})(?:保持)?(增长|上升|提高|增加|递增|提升|上涨|扩大|走高|攀升)/gu
const year = /(20\d\d)\s?年/g
const range = /(20\d\d)年?\s?[至到—–~～-]{1,2}\s?(20\d\d)年/
const inTurn = /([两三四五])个(?:季度|年度|学期|批次)[^，；。]{0,12}(?:依次|分别)/
const numerals = '〇一两三四五'
const fewest = 3

/** Numbers of three years or more, in their order, that are told to rise or to fall from year to year. */
export function yearByYear(sentence: Sentence): Claim[] {
  return allMatches(sentence.text, trend).flatMap((match) => {
    const at = match.index + sentence.start
    const list = listBefore(sentence, at)
    if (list.length < fewest) return []
    return list.slice(1).map((later, index) => {
      const earlier = list[index]!
      const [lesser, greater] = (match[1] ? [later, earlier] : [earlier, later]).map(unnamed)
      return told(sentence, lesser!, greater!, { said: match[0], strict: true })
    })
  })
}

/** The last run of like numbers before the word, as many as years are named ahead of or among them, in the order of the years. */
function listBefore({ text, start, mentions }: Sentence, at: number): readonly Mention[] {
  const before = mentions.filter(({ end }) => end <= at)
  const last = before.at(-1)
  if (!last || /[；。]|[，,][^，,]*[，,][^，,]*[，,]/.test(text.slice(last.end - start, at - start))) return []
  const from = before.findLastIndex((each) => !isLike(each, last) || !isExact(each) || each.depth !== last.depth)
  const run = before.slice(from + 1)
  const ahead = from < 0 ? start : before[from]!.end
  const count = periodsIn(text.slice(ahead - start, last.end - start))
  return count === run.length ? run : []
}

/** How many years, one behind the other, or other periods a text names; undefined where they are in no order. */
function periodsIn(text: string): number | undefined {
  const [, first, until] = range.exec(text) ?? []
  if (first) return Number(until) - Number(first) + 1
  const [, periods] = inTurn.exec(text) ?? []
  if (periods) return numerals.indexOf(periods)
  const years = allMatches(text, year).map(([, digits]) => Number(digits))
  return years.every((each, index) => index === 0 || each === years[index - 1]! + 1) ? years.length : undefined
}
