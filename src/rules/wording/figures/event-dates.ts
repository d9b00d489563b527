import { allMatches } from '#domain/all-matches.ts'
import type { Verdict } from '../../rule.ts'
import { type Line, evidenceAt } from '../paragraphs.ts'
import { reported } from '../verdicts.ts'

const event =
  '(竣工验收|交工验收|最终验收|初步验收|完工验收|验收|开工|完工|竣工|签订|签约|开标|中标|投入使用|交付|通车|投运|上线|揭牌|挂牌|立项|批复|到货|发放|开班|结业|启动)'
const date = String.raw`(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日`
/** 「竣工验收日期为2022年11月15日」 */
const named = new RegExp(String.raw`${event}(?:的)?(?:日期|时间|日)(?:均|显示|记载|载明)?(?:为|是|：)?\s?${date}`, 'gu')
/** 「于2022年11月15日通过竣工验收」 */
const told = new RegExp(String.raw`${date}[\p{Script=Han}]{0,8}?${event}`, 'gu')
/** 「工程竣工验收于2022年11月15日完成」 */
const toldBehind = new RegExp(String.raw`${event}(?:工作)?于${date}`, 'gu')
/** What was to be, or of another phase, is no other date of the same. */
const planned =
  /计划|约定|拟|预计|应|合同(?!签)(?=[期规])|要求|原定|延|调整|目标|截止|第[一二三四五\d]+[批期次个]|首批|上一/
const cue = /月\d{1,2}日/

type Dated = {
  readonly event: string
  readonly year: string
  readonly day: string
  readonly at: number
  readonly end: number
}

/** The date that a paragraph gives an event by name is the one it told of it: only where each is told once. */
export function eventDates(line: Line): Verdict[] {
  const { text } = line
  if (!cue.test(text)) return []
  const names = allMatches(text, named).map((match) => dated(match, [1, 2]))
  if (names.length === 0) return []
  const others = [
    ...allMatches(text, told).map((match) => dated(match, [4, 1])),
    ...allMatches(text, toldBehind).map((match) => dated(match, [1, 2])),
  ]
  return names.flatMap((name): Verdict[] => {
    if (names.some((each) => each !== name && each.event === name.event)) return []
    const [other, ...more] = others.filter((each) => each.event === name.event)
    if (!other || more.length > 0 || isSame(name, other)) return []
    if (planned.test(clauseAt(text, name)) || planned.test(clauseAt(text, other))) return []
    const message = `“${name.event}”的日期前后不一致：一处为“${text.slice(other.at, other.end)}”，另一处为“${text.slice(name.at, name.end)}”，请核对`
    return [
      reported(
        'I92',
        'warning',
        message,
        [name, other].map((each) => evidenceAt(line, each.at, each.end)),
      ),
    ]
  })
}

function dated(match: RegExpMatchArray, [what, from]: readonly [number, number]): Dated {
  const at = match.index!
  return {
    event: match[what]!,
    year: match[from] ?? '',
    day: `${match[from + 1]}-${match[from + 2]}`,
    at,
    end: at + match[0].length,
  }
}

function isSame(one: Dated, two: Dated): boolean {
  return one.day === two.day && (one.year === '' || two.year === '' || one.year === two.year)
}

/** The words from the last mark before it on. */
function clauseAt(text: string, { at, end }: Dated): string {
  return text.slice(Math.max(...['，', '。', '；', '：', ','].map((sign) => text.lastIndexOf(sign, at))) + 1, end)
}
