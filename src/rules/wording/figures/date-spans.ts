import { allMatches } from '#domain/all-matches.ts'
import type { Verdict } from '../../rule.ts'
import { type Line, evidenceAt } from '../paragraphs.ts'
import { reported } from '../verdicts.ts'

const date = /(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/g
/** 「共120天」「实际工期118日历天」: how long the time between two dates is told to be. */
const told =
  /(?:共计?|历时|历经|为期|用时|工期|总工期|合计|持续|周期|时间)(?:为|是|约定为|约定)?\s?(\d{1,4})(?:个)?(?:日历|自然)?[天日](?![前内])/g
const cue = /月\d{1,2}日/
/** How long it was to be, or how much sooner or later it was. */
const other = /提前|延期|延误|超|逾期|缩短|滞后|计划|合同工期(?!自)|要求|原定|定额|公示|质保|保修|工作日/
/** Both dates bound one stretch of time. */
const bounds =
  /^[^，。；]{0,14}(?:起)?[，,]?\s*(?:[-—－~～至到]|[\p{Script=Han}]{0,8}(?:完工|竣工|结束|完成|交付|结业|闭幕|撤展|截止|于|至))/u
const day = 86_400_000

/** 「自2023年3月1日至2023年6月28日，共120天」: the two dates of a sentence are so many days apart, with the first or without. */
export function dateSpans(line: Line): Verdict[] {
  if (!cue.test(line.text)) return []
  return allMatches(line.text, /[^。；\n]+/g).flatMap((match) => spanIn(line, match[0], match.index))
}

function spanIn(line: Line, sentence: string, at: number): Verdict[] {
  const dates = allMatches(sentence, date)
  const [span, ...spans] = allMatches(sentence, told)
  const [first, last] = dates
  if (!first || !last || dates.length !== 2 || !span || spans.length > 0) return []
  const [from, to] = [timeOf(first, undefined), timeOf(last, first[1])]
  if (from === undefined || to === undefined || to <= from || span.index < last.index) return []
  const between = sentence.slice(first.index + first[0].length, last.index)
  const behind = sentence.slice(last.index + last[0].length, span.index)
  const joint = between + last[0] + behind
  if (other.test(sentence.slice(0, span.index)) || !bounds.test(between + behind) || /[，,].*[，,].*[，,]/.test(joint))
    return []
  const apart = Math.round((to - from) / day)
  const said = Number(span[1])
  if (said === apart || said === apart + 1) return [{ outcome: 'holds' }]
  const message = `“${first[0]}”至“${last[0]}”首尾都算为${apart + 1}天，文中写${said}天，请核对`
  return [
    reported('I92', 'warning', message, [evidenceAt(line, at + first.index, at + span.index + span[0].length)], {
      expression: `${apart + 1} ≠ ${said}`,
    }),
  ]
}

/** In milliseconds; a date without a year is of the one before it. */
function timeOf([, year, month, ofMonth]: RegExpMatchArray, before: string | undefined): number | undefined {
  const own = year ?? before
  return own === undefined ? undefined : Date.UTC(Number(own), Number(month) - 1, Number(ofMonth))
}
