import { allMatches } from '#domain/all-matches.ts'
import type { TextLine } from './read-text.ts'

const headings =
  /^\s*(?:第?[一二三四五六七八九十]+[、.．章节]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．](?!\d)|[①-⑳]|附件|附表)/

/**
 * The line length at which a text was broken, or undefined when its lines are whole paragraphs.
 * A broken text has many lines of nearly one length, most of them ending inside a sentence.
 */
export function wrapWidth(lines: readonly TextLine[]): number | undefined {
  const all = lines.map((line) => line.text.trimEnd()).filter((text) => !text.includes('\t'))
  return usualWidth(all.filter((text) => lineWidth(text) >= 24)) ?? narrowWidth(all)
}

/** Figures between spaces break a line early: shorter lines count, too, where nearly all of them are of sentences. */
function narrowWidth(all: readonly string[]): number | undefined {
  const long = all.filter((text) => lineWidth(text) >= 20)
  const told = long.filter((text) => /[，。、；,;]/.test(text) && /[\p{Script=Han}]/u.test(text))
  return told.length >= long.length * 0.9 ? usualWidth(long) : undefined
}

function usualWidth(long: readonly string[]): number | undefined {
  if (long.length < 8) return undefined
  const lengths = long.map(lineWidth).toSorted((left, right) => left - right)
  const usual = lengths[Math.floor(lengths.length * 0.6)]!
  const near = long.filter((text) => Math.abs(lineWidth(text) - usual) <= 3)
  const broken = near.filter((text) => !/[。！？；：!?;:]$/.test(text))
  const longer = long.filter((text) => lineWidth(text) > usual + 4)
  return near.length >= long.length * 0.5 && broken.length >= near.length * 0.6 && longer.length <= long.length * 0.1
    ? usual
    : undefined
}

/**
 * How wide a line is printed, in Chinese characters: letters, digits and spaces take half the place of one. Marks between
 * words were wide in print, whatever a copy made of them.
 */
function lineWidth(text: string): number {
  const narrow = allMatches(text, /[\x20-\x7e]/g).length - allMatches(text, /(?<!\d)[,;:()]|[,;:()](?!\d)/g).length
  return text.length - narrow / 2
}

/** Whether a broken line goes on in the next one: it is full, ends inside a sentence, and the next begins no paragraph. */
export function joinsNext(line: TextLine, next: TextLine, width: number): boolean {
  const text = line.text.trimEnd()
  if (
    next.text.trim() === '' ||
    next.text.startsWith('\t') ||
    headings.test(next.text) ||
    /^\s{2,}|^　/.test(next.text)
  )
    return false
  if (lineWidth(text) < width - 4) return false
  return !/[。！？!?]$/.test(text) || lineWidth(text) >= width
}
