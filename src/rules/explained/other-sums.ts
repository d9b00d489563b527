import type { Big } from 'big.js'
import { addIntervals, fitsRatio, meets } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import { significantDigits } from '#domain/significance.ts'
import { isSlip } from '#domain/slip.ts'
import { inPrintedUnit } from '#domain/unit.ts'
import { mendsBySlip } from '../prudence/mended-by-slip.ts'
import { apart, besideOf, digitsOf, isAlike, sumOf, valueOf } from './numbers.ts'

/** Numbers and rates of fewer digits are met by chance. */
const fewestDigits = 3
/** What two numbers of a paragraph make is met by chance more often. */
const telling = 4
/** Of longer lists some parts make anything. */
const mostParts = 8
/** A part this many times smaller than the total is of another size: 元 among 万元. */
const tiny = 1000
/** A mean of fewer is met by chance. */
const fewestOfMean = 4
/** So many characters behind a list its own total may stand. */
const rightBehind = 40
/** A sum this many times the total, or a total this many times the sum, is of something else where no slip explains it. */
const far = 3

/** A doubtful sum among the other numbers of its paragraph. */
type Sum = {
  readonly total: Figure
  readonly parts: readonly Figure[]
  readonly beside: readonly Figure[]
  readonly figures: readonly Figure[]
}

/**
 * Whether what the numbers of a sum that does not hold are to each other, and to those beside them, shows that they are no total
 * with its parts: some of the parts make the total, one part is what others make, the mean of another or all but what stands beside
 * it, what they make is told as another's total, or a rate says which share of the total they are.
 *
 * told     the figures of the finding, the total first
 * figures  all of the reading
 */
export function isOtherSum(told: readonly Figure[], figures: readonly Figure[]): boolean {
  const sum = sumIn(told, figures)
  return sum !== undefined && readings.some((isOther) => isOther(sum))
}

/** The same of what one changed digit makes equal: less explains it. */
export function isSurelyOtherSum(told: readonly Figure[], figures: readonly Figure[]): boolean {
  const sum = sumIn(told, figures)
  if (!sum) return false
  const isApart = sum.parts.every(({ place }) => place.block !== sum.total.place.block)
  return [hasSubtotal, hasMean, hasWholeAndPart].some((isOther) => isOther(sum)) || (isApart && isToldOfOthers(sum))
}

/** Undefined where there is hardly a sum: with nothing anything adds up. */
function sumIn(told: readonly Figure[], figures: readonly Figure[]): Sum | undefined {
  const [total, ...parts] = told
  if (!total || parts.length < 2 || told.some((each) => valueOf(each).lte(0))) return undefined
  return { total, parts, beside: besideOf(parts[0]!, told, figures), figures }
}

/** Whether a sum is so far from its total that they were hardly meant to be equal. */
export function isFarSum([total, ...parts]: readonly Figure[]): boolean {
  if (!total || parts.length < 2) return false
  const [whole, sum] = [valueOf(total), sumOf(parts)]
  // 「8」 for 「81」: a digit is left out.
  const should = inPrintedUnit(sum, total.quantity.unit).toFixed(total.quantity.decimals)
  if (should.includes(total.printed) || total.printed.includes(should)) return false
  // 「801.8」 for 「80.18」, 「4万元」 written in 元.
  const gap = whole.minus(sum).abs()
  if ([total, ...parts].some((each) => mendsBySlip(each, gap))) return false
  return whole.gt(sum.times(far)) || sum.gt(whole.times(far))
}

const readings: readonly ((sum: Sum) => boolean)[] = [
  hasSubtotal,
  isMadeOfSome,
  isOfTheRest,
  hasTiny,
  hasMean,
  hasWholeAndPart,
  isToldOfOthers,
  isChanged,
  isShare,
  goesOn,
  isTurned,
]

/** 「工资2,398.66万元，补助273.16万元，两项合为2,671.82万元；公用340.65万元」: one of them is a subtotal; without it the others make the total. */
function hasSubtotal({ total, parts }: Sum): boolean {
  return parts.some((part) => {
    const others = parts.filter((each) => each !== part)
    return (
      digitsOf(part) >= fewestDigits &&
      someOf(others).some(
        (some) =>
          sumOf(some).eq(valueOf(part)) &&
          [others, parts.filter((each) => !some.includes(each))].some((rest) => sumOf(rest).eq(valueOf(total))),
      )
    )
  })
}

/** 「“很满意”98人，“满意”41人，“一般”9人，摇头的4人，前两者合计139人」: some of them make it, and more than one forgotten is left. */
function isMadeOfSome({ total, parts }: Sum): boolean {
  if (digitsOf(total) < fewestDigits) return false
  return someOf(parts).some((some) => {
    const left = parts.filter((each) => !some.includes(each))
    return sumOf(some).eq(valueOf(total)) && (left.length >= 2 || left.some((each) => valueOf(each).gt(valueOf(total))))
  })
}

/** 「护路员318名，其中脱贫户142名，占44.7%；男211名，女107名」: what has a share of its own stands beside the list that is all. */
function isOfTheRest({ total, parts: [first, ...rest], beside }: Sum): boolean {
  if (rest.length < 2 || !sumOf(rest).eq(valueOf(total))) return false
  return beside.some(
    ({ place, quantity }) =>
      quantity.unit.kind === 'share' &&
      place.start > first!.place.start &&
      place.start < rest[0]!.place.start &&
      fitsRatio(quantity, intervalOf(first!.quantity), intervalOf(total.quantity)),
  )
}

/** 「得278.04万元…按人口平均，每人136.24元」 */
function hasTiny({ total, parts }: Sum): boolean {
  return parts.some(
    (part) => part.quantity.unit.scale !== total.quantity.unit.scale && valueOf(part).times(tiny).lt(valueOf(total)),
  )
}

/** 「人员经费1,346.08万元；按100名在职人员平均13.46万元」: what one gets is no part. */
function hasMean({ total, parts, beside }: Sum): boolean {
  const counts = beside.filter(({ quantity: { unit, value } }) => unit.kind === 'count' && value.gte(fewestOfMean))
  return parts.some((mean) => {
    if (mean.quantity.decimals === 0 || digitsOf(mean) < fewestDigits) return false
    const { low, high } = intervalOf(mean.quantity)
    return [total, ...parts].some(
      (whole) =>
        valueOf(whole).gt(valueOf(mean)) &&
        digitsOf(whole) >= fewestDigits &&
        counts.some((count) =>
          meets(intervalOf(whole.quantity), { low: low.times(valueOf(count)), high: high.times(valueOf(count)) }),
        ),
    )
  })
}

/** 「先付69.00万元；从128.79万元中减去这笔，剩59.79万元」: one is part of another, what is left of it is told beside. */
function hasWholeAndPart({ parts, beside }: Sum): boolean {
  const others = beside.filter((each) => isAlike(each, parts[0]!) && digitsOf(each) >= telling)
  return parts.some((whole) =>
    parts.some((part) => others.some((rest) => valueOf(part).plus(valueOf(rest)).eq(valueOf(whole)))),
  )
}

/** 「花费依次为38.60万元、47.30万元、52.10万元，加起来正好138.00万元」: what they make is told with them, and the total is another's. */
function isToldOfOthers({ total, parts, beside }: Sum): boolean {
  const sum = sumOf(parts)
  const last = parts.at(-1)!
  const isFar = parts.every(({ place }) => place.block !== total.place.block)
  return beside.some(
    (each) =>
      isAlike(each, total) &&
      valueOf(each).eq(sum) &&
      digitsOf(each) >= fewestDigits &&
      (isFar ||
        (each.place.start > last.place.start &&
          apart(each, last) < rightBehind &&
          !isSlip(each.printed, total.printed))),
  )
}

/** 「均分由81.90分抬升到84.62分，涨2.72分」: the total is made by two others of its paragraph, what the parts make is told elsewhere. */
function isChanged({ total, parts, figures }: Sum): boolean {
  // Printed in the place of the total, a part is the mistake.
  if (parts.some((part) => valueOf(part).eq(valueOf(total)))) return false
  const told = [total, ...parts]
  const sum = sumOf(parts)
  const own = besideOf(total, told, figures).filter((each) => isAlike(each, total) && digitsOf(each) >= fewestDigits)
  return (
    own.some((one) => own.some((two) => one !== two && valueOf(one).plus(valueOf(two)).eq(valueOf(total)))) &&
    isToldElsewhere(sum, total, told, figures)
  )
}

function isToldElsewhere(sum: Big, like: Figure, told: readonly Figure[], figures: readonly Figure[]): boolean {
  return figures.some(
    (each) =>
      !told.includes(each) &&
      each.quantity.unit.kind === like.quantity.unit.kind &&
      digitsOf(each) >= telling &&
      valueOf(each).eq(sum),
  )
}

/** 「共450份，满意的分别为138份、129份、118份，综合85.56%」: a rate of the paragraph says which share of it they are. */
function isShare({ total, parts, figures }: Sum): boolean {
  const sum = addIntervals(parts.map(({ quantity }) => intervalOf(quantity)))
  return besideOf(total, parts, figures).some(
    ({ quantity, printed }) =>
      quantity.unit.kind === 'share' &&
      significantDigits(printed) >= fewestDigits &&
      fitsRatio(quantity, sum, intervalOf(total.quantity)),
  )
}

/** 「丢失的3.85分，由预算执行（1.85分）、合同备案（0.50分）、结转偏大（0.90分）和绩效指标（0.60分）构成」 read too short. */
function goesOn({ total, parts, beside }: Sum): boolean {
  const gap = valueOf(total).minus(sumOf(parts))
  if (gap.lte(0)) return false
  const alike = beside.filter((each) => isAlike(each, total))
  const before = alike.filter(({ place }) => place.start < parts[0]!.place.start)
  const behind = alike.filter(({ place }) => place.start > parts.at(-1)!.place.start)
  const lists = [before.slice(-1), ...[1, 2, 3].map((many) => behind.slice(0, many))]
  return lists.some((list) => list.length > 0 && sumOf(list).eq(gap) && list.every((each) => digitsOf(each) >= 2))
}

/** 「事业编制32名，缺3人；编制39名、在职36人」 read as 3 + 39 = 36: of so few digits a slip is met as easily. */
function isTurned({ total, parts }: Sum): boolean {
  return digitsOf(total) < fewestDigits && isOneOfAll(total, parts)
}

/** Whether one of the parts is what the total and the others make. */
export function isOneOfAll(total: Figure, parts: readonly Figure[]): boolean {
  return parts.some((part) => valueOf(part).eq(sumOf([total, ...parts.filter((each) => each !== part)])))
}

/** Two or more of some figures, but not all of them. */
function someOf(figures: readonly Figure[]): (readonly Figure[])[] {
  const few = figures.slice(0, mostParts)
  return Array.from({ length: 2 ** few.length }, (_, chosen) => few.filter((_, at) => (chosen >> at) % 2 === 1)).filter(
    ({ length }) => length >= 2,
  )
}
