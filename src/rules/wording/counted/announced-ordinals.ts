import { allMatches } from '#domain/all-matches.ts'
import type { Verdict } from '../../rule.ts'
import { numeralValue } from './chinese-numeral.ts'
import { headingOf } from '../headings/headings.ts'
import { type Ordinal, ordinalStyles, ordinalsIn } from './ordinals.ts'
import { type Line, evidenceAt, indicesCued } from '../paragraphs.ts'

const announcement =
  /(?<![\d第近约一二三四五六七八九十百])([一二两三四五六七八九十]{1,3}|\d{1,2})(个|项|条|点|类|方面|场|次|处|座|家|件|期|批|名)([\p{Script=Han}]{0,8}?)(?:[，,](?:具体|分别|依次|即|如下|包括)(?:为|是|有|如下|包括|情况如下)?)?([：:。])/gu
const cue = /[一二两三四五六七八九十\d](?:个|项|条|点|类|方面|场|次|处|座|家|件|期|批|名)/g
const refers = /方面|措施|问题|原因|任务|工作|经验|做法|建议|内容|要求|不足|短板|环节|步骤|阶段|点$|条$|项$|类$/

/**
 * 「以下三项措施：一是…二是…三是…」 has as many points as it announces (I76). Only where the first point follows the
 * announcement at once and the points count on from one. An error behind a colon, a warning behind a full stop or
 * where the points are paragraphs of their own.
 */
export function announcedOrdinals(lines: readonly Line[]): Verdict[] {
  return indicesCued(lines, cue).flatMap((at) => {
    const line = lines[at]!
    return allMatches(line.text, announcement).flatMap((match): Verdict[] => {
      const said = numeralValue(match[1]!)
      // Behind a colon that points follow at once, whatever is counted is what they list.
      if (!said || said < 2 || (match[4] === '。' && !refers.test(`${match[2]}${match[3]}`))) return []
      const end = match.index + match[0].length
      const count = pointsWithin(line, end, lines[at + 1])
      if (count === undefined) return []
      return [judged(line, [match.index, end], said, `${match[2]}${match[3]}`, count, match[4] !== '。')]
    })
  })
}

/** How many points follow in the same paragraph; undefined where none does, or they go on in the next one. */
function pointsWithin(line: Line, from: number, next: Line | undefined): number | undefined {
  const rest = line.text.slice(from)
  for (const style of ordinalStyles) {
    const points = ordinalsIn(rest, style)
    if (points[0]?.value !== 1 || points[0].start > 1) continue
    const row = rowOf(points)
    if (!row || /等[。；;]?$/.test(rest.trim())) return undefined
    if (next && goesOn(next, row)) return undefined
    return row
  }
  return undefined
}

/** The last number of points that count on from one; undefined where a number is left out or comes twice. */
function rowOf(points: readonly Ordinal[]): number | undefined {
  let last = 0
  for (const { value } of points) {
    if (value === 1 && last >= 2) return last
    if (value !== last + 1) return undefined
    last = value
  }
  return last >= 2 ? last : undefined
}

function goesOn(next: Line, last: number): boolean {
  const heading = headingOf(next)
  if (heading) return heading.value === last + 1
  return ordinalStyles.some((style) => ordinalsIn(next.text, style).some((point) => point.start < 2 && point.value > 1))
}

function judged(
  line: Line,
  [start, end]: readonly [number, number],
  said: number,
  what: string,
  count: number,
  sure: boolean,
): Verdict {
  if (said === count) return { outcome: 'holds' }
  return {
    outcome: 'contradiction',
    finding: {
      rule: 'I76',
      severity: sure ? 'error' : 'warning',
      message: `写明${said}${what}，后面实际分${count}点列出，请核对`,
      expression: `${count} ≠ ${said}`,
      difference: String(Math.abs(said - count)),
      evidence: [evidenceAt(line, start, end)],
    },
  }
}
