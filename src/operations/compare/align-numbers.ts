import { diffChars } from 'diff'

/** A stretch of words, or a number that is looked for. */
export type Piece = { readonly text: string; readonly number: boolean }

/**
 * now     what stands in the text at each number of the pieces, in order; '' where it is gone, undefined where the
 *         place itself is gone
 * added   numbers of the text that stand where the pieces have none
 */
export type Aligned = { readonly now: readonly (string | undefined)[]; readonly added: readonly string[] }

/** More edits than this are another text. */
const mostEdits = 6000
const digit = /[\d.,%]/

/**
 * Lays a text over the pieces it was written from, blanks aside, and says what became of each number. Undefined where the
 * two have too little in common to say anything.
 */
export function alignNumbers(pieces: readonly Piece[], text: string): Aligned | undefined {
  const bare = pieces.map(({ text: words, number }) => ({ text: words.replace(/\s/g, ''), number }))
  const expected = bare.map((piece) => piece.text).join('')
  const actual = text.replace(/\s/g, '')
  const changes = diffChars(expected, actual, { maxEditLength: mostEdits })
  if (!changes) return undefined
  const places = new Int32Array(expected.length + 1).fill(-1)
  let [from, to] = [0, 0]
  for (const { value, added, removed } of changes) {
    if (!added && !removed) for (let at = 0; at < value.length; at += 1) places[from + at] = to + at
    if (!added) from += value.length
    if (!removed) to += value.length
  }
  places[expected.length] = actual.length
  const claimed = new Uint8Array(actual.length)
  let start = 0
  const now: (string | undefined)[] = []
  for (const piece of bare) {
    const end = start + piece.text.length
    if (piece.number) {
      const [first, last] = [placeBefore(places, start), placeAfter(places, end)]
      now.push(
        first === undefined || last === undefined ? undefined : widened(actual, first, last, claimed, piece.text),
      )
    } else for (let at = start; at < end; at += 1) if (places[at]! >= 0) claimed[places[at]!] = 1
    start = end
  }
  return { now, added: unclaimed(actual, claimed) }
}

const reach = 30

/** Where the text goes on after what stands before a number. */
function placeBefore(places: Int32Array, start: number): number | undefined {
  if (start === 0) return 0
  for (let at = start - 1; at >= 0 && at >= start - reach; at -= 1) if (places[at]! >= 0) return places[at]! + 1
  return undefined
}

/** Where what stands behind a number begins. */
function placeAfter(places: Int32Array, end: number): number | undefined {
  for (let at = end; at < places.length && at < end + reach; at += 1) if (places[at]! >= 0) return places[at]
  return undefined
}

/** The number that stands between two places. */
function widened(actual: string, first: number, last: number, claimed: Uint8Array, wanted: string): string {
  const between = actual.slice(first, Math.max(first, last))
  const numbers = [...between.matchAll(/[\d.,]*\d[\d.,]*%?/g)]
  // Words of a cell that reaches down may be set in between, with numbers of their own.
  const own = numbers.find(([text]) => text === wanted) ?? numbers[0]
  if (!own) return ''
  claimed.fill(1, first + own.index, first + own.index + own[0].length)
  return own[0]
}

function unclaimed(actual: string, claimed: Uint8Array): string[] {
  const found: string[] = []
  for (let at = 0; at < actual.length; at += 1) {
    if (claimed[at] || !/\d/.test(actual[at]!)) continue
    const from = at
    while (at < actual.length && !claimed[at] && digit.test(actual[at]!)) at += 1
    found.push(actual.slice(from, at))
  }
  return found
}
