import type { Rule, Verdict } from '../../rule.ts'
import { type Heading, headingOf, isContentsLine } from './headings.ts'
import { type Line, byPart, evidenceOf, linesOf } from '../paragraphs.ts'
import { orHolds, reported } from '../verdicts.ts'

/**
 * A section has text (P21): a heading directly followed by the next heading of its level or above is empty.
 * Only 「一、」 and 「（一）」 count, and only where most headings of that level in the part have text: a run of
 * bare lines is a list or a table of contents.
 */
export const emptySections: Rule = {
  id: 'section.empty',
  title: '标题之下都有正文',
  source: '绩效自评报告模板填写要求',
  judge(reading) {
    return orHolds(byPart(reading, linesOf(reading)).flatMap(([, lines]) => judgePart(lines)))
  },
}

function judgePart(lines: readonly Line[]): Verdict[] {
  const sections = lines.flatMap((line, at) => {
    const heading = isContentsLine(line) ? undefined : headingOf(line)
    if (!heading || heading.level > 2) return []
    const next = lines[at + 1]
    return [{ heading, empty: next !== undefined && isEmpty(heading, next) }]
  })
  return sections.flatMap(({ heading, empty }, at): Verdict[] => {
    if (!empty || sections[at - 1]?.empty || sections[at + 1]?.empty) return []
    const siblings = sections.filter((each) => each.heading.level === heading.level)
    if (siblings.filter((each) => each.empty).length * 3 > siblings.length) return []
    return [
      reported(
        'section.empty',
        'warning',
        `“${heading.line.text.trim()}”标题之下没有正文，请补写内容，没有情况的写“无”`,
        [evidenceOf(heading.line)],
      ),
    ]
  })
}

function isEmpty(heading: Heading, next: Line): boolean {
  if (!heading.bare || /\d|无$|^无|[。：:；;，,]/.test(heading.line.text.slice(heading.mark.length))) return false
  if (next.block !== heading.line.block + 1) return false
  const following = headingOf(next)
  if (following === undefined || following.level > heading.level) return false
  // 「六、问题与打算」 over 「一、对象认定仍有死角。…」: what is numbered anew is the section's own list.
  return !(following.level === heading.level && following.value === 1 && (heading.value > 1 || !following.bare))
}
