import { Big } from 'big.js'
import type { Figure } from '#domain/fact.ts'
import { baseValue } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'

/** Fewer digits are met by chance among the numbers of a paragraph. */
const fewestDigits = 3
/** As many digits are not met by chance in a whole report. */
const surelyOwn = 5
/** So few are left by chance. */
const fewestLeft = 10
/** Of so many parts one hardly adds up by chance, nor by a mistake. */
const fewestMade = 4
/** So many items may stand behind a list that was read too short. */
const behindTried = [1, 2, 3]

/** A doubtful sum and the numbers it stands among. */
type Doubtful = {
  readonly total: Figure
  readonly parts: readonly Figure[]
  /** The same measure, in the same paragraph or row, as they stand. */
  readonly beside: readonly Figure[]
}

/**
 * Whether the numbers around a doubtful sum tell exactly what its terms are to each other, so that the total is of something else
 * or the list goes on: each of these holds to the last digit between all of them, which a mistake in one of them would break.
 *
 * told     the figures of the finding, the total first
 * figures  all of the reading
 */
export function isSumExplained(told: readonly Figure[], figures: readonly Figure[]): boolean {
  const [total, ...parts] = told
  // With nothing anything adds up.
  if (!total || parts.length < 2 || told.some((each) => valueOf(each).eq(0))) return false
  const { block, row } = total.place
  const beside = figures
    .filter((each) => each.place.block === block && each.place.row === row && isAlike(each, total))
    .filter((each) => !told.includes(each))
    .toSorted((one, other) => one.place.start - other.place.start)
  const sum: Doubtful = { total, parts, beside }
  return (
    isTurned(sum) ||
    isInterleaved(sum) ||
    isOneOfThem(sum, figures) ||
    isOfAnother(sum) ||
    goesOn(sum) ||
    isLessOrMore(sum) ||
    isOtherTotal(sum, figures)
  )
}

/** 「186420人应参保，181937人参保，未参保4483人」 read as 186420 + 4483 = 181937: one of the parts is what the others make. */
function isTurned({ total, parts }: Doubtful): boolean {
  // What is wrong of a total behind its parts may be that it was taken off instead of added.
  if (parts.some((each) => valueOf(each).lt(fewestLeft))) return false
  if (digitsOf(total) < fewestDigits || parts.some(({ place }) => place.start < total.place.start)) return false
  return parts.some((part) => valueOf(part).eq(sumOf([total, ...parts.filter((each) => each !== part)])))
}

/** 「行政编制76名，实有71人；事业编制17名，实有15人；两类编制93名」: every other of them makes the total. */
function isInterleaved({ total, parts }: Doubtful): boolean {
  if (parts.length < 4 || parts.length % 2 !== 0) return false
  return [0, 1].some((rest) => sumOf(parts.filter((_, at) => at % 2 === rest)).eq(valueOf(total)))
}

/**
 * 「收回1462份。满意1108份，基本满意286份，不满意68份」: with the others the total makes a number of the paragraph, so it is the first
 * of the list; answers in 份 may be given by 人. What scores make may stand in a table.
 */
function isOneOfThem({ total, parts }: Doubtful, figures: readonly Figure[]): boolean {
  const all = sumOf([total, ...parts])
  const { kind } = total.quantity.unit
  const isOwn = (each: Figure) => each.place.block === total.place.block && each.quantity.unit.kind === kind
  const isScore = (each: Figure) => kind === 'score' && /^(?:score|none)$/.test(each.quantity.unit.kind)
  return figures.some(
    (each) =>
      each !== total &&
      (isOwn(each) ? digitsOf(each) >= fewestDigits : isScore(each) && digitsOf(each) > fewestDigits) &&
      valueOf(each).eq(all),
  )
}

/** 「支出30172万元；基本支出12918万元，其中人员11407万元、公用1511万元」: what they make is told right before them, or right behind. */
function isOfAnother({ total, parts, beside }: Doubtful): boolean {
  const sum = sumOf(parts)
  // What is more than the total is not of one of its parts, but what it should be.
  if (sum.gt(valueOf(total))) return false
  const { before, behind } = around(parts, beside)
  return [before.at(-1), behind[0]].some(
    (each) =>
      each !== undefined &&
      valueOf(each).eq(sum) &&
      digitsOf(each) >= fewestDigits &&
      !isSlip(each.printed, total.printed) &&
      !isAbridged(each, total),
  )
}

/** 「13964.71万元」 and 「1.40亿元」, or 「13.96亿元」: one number, in another unit. */
function isAbridged(one: Figure, other: Figure): boolean {
  const [left, right] = [one, other].map(({ printed }) => printed.replace(/\D/g, '').replace(/^0+/, ''))
  return left!.startsWith(right!) || right!.startsWith(left!)
}

/** 「24个，其中10个…，6个…，3个…；剩下5个」: the numbers right before the list, or those right behind, are what it lacks. */
function goesOn({ total, parts, beside }: Doubtful): boolean {
  const gap = valueOf(total).minus(sumOf(parts))
  if (gap.lt(fewestLeft)) return false
  const { before, behind } = around(parts, beside)
  // 「“满意”702份、“基本满意”251份，合953份；“一般”48份，“不满意”57份」
  const next = behind.filter((each, at) => at > 0 || !valueOf(each).eq(sumOf(parts)))
  const lists = [before.slice(-1), ...behindTried.map((many) => next.slice(0, many))]
  return lists.some((list) => list.length > 0 && sumOf(list).eq(gap))
}

/** 「任务2000人，超出100人；一季度318人，二季度743人，…」: how much more, or less, the parts make is told before them. */
function isLessOrMore({ total, parts, beside }: Doubtful): boolean {
  const gap = sumOf(parts).minus(valueOf(total)).abs()
  if (gap.lt(fewestLeft)) return false
  const first = Math.min(...parts.map(({ place }) => place.start))
  return beside.some(
    (each) => each.place.start > total.place.start && each.place.start < first && valueOf(each).eq(gap),
  )
}

/** The total is made of others, to the last digit, and what the parts make is told elsewhere. */
function isOtherTotal({ total, parts, beside }: Doubtful, figures: readonly Figure[]): boolean {
  const sum = sumOf(parts)
  return (
    isMadeBeside(total, beside) &&
    figures.some(
      (each) =>
        !parts.includes(each) &&
        each.quantity.unit.kind === total.quantity.unit.kind &&
        digitsOf(each) >= surelyOwn &&
        valueOf(each).eq(sum),
    )
  )
}

/** So many numbers of the paragraph, one behind the other, make the total. */
function isMadeBeside(total: Figure, beside: readonly Figure[]): boolean {
  return beside.some((_, from) => {
    let sum = new Big(0)
    return beside.slice(from).some((each, more) => {
      sum = sum.plus(valueOf(each))
      return more + 1 >= fewestMade && sum.eq(valueOf(total))
    })
  })
}

/** What stands before the parts and behind them; what stands between them is neither. */
function around(parts: readonly Figure[], beside: readonly Figure[]) {
  const { block } = parts[0]!.place
  const starts = parts.map(({ place }) => place.start)
  const own = beside.filter(({ place }) => place.block === block)
  return {
    before: own.filter(({ place }) => place.start < Math.min(...starts)),
    behind: own.filter(({ place }) => place.start > Math.max(...starts)),
  }
}

function isAlike({ quantity: { unit } }: Figure, { quantity: { unit: other } }: Figure): boolean {
  return unit.kind === other.kind && (unit.kind !== 'count' || (unit.name === other.name && unit.scale === other.scale))
}

function digitsOf({ printed }: Figure): number {
  return printed.replace(/\D/g, '').length
}

function valueOf({ quantity }: Figure): Big {
  return baseValue(quantity)
}

function sumOf(figures: readonly Figure[]): Big {
  return figures.reduce((all, each) => all.plus(valueOf(each)), new Big(0))
}
