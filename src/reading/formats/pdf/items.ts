import { withoutRadicals } from '../text/han-radicals.ts'
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'

/**
 * A run of characters on a page. Points from the top left corner of the page as shown, y growing downwards.
 *
 * base     where its letters stand; size is the height of its letters
 * spaced   the text with the gaps that were taken out of it: one may be the wall between two cells
 */
export type Item = {
  readonly text: string
  readonly spaced?: string
  readonly x0: number
  readonly x1: number
  readonly base: number
  readonly size: number
}

/** An item with its printed line on the page and its first character in that line, both from 1. */
export type PlacedItem = Item & { readonly line: number; readonly column: number }

type Matrix = readonly number[]

/** What one transform followed by another does: `outer` is applied last. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = inner
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

/**
 * The runs of one page that can be read along its lines. Slanted runs are watermarks and stamps and are left out;
 * runs standing upright keep the box they cover.
 */
export function itemsOf(content: TextContent, viewport: Matrix): Item[] {
  const items: Item[] = []
  for (const raw of content.items) {
    if (!('str' in raw)) continue
    const str = raw.str.replace(control, ' ')
    if (str.trim() === '') continue
    const item = itemOf({ ...raw, str }, viewport)
    if (item) items.push(item)
  }
  return items
}

/** Glyphs without a character of their own, mostly spaces, come out as control characters. */
const control = /[\u0000-\u001F\u007F-\u009F\u200B\uFEFF\uFFFD]/g

function itemOf(raw: TextItem, viewport: Matrix): Item | undefined {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = combine(viewport, raw.transform as number[])
  const size = Math.hypot(c, d) || raw.height
  const spaced = withoutRadicals(raw.str.trim())
  const text = withoutSetSpaces(spaced)
  const said = spaced === text ? { text } : { text, spaced }
  if (Math.abs(b) < Math.abs(a) * 0.1) {
    return a > 0
      ? { ...said, x0: x, x1: x + raw.width, base: y, size }
      : { ...said, x0: x - raw.width, x1: x, base: y, size }
  }
  if (Math.abs(a) > Math.abs(b) * 0.1) return undefined
  return { text, x0: b > 0 ? x : x - size, x1: b > 0 ? x + size : x, base: b > 0 ? y + raw.width : y, size }
}

const wide = '\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFF60\\u3000-\\u303F\\u2018-\\u201D'
const setSpace = new RegExp(`(?<=[${wide}])\\s(?=\\S)|(?<=\\S)\\s(?=[${wide}])`, 'gu')

/** The text without the gaps that typesetting puts around Chinese characters; spaces between figures stay. */
export function withoutSetSpaces(text: string): string {
  return text.trim().replace(setSpace, '')
}

const wideCharacter = new RegExp(`[${wide}]`, 'u')

/** Whether a character is as wide as it is high. */
export function isWide(character: string): boolean {
  return wideCharacter.test(character)
}
