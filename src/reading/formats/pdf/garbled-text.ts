/** So few characters tell nothing of the encoding behind them. */
const fewestCharacters = 60
const mostLost = 0.2
const mostOfOne = 0.3

/**
 * Whether a page's text layer gives other characters than the page shows: its font names none, or one for all.
 * Then a fifth of the characters have no meaning of their own, or nearly a third of the Chinese ones are the same;
 * 的, the most frequent in Chinese, is one in twenty-five.
 */
export function isGarbled(lines: readonly { readonly text: string }[]): boolean {
  const counts = new Map<string, number>()
  let characters = 0
  let lost = 0
  let chinese = 0
  for (const { text } of lines)
    for (const character of text) {
      if (character === ' ') continue
      characters++
      if (isMeaningless(character)) lost++
      else if (character >= '㐀' && character <= '鿿') {
        chinese++
        counts.set(character, (counts.get(character) ?? 0) + 1)
      }
    }
  if (characters >= fewestCharacters && lost > characters * mostLost) return true
  return chinese >= fewestCharacters && Math.max(...counts.values()) > chinese * mostOfOne
}

/** A control character, one for private use, or the mark of one that could not be told. */
function isMeaningless(character: string): boolean {
  const code = character.codePointAt(0)!
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd
}
