import type { Claim, Term } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { unitFactor } from '#domain/unit.ts'
import { isListed } from '../text/list-lead.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { isOneAmount } from './one-amount.ts'

const converts = /^[，,（(]?\s*(?:按[\p{Script=Han}]{2,4}[计算]{1,2})?(?:折合|约合|合计约?|合|即|约|约为)?(?:人民币)?$/u
/** 「每名发放价值200元的用品，折合24.80万元」: what is paid for one, and what for all. */
const perPiece = /每|均|单价|(?<!高)标准|各|价值/
const ends = /^[）)]|^[，,；;。]|^$/

/** An amount that is told once more in another unit right behind: 「支出6270490.50元，折合627.05万元」「15.66亿元（156572.91万元）」. */
export function restatedUnits(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((again, at) => {
    const first = sentence.mentions[at - 1]
    // 「库容8000吨、6500吨和5500吨，合计2万吨」 closes a list.
    if (first && isListed(first.lead) && /合计/.test(again.lead)) return []
    if (!first || !isRestating(again) || !areAlike(first, again) || areInOneUnit(first, again)) return []
    if (perPiece.test(afterLast(first.lead, '，；。')) && !areHours(first, again)) return []
    if (
      ![tellsScale, isMeasuredAnew, areHours].some((tells) => tells(first, again)) &&
      !isOneAmount(first.figure, again.figure)
    )
      return []
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

const measured = /^(?:area|length|weight)$/

/** 「36小时，即1.5天」; days of work have eight hours. */
const hours = /^(?:小时|天|日)$/
const ofWork = 8

function areHours(one: Mention, two: Mention): boolean {
  const [hour, day] = one.figure.quantity.unit.name === '小时' ? [one, two] : [two, one]
  const { unit } = hour.figure.quantity
  if (unit.name !== '小时' || !hours.test(day.figure.quantity.unit.name) || unit.name === day.figure.quantity.unit.name)
    return false
  return !hour.figure.quantity.value.eq(day.figure.quantity.value.times(ofWork)) && !/工作/.test(day.lead)
}

function areAlike(one: Mention, two: Mention): boolean {
  const { kind } = one.figure.quantity.unit
  return areHours(one, two) || sameKind(one, two) || (measured.test(kind) && kind === two.figure.quantity.unit.kind)
}

function areInOneUnit({ figure: one }: Mention, { figure: two }: Mention): boolean {
  return unitFactor(one.quantity.unit).eq(unitFactor(two.quantity.unit))
}

/** 「1.35公顷，即13500平方米」: a measure is told in another one for no other reason. */
function isMeasuredAnew({ figure }: Mention, { lead, after }: Mention): boolean {
  return (
    measured.test(figure.quantity.unit.kind) &&
    /[，,（(]\s*(?:即|折合|约合|合)$/.test(lead) &&
    !/^[^，；。）]/.test(after)
  )
}
