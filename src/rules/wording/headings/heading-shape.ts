import type { Rule, Verdict } from '../../rule.ts'
import { looksLikeHeading, markEvidence } from './heading-order.ts'
import { type Heading, headingOf, isContentsLine } from './headings.ts'
import { type Line, evidenceOf, linesOf } from '../paragraphs.ts'
import { orHolds, placesOf, reported } from '../verdicts.ts'

const title = '标题序号写法统一，同级标题都有序号'
const source = 'GB/T 9704-2012 第7.3.3条'

/**
 * Every heading of a level has its number, and its brackets one width (I82).
 * A line is a heading without its number only where the same words are a numbered heading elsewhere in the file
 * and a numbered heading of that level stands before it in the same section: a warning. Mixed widths are a note.
 */
export const headingShape: Rule = {
  id: 'heading.shape',
  title,
  source,
  judge(reading) {
    const lines = linesOf(reading).filter((line) => !isContentsLine(line))
    const headings = lines.flatMap((line) => headingOf(line) ?? [])
    if (headings.length < 2) return [{ outcome: 'not-applicable' }]
    return orHolds([...unnumbered(lines, headings), ...mixedWidths(headings)])
  },
}

function unnumbered(lines: readonly Line[], headings: readonly Heading[]): Verdict[] {
  const named = new Map<string, Heading>()
  for (const heading of headings) if (heading.bare && heading.level === 2) named.set(heading.name, heading)
  const groups = new Map<string, Line[]>()
  let open: Line | undefined
  for (const line of lines) {
    const heading = headingOf(line)
    if (heading && heading.level <= 2) open = heading.level === 2 ? line : undefined
    const name = line.text.trim()
    const numbered = heading ? undefined : named.get(name)
    if (!numbered || open?.part !== line.part || numbered.line.part === line.part || !looksLikeHeading(line)) continue
    groups.set(name, [...(groups.get(name) ?? []), line])
  }
  return [...groups].map(([name, group]) => {
    const twin = named.get(name)!
    const evidence = [...group, twin.line].map((line) => evidenceOf(line))
    return reported(
      'heading.shape',
      'warning',
      `标题“${name}”漏写序号${placesOf(group.map((line) => evidenceOf(line)))}，别处写作“${twin.line.text.trim()}”，请补上序号`,
      evidence,
    )
  })
}

function mixedWidths(headings: readonly Heading[]): Verdict[] {
  const verdicts: Verdict[] = []
  const within = headings.filter(({ mark }) => /^\(.*）$|^（.*\)$/.test(mark.trim()))
  if (within.length > 0)
    verdicts.push(
      reported(
        'heading.shape',
        'info',
        `序号“${within[0]!.mark}”的括号一半全角一半半角${placesOf(within.map(markEvidence))}，应统一用全角括号`,
        within.map(markEvidence),
        { suggestion: within[0]!.mark.replace('(', '（').replace(')', '）') },
      ),
    )
  for (const style of ['（一）', '（1）'] as const) {
    const half = headings.filter(({ mark, style: own }) => own === style && /^\(.*\)$/.test(mark.trim()))
    const full = headings.filter(({ mark, style: own }) => own === style && /^（.*）$/.test(mark.trim()))
    if (half.length === 0 || full.length === 0) continue
    const evidence = half.map(markEvidence)
    verdicts.push(
      reported(
        'heading.shape',
        'info',
        `同级序号有的用半角括号“${half[0]!.mark}”${placesOf(evidence)}，有的用全角括号“${full[0]!.mark}”，应统一用全角括号`,
        evidence,
      ),
    )
  }
  return verdicts
}
