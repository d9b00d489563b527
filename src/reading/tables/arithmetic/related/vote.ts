import type { Cell } from './series.ts'

/**
 * What a row of a table says of a relation.
 *
 * fits    whether it follows it, within rounding
 * plain   that it does not follow it by more than rounding could ever explain
 * digits  how many decimal digits agree beyond what chance gives; 0 of what proves nothing (100%, 1, 0)
 */
export type Vote = { readonly fits: boolean; readonly plain: boolean; readonly digits: number }

/** Rows that follow a relation, by number, and the one that does not. */
export type Outcome = { readonly follow: readonly number[]; readonly odd?: number; readonly isFirm: boolean }

const fewestTelling = 3
/** Digits that rule out chance, for a single relation; of many that are tried one is met more easily. */
const enough = 4.7
const enoughOfTwo = 2.7

/**
 * Counts the votes of all rows: a relation that all of them follow but one at most; undefined where there is none, or
 * where those that follow it are too few to tell. `isFirm`: three of them or more tell.
 *
 * many   relations of the kind that are tried in the table; less than one where the heads themselves tell it
 */
export function count(
  samples: number,
  many: number,
  voteAt: (sample: number) => Vote | undefined,
): Outcome | undefined {
  const follow: number[] = []
  let [odd, digits, tell] = [-1, 0, 0]
  for (let at = 0; at < samples; at++) {
    const vote = voteAt(at)
    if (!vote) continue
    if (vote.fits) {
      follow.push(at)
      digits += vote.digits
      if (vote.digits >= (many < 1 ? 0.1 : 1)) tell++
    } else {
      if (odd >= 0 || !vote.plain) return undefined
      odd = at
    }
  }
  const tried = Math.log10(many)
  const isFirm = tell >= fewestTelling && digits >= enough + tried
  if (!isFirm && !(tell >= 2 && digits >= enoughOfTwo + tried)) return undefined
  return { follow, isFirm, ...(odd < 0 ? {} : { odd }) }
}

/** Digits that agree where two numbers meet within `slack` of a size. */
export function digitsOf(slack: number, size: number): number {
  const chance = (2 * slack) / Math.abs(size)
  return chance <= 0 ? 8 : Math.max(0, Math.min(8, -Math.log10(chance)))
}

/** 1, 10, 100%: what multiplies by them proves nothing. */
export function isRound({ value }: Cell): boolean {
  const log = Math.log10(Math.abs(value))
  return Math.abs(log - Math.round(log)) < 1e-9
}
