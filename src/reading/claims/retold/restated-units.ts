import { meets } from '#domain/arithmetic.ts'
import type { Claim, Term } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { type Quantity, baseValue, intervalOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { inPrintedUnit, unitFactor } from '#domain/unit.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const converts = /^[，,（(]?\s*(?:折合|约合|合计约?|合|即|约|约为)?(?:人民币)?$/
/** 「每名发放价值200元的用品，折合24.80万元」: what is paid for one, and what for all. */
const perPiece = /每|均|单价|标准|各|价值/
const ends = /^[）)]|^[，,；;。]|^$/
/** What differs by more was hardly meant to be the same amount. */
const near = '0.15'

/** An amount that is told once more in another unit right behind: 「支出6270490.50元，折合627.05万元」「15.66亿元（156572.91万元）」. */
export function restatedUnits(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((again, at) => {
    const first = sentence.mentions[at - 1]
    if (!first || !isRestating(again) || !sameKind(first, again)) return []
    if (first.figure.quantity.unit.scale === again.figure.quantity.unit.scale) return []
    if (perPiece.test(afterLast(first.lead, '，；。'))) return []
    if (!tellsScale(first, again) && !isOneAmount(first, again)) return []
    return [
      {
        rule: 'fact.restated',
        form: { is: 'equal', terms: [first, again].map((each) => asPrinted(each, first.label)) },
        certain: true,
        quote: quoteOf(sentence, first.start, again.end),
      },
    ]
  })
}

/** 「约6197.40万元」 is rounded, not guessed: what it restates is known. */
function asPrinted(mention: Mention, name: string): Term {
  const { figure } = termOf(mention)
  const isRounded = figure.quantity.looseness === 'about' && figure.quantity.decimals > 0
  return { name, figure: isRounded ? { ...figure, quantity: { ...figure.quantity, looseness: 'exact' } } : figure }
}

/** In a bracket of its own, or after a word that converts. */
function isRestating({ lead, after }: Mention): boolean {
  if (!converts.test(lead) || !ends.test(after)) return false
  return /^[（(]/.test(lead) ? /^[）)]/.test(after) : /合|即/.test(lead)
}

/** 「折合14.13亿元」, 「99282.15万元（约9.93亿元）」: of money nothing but what is rounded is told again in the larger unit. */
function tellsScale({ figure: one }: Mention, { figure: two, lead }: Mention): boolean {
  const [left, right] = [one.quantity, two.quantity]
  return (
    left.unit.kind === 'money' &&
    unitFactor(right.unit).gt(unitFactor(left.unit)) &&
    left.decimals > 0 &&
    right.decimals > 0 &&
    (/折合|约合/.test(lead) || /^[（(]\s*约?$/.test(lead))
  )
}

/** Equal, near, a slip of the pen away, or the point moved. */
function isOneAmount({ figure: one }: Mention, { figure: two }: Mention): boolean {
  const [left, right] = [one.quantity, two.quantity]
  const [more, less] = [baseValue(left), baseValue(right)]
  if (more.lte(0) || less.lte(0)) return false
  return (
    more.minus(less).abs().lte(more.times(near)) ||
    isSlippedFrom(left, two.printed, right) ||
    isSlippedFrom(right, one.printed, left) ||
    ['0.0001', '0.1', '10', '10000'].some((times) => meets(intervalOf(right), scaled(left, times)))
  )
}

/** Whether a printed number is a slip away from the other amount in its unit. */
function isSlippedFrom(other: Quantity, printed: string, { unit, decimals }: Quantity): boolean {
  return isSlip(inPrintedUnit(baseValue(other), unit).toFixed(decimals), printed)
}

function scaled(quantity: Quantity, times: string): { low: Quantity['value']; high: Quantity['value'] } {
  const { low, high } = intervalOf(quantity)
  return { low: low.times(times), high: high.times(times) }
}
