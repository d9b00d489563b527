import { onceFor } from '#domain/once-for.ts'
import { chineseNumeral, numeralValue } from '../counted/chinese-numeral.ts'
import type { Line } from '../paragraphs.ts'

/**
 * A paragraph that begins with a number of its level.
 *
 * level   1 一、  2 （一）  3 1. or 1、  4 （1）
 * style   the number's form without regard to the width of its signs: numbers of one style count on
 * name    the text behind the number
 * bare    no sentence stands in the paragraph: it is only a heading
 */
export type Heading = {
  readonly line: Line
  readonly level: 1 | 2 | 3 | 4
  readonly style: HeadingStyle
  readonly value: number
  readonly mark: string
  readonly name: string
  readonly bare: boolean
}
export type HeadingStyle = '一、' | '（一）' | '1、' | '1.' | '（1）'

const styles: readonly [HeadingStyle, Heading['level'], RegExp][] = [
  ['一、', 1, /^([一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十]+(?:季度|产业|级|线|月|是))/],
  ['（一）', 2, /^[（(]\s?([一二三四五六七八九十]{1,3})\s?[)）]/],
  ['1、', 3, /^([\d０-９]{1,2})、(?!\s?[\d０-９])/],
  ['1.', 3, /^([\d０-９]{1,2})[.．](?!\s?[\d０-９])/],
  ['（1）', 4, /^[（(]\s?([\d０-９]{1,2})\s?[)）]/],
]

/** Most lines begin with no number: they need no further look. */
const numberBegins = /^\s*[（(\d０-９一二三四五六七八九十]/

/** The heading a line begins with, if any. */
export const headingOf = onceFor((line: Line): Heading | undefined => {
  if (!numberBegins.test(line.text)) return undefined
  const text = line.text.trimStart()
  for (const [style, level, pattern] of styles) {
    const match = pattern.exec(text)
    const value = match ? numeralValue(match[1]!) : undefined
    if (!match || !value) continue
    const name = text.slice(match[0].length).trim()
    const bare = name.length > 0 && name.length <= 30 && !/[。；;！!？?]./.test(name) && !/[：:]./.test(name)
    return { line, level, style, value, mark: match[0], name: name.replace(/[。：:]$/, ''), bare }
  }
  return undefined
})

/** A number of a style in print: 3 of 「（一）」 is 「（三）」. */
export function markOf(style: HeadingStyle, value: number): string {
  return style.replace('一', chineseNumeral(value)).replace('1', String(value))
}

/** Whether a line opens a new division above all numbered headings: 「第一部分」「第二章」. */
export function opensDivision(line: Line): boolean {
  return /^第[一二三四五六七八九十\d]{1,3}[部章篇]/.test(line.text.trim())
}

/**
 * Whether a line belongs to a table of contents: leaders or a page number behind the words,
 * or the word 目录 itself.
 */
export const isContentsLine = onceFor(
  ({ text }: Line): boolean => contentsEnd.test(text.trimEnd().slice(-1)) && contents.test(text),
)

const contents =
  /^\s*目\s*录\s*$|(?:[.．·]{3,}|…+)\s*\d*\s*$|[\p{Script=Han}）)]\s*\t\s*\d{1,3}\s*$|[\p{Script=Han}）)]\s{1,}[-—–]?\s?\d{1,3}\s?[-—–]?\s*$/u
/** What such a line can end with: most lines need no further look. */
const contentsEnd = /[录.．·…\d—–-]/
