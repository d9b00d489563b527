import type { Rule, Verdict } from '../../rule.ts'
import { chineseNumeral } from './chinese-numeral.ts'
import { headingOf } from '../headings/headings.ts'
import { type Ordinal, ordinalsIn } from './ordinals.ts'
import { type Line, byPart, evidenceAt, linesCued, linesOf } from '../paragraphs.ts'
import { orHolds, reported } from '../verdicts.ts'

type Placed = { readonly line: Line; readonly ordinal: Ordinal; readonly at: number }

/**
 * 「一是…二是…三是」 leaves no number out and has none twice. A row may go on over paragraphs, and one row may stand
 * within another; a number that is written another way (三要, 第三, 三则) counts as there.
 */
export const ordinalOrder: Rule = {
  id: 'ordinals.order',
  title: '“一是、二是、三是”依次排列，不缺不重',
  source: '本系统核对规则',
  judge(reading) {
    const counting = new Set(linesCued(linesOf(reading), /[一二三四五六七八九十]是/g))
    if (counting.size === 0) return orHolds([])
    return orHolds(byPart(reading, linesOf(reading)).flatMap(([, lines]) => judgePart(lines, counting)))
  },
}

function judgePart(lines: readonly Line[], counting: ReadonlySet<Line>): Verdict[] {
  const verdicts: Verdict[] = []
  let open: Placed[] = []
  for (const [at, line] of lines.entries()) {
    if ((headingOf(line)?.level ?? 9) <= 2) open = []
    if (!counting.has(line)) continue
    for (const ordinal of ordinalsIn(line.text, '一是')) {
      const placed = { line, ordinal, at }
      if (ordinal.value === 1) {
        open.push(placed)
        continue
      }
      const fits = open.findLastIndex((each) => each.ordinal.value + 1 === ordinal.value)
      if (fits >= 0) open = [...open.slice(0, fits), placed]
      else if (open.length === 1) {
        verdicts.push(...outOfOrder(open[0]!, placed, lines))
        open = [placed]
      } else open = []
    }
  }
  return verdicts
}

function outOfOrder(before: Placed, placed: Placed, lines: readonly Line[]): Verdict[] {
  const wanted = before.ordinal.value + 1
  const repeats = placed.ordinal.value <= before.ordinal.value
  if (
    !repeats &&
    new RegExp(`${chineseNumeral(wanted)}[是要则抓]|[第其]${chineseNumeral(wanted)}`).test(
      between(before, placed, lines),
    )
  )
    return []
  if (repeats && placed.ordinal.value !== before.ordinal.value) return []
  const sign = `${chineseNumeral(wanted)}是`
  const message = repeats
    ? `“${placed.ordinal.text}”出现两次，后一处应为“${sign}”`
    : `“${before.ordinal.text}”之后是“${placed.ordinal.text}”，中间缺“${sign}”`
  const evidence = [placed, before].map(({ line, ordinal }) => evidenceAt(line, ordinal.start, ordinal.end + 12))
  return [reported('ordinals.order', 'warning', message, evidence, repeats ? { suggestion: sign } : {})]
}

function between(before: Placed, placed: Placed, lines: readonly Line[]): string {
  if (before.at === placed.at) return placed.line.text.slice(before.ordinal.end, placed.ordinal.start)
  const middle = lines.slice(before.at + 1, placed.at).map((line) => line.text)
  return [before.line.text.slice(before.ordinal.end), ...middle, placed.line.text.slice(0, placed.ordinal.start)].join(
    '\n',
  )
}
