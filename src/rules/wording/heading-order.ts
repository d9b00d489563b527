import type { Rule, Verdict } from '../rule.ts'
import { type Line, evidenceAt, linesOf } from './paragraphs.ts'

const numerals = '一二三四五六七八九十'
const styles: readonly [name: string, pattern: RegExp][] = [
  ['一、', /^([一二三四五六七八九十]{1,3})、/],
  ['（一）', /^[（(]([一二三四五六七八九十]{1,3})[)）]/],
]
type Heading = { readonly line: Line; readonly style: string; readonly value: number; readonly length: number }

/** Headings of a level count on without a gap or a repeat (I82). A gap or repeat is a warning. */
export const headingOrder: Rule = {
  id: 'I82',
  title: '标题序号连续，没有缺号、重号',
  source: 'GB/T 9704-2012 第7.3.3条',
  judge(reading) {
    const lines = linesOf(reading)
    return reading.parts.flatMap((part) => judgePart(lines.filter((line) => line.part === part)))
  },
}

function judgePart(lines: readonly Line[]): Verdict[] {
  const headings = lines.flatMap((line) => headingOf(line) ?? [])
  if (headings.length < 2) return [{ outcome: 'not-applicable' }]
  const last = new Map<string, Heading>()
  const verdicts: Verdict[] = []
  for (const heading of headings) {
    if (heading.style === '一、') last.delete('（一）')
    const before = last.get(heading.style)
    const expected = (before?.value ?? 0) + 1
    if (before && heading.value !== expected && heading.value !== 1)
      verdicts.push(outOfOrder(before, heading, expected))
    last.set(heading.style, heading)
  }
  return verdicts.length > 0 ? verdicts : [{ outcome: 'holds' }]
}

function headingOf(line: Line): Heading | undefined {
  if (line.text.length > 40) return undefined
  for (const [style, pattern] of styles) {
    const match = pattern.exec(line.text)
    const value = match ? valueOf(match[1]!) : undefined
    if (match && value) return { line, style, value, length: match[0].length }
  }
  return undefined
}

function outOfOrder(before: Heading, heading: Heading, expected: number): Verdict {
  const wanted = numeralOf(expected)
  const what = heading.value === before.value ? '重号' : '缺号'
  return {
    outcome: 'contradiction',
    finding: {
      rule: 'I82',
      severity: 'warning',
      message: `标题${what}：“${before.line.text.slice(0, 20)}”之后应为“${wanted}”，却是“${heading.line.text.slice(0, 20)}”`,
      evidence: [
        evidenceAt(heading.line, 0, heading.line.text.length),
        evidenceAt(before.line, 0, before.line.text.length),
      ],
    },
  }
}

function valueOf(text: string): number | undefined {
  if (text.length === 1) return numerals.indexOf(text) + 1 || undefined
  if (text[0] === '十') return 10 + (numerals.indexOf(text[1]!) + 1)
  return text[1] === '十'
    ? (numerals.indexOf(text[0]!) + 1) * 10 + (text[2] ? numerals.indexOf(text[2]) + 1 : 0)
    : undefined
}

function numeralOf(value: number): string {
  return value <= 10 ? numerals[value - 1]! : `十${numerals[value - 11] ?? ''}`
}
