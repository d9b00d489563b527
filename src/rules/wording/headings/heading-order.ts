import type { Reading } from '#domain/reading.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { type Heading, headingOf, isContentsLine, markOf, opensDivision } from './headings.ts'
import { type Line, byPart, evidenceAt, evidenceOf, linesOf } from '../paragraphs.ts'
import { reported } from '../verdicts.ts'

/**
 * Headings of a level count on without a gap or a repeat (I82): a gap or repeat is a warning.
 * Nothing is said where the missing number stands inside a paragraph or a table between the two.
 */
export const headingOrder: Rule = {
  id: 'I82',
  title: '标题序号连续，没有缺号、重号',
  source: 'GB/T 9704-2012 第7.3.3条',
  judge(reading) {
    return byPart(reading, linesOf(reading)).flatMap(([, lines]) => judgePart(reading, lines))
  },
}

function judgePart(reading: Reading, lines: readonly Line[]): Verdict[] {
  const last = new Map<Heading['style'], Heading>()
  const verdicts: Verdict[] = []
  let seen = 0
  for (const [at, line] of lines.entries()) {
    if (opensDivision(line)) last.clear()
    const heading = isContentsLine(line) || isRow(lines[at + 1]) ? undefined : headingOf(line)
    if (!heading) continue
    seen++
    const before = last.get(heading.style)
    if (before && breaksOrder(before, heading) && !standsBetween(reading, before, heading))
      verdicts.push(outOfOrder(before, heading, lines))
    for (const [style, other] of last) if (other.level > heading.level) last.delete(style)
    last.set(heading.style, heading)
  }
  if (seen < 2) return [{ outcome: 'not-applicable' }]
  return verdicts.length > 0 ? verdicts : [{ outcome: 'holds' }]
}

/** A number alone in the next line: the line is a row of a table pasted one cell a line. */
function isRow(next: Line | undefined): boolean {
  return next !== undefined && /^\s*-?\d[\d,，]*(?:\.\d+)?%?\s*$/.test(next.text)
}

/** Small numbers of lists break off and begin anew in many ways: of them only a gap of one or a repeat counts. */
function breaksOrder(before: Heading, heading: Heading): boolean {
  const step = heading.value - before.value
  if (step === 1 || heading.value === 1) return false
  return heading.level <= 2 ? step !== 1 : step === 0 || step === 2
}

function standsBetween(reading: Reading, before: Heading, heading: Heading): boolean {
  if (heading.value <= before.value) return false
  const text = reading.document.blocks
    .slice(before.line.block, heading.line.block)
    .map((block) =>
      block.kind === 'paragraph'
        ? block.text
        : block.rows
            .flat()
            .map((cell) => cell.text)
            .join('\n'),
    )
    .join('\n')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
  const wanted = markOf(heading.style, before.value + 1)
  return text.includes(wanted) || (heading.level === 3 && new RegExp(`${before.value + 1}\\s?[、.．]`).test(text))
}

function outOfOrder(before: Heading, heading: Heading, lines: readonly Line[]): Verdict {
  const wanted = markOf(heading.style, before.value + 1)
  const what = heading.value === before.value ? '重号' : heading.value < before.value ? '倒号' : '缺号'
  const bare = what === '缺号' ? unnumberedBetween(before, heading, lines) : undefined
  const mend = bare
    ? `，其间的“${bare.text.trim()}”像是漏写了序号`
    : what === '重号'
      ? `，后一处应为“${wanted}”`
      : `，中间缺“${wanted}”`
  return reported(
    'I82',
    'warning',
    `标题${what}：“${shown(before)}”之后是“${shown(heading)}”${mend}`,
    [heading.line, ...(bare ? [bare] : []), before.line].map((line) => evidenceOf(line)),
    what === '重号' ? { suggestion: wanted } : {},
  )
}

function shown(heading: Heading): string {
  return heading.line.text.trim().slice(0, 20)
}

/** The one short line without a number or a full stop between two headings. */
function unnumberedBetween(before: Heading, heading: Heading, lines: readonly Line[]): Line | undefined {
  const between = lines.filter(
    (line) => line.block > before.line.block && line.block < heading.line.block && looksLikeHeading(line),
  )
  return between.length === 1 ? between[0] : undefined
}

/** A short line of words alone. */
export function looksLikeHeading(line: Line): boolean {
  const text = line.text.trim()
  return text.length >= 4 && text.length <= 20 && /^[\p{Script=Han}“”（）()、]+$/u.test(text) && !headingOf(line)
}

/** Evidence for the number of a heading alone. */
export function markEvidence(heading: Heading) {
  const start = heading.line.text.indexOf(heading.mark)
  return evidenceAt(heading.line, start, start + heading.mark.length)
}
