import { allMatches } from '#domain/all-matches.ts'
import { numeralValue } from './chinese-numeral.ts'

/** One 「二是」, 「（2）」, 「第二，」 … in a text. */
export type Ordinal = { readonly value: number; readonly start: number; readonly end: number; readonly text: string }
export type OrdinalStyle = '一是' | '（1）' | '（一）' | '①' | '第一' | '1.'

/** Looked back for only where a number stands: each pattern looks for its first sign first. */
const before = '(?<=^|[。；;：:，,、！!？?”』）)\\s])'
const patterns: Readonly<Record<OrdinalStyle, RegExp>> = {
  一是: new RegExp(
    `(?=[一二三四五六七八九十])${before}([一二三四五六七八九十]{1,3})是(?!否|非(?:曲直|分明|问题)|不是)`,
    'g',
  ),
  '（1）': /[（(](\d{1,2})[)）]/g,
  '（一）': /[（(]([一二三四五六七八九十]{1,3})[)）]/g,
  '①': /([①-⑳])/g,
  第一: new RegExp(`(?=第)${before}第([一二三四五六七八九十]{1,3})[，,、：:]`, 'g'),
  '1.': new RegExp(`(?=\\d)${before}(\\d{1,2})[.．、](?!\\d)`, 'g'),
}

/** The ordinals of one style in a text, in order. */
export function ordinalsIn(text: string, style: OrdinalStyle): Ordinal[] {
  return allMatches(text, patterns[style]).flatMap((match) => {
    const sign = match[1]!
    const value = style === '①' ? sign.codePointAt(0)! - 0x245f : numeralValue(sign)
    return value ? [{ value, start: match.index, end: match.index + match[0].length, text: match[0] }] : []
  })
}

export const ordinalStyles = Object.keys(patterns) as OrdinalStyle[]
