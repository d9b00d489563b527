import { type Document, type Place, textAround } from './document.ts'

/**
 * What a reader needs to see of one paragraph or cell: the words around all places in it.
 *
 * first    the first of its places in the order given
 * pieces   the words in their order; those of a place carry its index in the list given. What is left out is 「…」
 */
export type Passage = { readonly first: number; readonly pieces: readonly Piece[] }
export type Piece = { readonly words: string; readonly place?: number }

/** What ends a sentence, or a part of it that stands alone. */
const ending = /[。；;！？\n]/

type Spot = { readonly at: number; readonly start: number; readonly end: number }
type Stretch = { start: number; end: number; readonly spots: Spot[] }

/**
 * Places as passages, one for each paragraph or cell, in the order in which the places come: a list with its total is read
 * once and not once for every number. Each place keeps up to `around` characters on either side, within its sentence.
 */
export function passagesOf(document: Document, places: readonly Place[], around: number): Passage[] {
  const holders = Map.groupBy(places.entries(), ([, { block, row, cell }]) => `${block}.${row ?? ''}.${cell ?? ''}`)
  return [...holders.values()].map((entries) => {
    const text = textAround(document, entries[0]![1])
    const spots = entries.map(([at, { start, end }]) => ({ at, start, end }))
    return { first: spots[0]!.at, pieces: piecesOf(text, stretchesOf(text, apart(spots), around)) }
  })
}

/** In the order of the text; of places that overlap the first given stays. */
function apart(spots: readonly Spot[]): Spot[] {
  const kept: Spot[] = []
  for (const spot of spots) if (kept.every(({ start, end }) => spot.end <= start || end <= spot.start)) kept.push(spot)
  return kept.toSorted((left, right) => left.start - right.start)
}

function stretchesOf(text: string, spots: readonly Spot[], around: number): Stretch[] {
  const stretches: Stretch[] = []
  for (const spot of spots) {
    const before = text.slice(wholeNumber(text, spot.start - around, -1), spot.start)
    const after = text.slice(spot.end, wholeNumber(text, spot.end + around, 1))
    const start = spot.start - (before.length - before.search(/[^。；;！？\n]*$/))
    const end = spot.end + (ending.exec(after)?.index ?? after.length)
    const last = stretches.at(-1)
    if (last && start <= last.end + 1) {
      last.end = Math.max(last.end, end)
      last.spots.push(spot)
    } else stretches.push({ start, end, spots: [spot] })
  }
  return stretches
}

/** The place, moved on in its direction as long as it would cut a number in two. */
function wholeNumber(text: string, at: number, step: 1 | -1): number {
  let place = Math.min(Math.max(at, 0), text.length)
  while (/^[\d.,]{2}$/.test(text.slice(place - 1, place + 1))) place += step
  return place
}

function piecesOf(text: string, stretches: readonly Stretch[]): Piece[] {
  const pieces: Piece[] = []
  const say = (words: string, place?: number) => {
    if (words !== '') pieces.push({ words, ...(place === undefined ? {} : { place }) })
  }
  for (const [at, { start, end, spots }] of stretches.entries()) {
    if (at > 0 || isCut(text, start)) say('…')
    let from = start
    for (const spot of spots) {
      say(text.slice(from, spot.start))
      say(text.slice(spot.start, spot.end), spot.at)
      from = spot.end
    }
    say(text.slice(from, end))
    if (at === stretches.length - 1 && isCut(text, end)) say('…')
  }
  return pieces
}

/** Whether a sentence goes on over this point. */
function isCut(text: string, at: number): boolean {
  return at > 0 && at < text.length && !ending.test(text[at - 1]!) && !ending.test(text[at]!)
}
