/** Digits of some faces are wider than half a character: a title that just fits may not. */
const spare = 0.5

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/**
 * How wide a centred title should be set, in characters, so that it breaks between words and each line is no longer than
 * the one above (GB/T 9704: 梯形 or 菱形, no word cut). `undefined` where it fits well on one line of `most` characters.
 */
export function titleMeasure(title: string, most: number): number | undefined {
  const whole = charactersWide(title)
  if (whole <= most - spare) return undefined
  const lines = Math.ceil(whole / (most - spare))
  const even = whole / lines
  let reached = 0
  for (const { segment, index } of words.segment(title)) {
    reached += charactersWide(segment)
    // 「2023年度」 is one word.
    if (/\d$/.test(segment) && /^年/.test(title.slice(index + segment.length))) continue
    if (reached > most) break
    if (reached >= even) return reached
  }
  return Math.min(most, Math.ceil(even))
}

/** Width of a text in Chinese characters: digits and Latin letters count half. */
export function charactersWide(text: string): number {
  let width = 0
  for (const character of text) width += character.charCodeAt(0) < 0x250 ? 0.5 : 1
  return width
}
