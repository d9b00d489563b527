import type { Claim, Term } from '#domain/claim.ts'
import type { Place } from '#domain/document.ts'
import { addIntervals, addUp, fitOf } from '#domain/arithmetic.ts'
import { onceFor } from '#domain/once-for.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { inPrintedUnit } from '#domain/unit.ts'

/**
 * A total and what the table's structure takes for its parts, in one column (or row).
 *
 * missing   parts without a number here though they have one in another column: unknown, not 0
 */
export type Guess = {
  readonly total: Term
  readonly parts: readonly Term[]
  readonly missing: number
  readonly quote: Place
}

/**
 * How sure the structure is.
 *
 * form     a known form with its full set of rows
 * open     a known form whose rows may leave something out
 * total    a row 合计 with every row it gathers in view
 * likely   nesting by numbering or code
 * subset   rows under 「其中」
 */
export type Strength = 'form' | 'open' | 'total' | 'likely' | 'subset'

/** Whether the parts make the total, fall short of it or exceed it; a gap of one last place counts as rounding. */
export function outcomeOf(total: Term, parts: readonly Term[]): 'fits' | 'short' | 'over' {
  const sum = addIntervals(parts.map((part) => intervalOf(part.figure.quantity)))
  if (fitOf(total.figure.quantity, sum) !== 'off') return 'fits'
  return sum.high.lt(intervalOf(total.figure.quantity).low) ? 'short' : 'over'
}

/** A guess is asked for its outcome by each vote. */
const guessed = onceFor(({ total, parts }: Guess) => outcomeOf(total, parts))

/** Whether all amounts of a guess are 0, so that it proves nothing. */
function isTrivial(guess: Guess): boolean {
  return guess.total.figure.quantity.value.eq(0) && guess.parts.every((part) => part.figure.quantity.value.eq(0))
}

/**
 * The claims that guesses over the same rows of a table support.
 * The columns vote: a structure that fails in most of them is not the table's structure, and nothing is claimed.
 */
export function judgeSums(rule: string, guesses: readonly Guess[], strength: Strength): Claim[] {
  const usable = alike(guesses.filter((guess) => guess.parts.length > 0))
  const complete = usable.filter((guess) => guess.missing === 0)
  const proofs = complete.filter((guess) => !isTrivial(guess))
  // A known form needs no vote.
  const votes = strength !== 'form'
  const holds = votes ? proofs.filter((guess) => guessed(guess) === 'fits').length : 0
  const fails = votes ? complete.filter((guess) => guessed(guess) !== 'fits').length : 0
  const zeros = votes && blanksAreZero(usable)
  return usable.flatMap((guess) => {
    const ruling =
      guess.missing > 0
        ? rulePartial(guess, strength, holds, fails, zeros)
        : ruleComplete(guess, strength, holds, fails)
    if (!ruling || (ruling.relation === 'covers' && hasNegative(guess))) return []
    const { relation, certain, because } = ruling
    const form = { is: 'sum', total: guess.total, parts: guess.parts, relation } as const
    return [{ rule, form, certain, ...(because ? { because } : {}), quote: guess.quote }]
  })
}

type Ruling = { readonly relation: 'equals' | 'covers'; readonly certain: boolean; readonly because?: string }

export const onlyThis = '同表其他栏按这样相加都相等，只有这一栏不等'
const unproven = '表中没有别的栏可以佐证各行就是全部明细'
const blankZero = '表中有空格，其余各行空格按零计都相等'
const blankSwapped = '表中有空格，但合计与其余各行之和只是两位数字颠倒'
const listOpen = '「其中」各行可能没有列全，但同表其他栏正好相加相等'

function ruleComplete(guess: Guess, strength: Strength, holds: number, fails: number): Ruling | undefined {
  if (strength === 'form') return { relation: 'equals', certain: true }
  const outcome = guessed(guess)
  const proven = holds >= 1 && fails <= Math.max(1, Math.floor(holds / 2))
  if (strength === 'subset' || strength === 'open') {
    if (proven && outcome !== 'over') return { relation: 'equals', certain: false, because: listOpen }
    const certain = strength === 'open' || proven || outcome !== 'over'
    return { relation: 'covers', certain, ...(certain ? {} : { because: unproven }) }
  }
  if (outcome === 'fits') return holds >= fails ? { relation: 'equals', certain: true } : undefined
  if (proven)
    return holds > 1 || strength === 'total'
      ? { relation: 'equals', certain: true }
      : { relation: 'equals', certain: false, because: onlyThis }
  if (strength === 'total' && holds === 0 && fails === 1) {
    if (isNested(guess)) return undefined
    return isClose(guess)
      ? { relation: 'equals', certain: true }
      : { relation: 'equals', certain: false, because: unproven }
  }
  return strength === 'total' && holds === 0 && fails <= 3 && isClose(guess) && !isNested(guess)
    ? { relation: 'equals', certain: false, because: unproven }
    : undefined
}

/** With unknown parts only an excess can be told, unless the table leaves zeros blank throughout. */
function rulePartial(
  guess: Guess,
  strength: Strength,
  holds: number,
  fails: number,
  zeros: boolean,
): Ruling | undefined {
  if (strength === 'form' || strength === 'open') return { relation: 'covers', certain: true }
  if (strength === 'subset') return fails === 0 ? { relation: 'covers', certain: true } : undefined
  if (zeros) return { relation: 'equals', certain: false, because: blankZero }
  if (strength === 'total' && isSwapped(guess)) return { relation: 'equals', certain: false, because: blankSwapped }
  return holds >= 1 && fails === 0 ? { relation: 'covers', certain: true } : undefined
}

/** Whether the table leaves zeros blank: rows with blanks add up without them, nearly all of them. */
function blanksAreZero(guesses: readonly Guess[]): boolean {
  const partial = guesses.filter((guess) => guess.missing > 0 && !isTrivial(guess))
  const fits = partial.filter((guess) => guessed(guess) === 'fits').length
  return fits >= 2 && partial.length - fits <= Math.max(1, Math.floor(fits / 3))
}

/** Within half and double: a slip in one number, not a different set of rows. */
function isClose(guess: Guess): boolean {
  const sum = guess.parts.reduce(
    (so, part) => so.plus(part.figure.quantity.value),
    guess.total.figure.quantity.value.times(0),
  )
  const total = guess.total.figure.quantity.value
  return sum.abs().lte(total.abs().times(2)) && sum.abs().times(2).gte(total.abs())
}

/** Whether the total has the digits of the sum of its parts, two of them in each other's place. */
function isSwapped({ total, parts }: Guess): boolean {
  const { quantity, printed } = total.figure
  const sum = inPrintedUnit(addUp(parts.map(({ figure }) => baseValue(figure.quantity))), quantity.unit)
  const should = sum.toFixed(quantity.decimals)
  const sorted = (text: string) => [...text].toSorted().join('')
  return isSlip(should, printed) && sorted(should) === sorted(printed)
}

/** Rows under a row that is their sum, without 「其中」: counted once, the rest makes the total. */
function isNested({ total, parts }: Guess): boolean {
  return parts.some((row, at) => {
    for (let to = at + 3; to <= parts.length; to++) {
      const below = parts.slice(at + 1, to)
      if (outcomeOf(row, below) === 'fits')
        return outcomeOf(total, [...parts.slice(0, at + 1), ...parts.slice(to)]) === 'fits'
    }
    return false
  })
}

/** A subset of signed changes may exceed them: nothing can be told. */
function hasNegative(guess: Guess): boolean {
  return [guess.total, ...guess.parts].some((term) => term.figure.quantity.value.lt(0))
}

/**
 * The guesses with amounts as exact as their neighbours: spreadsheets print 410.90 as 410.9 and 306.00 as 306.
 * A total without decimals keeps its own half, for totals are rounded by hand.
 */
function alike(guesses: readonly Guess[]): Guess[] {
  const most = new Map<string, number>()
  for (const { total, parts } of guesses) {
    for (const { figure } of [total, ...parts].filter((term, _, all) => !isTiny(term, all)))
      most.set(figure.unit, Math.max(most.get(figure.unit) ?? 0, figure.quantity.decimals))
  }
  const exact = (term: Term): Term => {
    const { figure } = term
    const decimals = Math.min(most.get(figure.unit) ?? 0, 6)
    if (figure.quantity.unit.kind !== 'money' || decimals <= figure.quantity.decimals) return term
    return { ...term, figure: { ...figure, quantity: { ...figure.quantity, decimals } } }
  }
  return guesses.map((guess) => ({
    ...guess,
    total: guess.total.figure.quantity.decimals > 0 ? exact(guess.total) : guess.total,
    parts: guess.parts.map(exact),
  }))
}

/** 0.0005 among whole numbers: what would be nothing is printed to more places than its neighbours, which are rounded. */
function isTiny({ figure }: Term, all: readonly Term[]): boolean {
  return (
    figure.quantity.value.abs().lt('0.5') &&
    all.every((each) => each.figure.quantity.decimals === 0 || each.figure.quantity.value.abs().lt('0.5'))
  )
}
