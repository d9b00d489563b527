import { inFloat } from '#domain/arithmetic.ts'
import type { Place } from '#domain/document.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind } from '../text/terms.ts'

/**
 * A number where it stands in the run of a part's text.
 *
 * at      its index on the line
 * value   a coarse value in the base unit, to sieve with: what passes is reckoned exactly
 * slack   how far it may lie from that, coarsely
 */
export type Spot = {
  readonly at: number
  readonly mention: Mention
  readonly sentence: Sentence
  readonly value: number
  readonly slack: number
}

/** The numbers of a part's sentences in order. */
export function lineOf(sentences: readonly Sentence[]): Spot[] {
  const line: Spot[] = []
  for (const sentence of sentences)
    for (const mention of sentence.mentions) {
      const { low, high } = intervalOf(mention.figure.quantity)
      line.push({
        at: line.length,
        mention,
        sentence,
        value: inFloat(baseValue(mention.figure.quantity)),
        slack: low === high ? 0 : (inFloat(high) - inFloat(low)) / 2,
      })
    }
  return line
}

/** Spots before one on the line, nearest first, down to `blocks` paragraphs before its own and at most `most`. */
export function before(line: readonly Spot[], spot: Spot, most: number, blocks: number): Spot[] {
  const found: Spot[] = []
  for (let at = spot.at - 1; at >= 0 && found.length < most; at--) {
    const each = line[at]!
    if (spot.sentence.block - each.sentence.block > blocks) break
    found.push(each)
  }
  return found
}

/** Spots behind one in the same sentence, nearest first. */
export function behind(line: readonly Spot[], spot: Spot): Spot[] {
  const found: Spot[] = []
  for (let at = spot.at + 1; line[at]?.sentence === spot.sentence; at++) found.push(line[at]!)
  return found
}

/** Whether a number is an exact amount or count that can be a term. */
export function isTerm({ mention }: Spot): boolean {
  const role = roleOf(mention)
  return (role === 'plain' || role === 'risen' || role === 'base') && mention.figure.quantity.looseness === 'exact'
}

/** Whether what is left over can be rounding: a sieve, with room for what floating point loses. */
export function isClose(gap: number, spots: readonly Spot[]): boolean {
  const slack = spots.reduce((sum, each) => sum + each.slack, 0)
  const largest = Math.max(...spots.map(({ value }) => Math.abs(value)))
  return Math.abs(gap) <= slack + largest * 1e-9
}

/** The stretch of a sentence from the first to the last of those spots that stand in it. */
export function quoteAround(sentence: Sentence, spots: readonly Spot[]): Place {
  const own = spots.filter((each) => each.sentence === sentence).map(({ mention }) => mention)
  return quoteOf(sentence, Math.min(...own.map(({ start }) => start)), Math.max(...own.map(({ end }) => end)))
}

/** Whether two spots count the same kind of thing. */
export function alike(one: Spot, two: Spot): boolean {
  return sameKind(one.mention, two.mention)
}

/** 「共3.60亿元（36000万元）」: a bracket that holds nothing but a number of the kind in another unit tells the same again. */
export function isInOtherUnit(line: readonly Spot[], { at, sentence, mention }: Spot): boolean {
  const last = line[at - 1]
  const [own, other] = [mention, last?.mention].map((each) => each?.figure.quantity.unit)
  return (
    last?.sentence === sentence &&
    /^[（(](?:即|合|折合|约合)?$/.test(mention.lead.trim()) &&
    /^[）)]/.test(mention.after) &&
    sameKind(last.mention, mention) &&
    own?.scale !== other?.scale
  )
}
