import type { Mention, Sentence } from '../text/sentences.ts'
import type { Apart } from './points-by-words.ts'
import { clauseOf } from './rate-pairs.ts'

const since =
  /^[，,]\s*(?:(?:[较比]|相比|相较于?|与)(?:(20\d\d)年度?|上一?年度?|去年|前一年)(?:同期)?(?:相比)?|同比|环比)[\p{Script=Han}]{2,4}$/u
const moved = /(?:提高|提升|上升|增长|增加|下降|降低|回落|减少|收窄|扩大)了?$/
const nameEnd =
  /([\p{Script=Han}]{1,3}(?:率|进度|度|得分|比重|占比))(?:分别)?(?:为|达到?|是|升至|降至|提高到|下降到|回落到)?$/u
const years = /20\d\d(?=年)/g
const ofRange =
  /(?:极差|首尾相差|(?:最高(?:的)?[与和]最低(?:的)?|两者|二者|前后|高低)[^，；。]{0,4}相差)(?:为|达到?|是|了|约)*$/

/**
 * The two rates that points lie between: what a rate was in the year that the words name, told further up in the paragraph: 「2021年支出3887.06万元，
 * 执行率87.35%；2022年支出4393.11万元，执行率90.02%，较2021年提高2.67个百分点」; or the highest and the lowest right before, at any depth of
 * brackets.
 *
 * told   the rates of the paragraph before the points
 */
export function sinceYear(sentence: Sentence, points: Mention, told: readonly Mention[]): Apart | undefined {
  const like = told.filter(
    ({ figure: { quantity } }) => quantity.unit.kind === 'share' && quantity.looseness === 'exact',
  )
  return ofExtremes(points, like) ?? ofYear(sentence.paragraph.text, points, like)
}

/** 「最高的为甲县（96.01%），最低的为乙县（92.48%），极差3.53个百分点」 */
function ofExtremes(points: Mention, like: readonly Mention[]): Apart | undefined {
  const [one, two] = like.slice(-2)
  if (!one || !two || !ofRange.test(clauseOf(points).trim())) return undefined
  const [first, second] = [one, two].map(({ lead }) => /最[高低大小快慢]/.exec(lead)?.[0])
  const isPair = first !== undefined && second !== undefined && first !== second
  return isPair ? (/最[高大快]/.test(first) ? { current: one, base: two } : { current: two, base: one }) : undefined
}

function ofYear(text: string, points: Mention, like: readonly Mention[]): Apart | undefined {
  const lead = points.lead.trim()
  const found = since.exec(lead)
  const current = like.at(-1)
  if (!found || !moved.test(lead) || !current || text.slice(current.end, points.start) !== points.lead) return undefined
  const name = nameOf(current)
  const own = yearAt(text, current)
  const year = found[1] ?? (own === undefined ? undefined : String(Number(own) - 1))
  if (name === undefined || year === undefined || year === own) return undefined
  const others = like.slice(0, -1).filter((each) => nameOf(each) === name && yearAt(text, each) === year)
  return others.length === 1 ? { current, base: others[0]! } : undefined
}

function nameOf(rate: Mention): string | undefined {
  return nameEnd.exec(clauseOf(rate).trim())?.[1]?.slice(-3)
}

/** The year named last before a number, in its sentence. */
function yearAt(text: string, { start }: Mention): string | undefined {
  const before = text.slice(0, start)
  return [...before.slice(before.lastIndexOf('。') + 1).matchAll(years)].at(-1)?.[0]
}
