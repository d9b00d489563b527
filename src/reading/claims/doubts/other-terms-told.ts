import { addIntervals, fitsRatio } from '#domain/arithmetic.ts'
import { intervalOf } from '#domain/quantity.ts'
import { clauseOf, fitsRate } from '../rates/rate-pairs.ts'
import { namesSeveral } from '../rates/several.ts'
import { isListed } from '../text/list-lead.ts'
import type { Mention } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'
import type { Bound } from './misread-rates.ts'

/** Rates of fewer digits are met by chance by one of a list. */
const telling = 4

/** By how much a number is more or less than another. */
const byHowMuch = /(?:多|少|增|减|增加|减少|超|省|短)[了出]?$/

/** Readings in which the words put a rate over other numbers of its sentence than those it was bound to. */
export const otherTerms: readonly ((bound: Bound) => boolean)[] = [
  isOfWhatIsTold,
  isOfAll,
  isOfOneListed,
  isOverItsNumerator,
]

/** 「两块共9.60万元，比上年少0.52万元，占预算12万元的80.0%」: by how much it changed is no share of a budget, what it is now fits. */
function isOfWhatIsTold({ rate, numerator, denominator, before }: Bound): boolean {
  return byHowMuch.test(clauseOf(numerator)) && before.some((each) => fitsAnother(rate, each, numerator, denominator))
}

/** 「已培训1083人次，其中甲312人次、乙274人次、丙497人次，三类合计完成目标的57%」: several are meant, one of them was taken. */
function isOfAll({ rate, numerator, denominator, before }: Bound): boolean {
  return (
    namesSeveral(rate) &&
    !/[合共总]/.test(clauseOf(numerator)) &&
    before.some((each) => fitsAnother(rate, each, numerator, denominator))
  )
}

/** 「近三年决算数分别为8.64万元、11.37万元和9.92万元…预算为11.50万元，控制率86.26%」: another of the list. */
function isOfOneListed({ rate, numerator, denominator, all }: Bound): boolean {
  if (rate.figure.printed.replace(/\D/g, '').length < telling) return false
  const at = all.indexOf(numerator)
  const rest = all.slice(at + 1)
  const end = rest.findIndex(({ lead }) => !isListed(lead))
  return rest.slice(0, end < 0 ? undefined : end).some((each) => fitsAnother(rate, each, numerator, denominator))
}

/** 「接收15,620卷，甲4,278件，乙3,165件，两项合计7,443件，占47.65%」: what stands right before a mere 占 is what has the share. */
function isOverItsNumerator({ rate, numerator, denominator, before }: Bound): boolean {
  if (before.at(-1) !== denominator || before.indexOf(numerator) < 0) return false
  if (!/^[，,（(]?\s*(?:约|共)?占$/.test(rate.lead.trim())) return false
  const [part, whole] = [numerator, denominator].map(({ figure }) => intervalOf(figure.quantity))
  // What makes it of both is told elsewhere.
  return !fitsRatio(rate.figure.quantity, part!, addIntervals([part!, whole!]))
}

function fitsAnother(rate: Mention, each: Mention, numerator: Mention, denominator: Mention): boolean {
  return (
    each !== numerator &&
    each !== denominator &&
    sameKind(each, numerator) &&
    fitsRate({ figure: rate.figure }, { numerator: each, denominator })
  )
}
