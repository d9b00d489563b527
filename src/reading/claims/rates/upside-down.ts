import type { Claim } from '#domain/claim.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'
import { type Pair, clauseOf, fitsRate, isAmount, isDenied, ratesRead, ratio } from './rate-pairs.ts'

const doing =
  /(?:执行|完成|到位|支[付出]|使用|拨付|兑付|发放)(?:率|进度|比例)(?:为|达到?|约|仅)*$|(?:完成|达到?|为|占)(?:全年|年初|年度|本年|调整后?)*(?:预算|计划|目标|任务)数?的$/
const planned = /预算|计划|目标|任务|应|承担|核定/
const carriedOut = /支[出付]|决算|完成|到位|执行|拨付|兑付|发放|实际|使用/
/** Accounts that are called after a budget are none. */
const accounts = /(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)预算|财政拨款/g
const elsewhen = /上年|去年|同期|追加|调[增减整]/
/** Numbers before a rate among which its two amounts stand. */
const near = 24
const fewestDigits = 4

/**
 * A rate of doing that is, to its last digit, what was planned over what was done: 「预算18120.00万元，完成预算的98.19%」 of 18454.05
 * spent. Of rates that their wording binds to nothing, and only where no two amounts before it give it as it is.
 *
 * told   the claims of these sentences
 */
export function upsideDown(told: readonly Claim[], sentences: readonly Sentence[]): Claim[] {
  const read = ratesRead(told)
  const earlier: Mention[] = []
  return sentences.flatMap((sentence) => {
    const claims = sentence.mentions.flatMap((rate, at) => {
      if (read.has(rate.figure.id) || !isOfDoing(rate)) return []
      const before = [...earlier.slice(-near), ...sentence.mentions.slice(0, at)].slice(-near)
      const pair = turnedPair(rate, before)
      return pair ? [{ ...ratio(sentence, rate, pair, 'rate.of-two-counts', false), firm: true as const }] : []
    })
    earlier.push(...sentence.mentions)
    return claims
  })
}

function isOfDoing(rate: Mention): boolean {
  const { quantity, printed } = rate.figure
  const clause = clauseOf(rate).trim()
  return (
    quantity.unit.kind === 'share' &&
    quantity.looseness === 'exact' &&
    printed.replace('.', '').length >= fewestDigits &&
    doing.test(clause) &&
    !elsewhen.test(clause)
  )
}

/** What was done and what was planned of it, where the second over the first is the rate, and nothing else is. */
function turnedPair(rate: Mention, before: readonly Mention[]): Pair | undefined {
  const amounts = before.filter((each) => isAmount(each) && each.figure.quantity.looseness === 'exact')
  const pairs = amounts.flatMap((numerator) =>
    amounts
      .filter((each) => each !== numerator && sameKind(each, numerator))
      .map((denominator) => ({ numerator, denominator })),
  )
  if (pairs.some((pair) => fitsRate(rate, pair) && !isTurned(pair))) return undefined
  return pairs.find(
    (pair) => isTurned({ numerator: pair.denominator, denominator: pair.numerator }) && isTurnedRate(rate, pair),
  )
}

function isTurnedRate(rate: Mention, { numerator, denominator }: Pair): boolean {
  return (
    fitsRate(rate, { numerator: denominator, denominator: numerator }) && !fitsRate(rate, { numerator, denominator })
  )
}

/** Whether a pair has what was planned over what was done. */
function isTurned({ numerator, denominator }: Pair): boolean {
  const [top, bottom] = [numerator, denominator].map((each) => clauseOf(each).replace(accounts, ''))
  return (
    planned.test(top!) &&
    !carriedOut.test(top!.replace(/支出预算|预算支出/g, '')) &&
    carriedOut.test(bottom!) &&
    !planned.test(bottom!) &&
    ![top, bottom].some((clause) => elsewhen.test(clause!)) &&
    !isDenied(denominator)
  )
}
