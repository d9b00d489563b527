import { type Random } from './random.ts'
import { distanceOf, valueOf } from './relations.ts'
import { type Mark, type Num } from './report.ts'

export type Mutation = {
  readonly number: Num
  readonly changed: Num
  readonly edit: string
  readonly relation: string
  readonly relations: readonly string[]
}

/** The slips of a hand in the digits, each giving new digits or nothing. */
const slips: Record<string, (digits: string, random: Random) => string | undefined> = {
  'one digit': (digits, random) => {
    const at = random.pick(digitPlaces(digits))
    const digit = Number(digits[at])
    const moved = digit === 0 ? 1 : digit === 9 ? 8 : digit + random.pick([1, -1])
    return replacedAt(digits, at, String(moved))
  },
  'other digit': (digits, random) => replacedAt(digits, random.pick(digitPlaces(digits)), String(random.int(0, 9))),
  'swapped digits': (digits, random) => {
    const at = random.pick(digitPlaces(digits).slice(0, -1).concat(0))
    const [left, right] = [digits[at], digits[at + 1]]
    if (!left || !right || !/\d\d/.test(left + right) || left === right) return undefined
    return digits.slice(0, at) + right + left + digits.slice(at + 2)
  },
  'dropped digit': (digits, random) => {
    const whole = digits.split('.')[0]!
    if (whole.length < 2) return undefined
    const at = random.int(0, whole.length - 1)
    return digits.slice(0, at) + digits.slice(at + 1)
  },
  'decimal point': (digits, random) => {
    if (!digits.includes('.')) return undefined
    const point = digits.indexOf('.')
    const bare = digits.replace('.', '')
    const moved = point + random.pick([1, -1])
    return moved > 0 && moved < bare.length ? `${bare.slice(0, moved)}.${bare.slice(moved)}` : undefined
  },
  'off by 0.75': (digits) => {
    if (!/\.\d\d$/.test(digits)) return undefined
    return (Number(digits) + 0.75).toFixed(digits.split('.')[1]!.length)
  },
  'ten thousand': (digits) => (Number(digits) >= 1 && Number.isInteger(Number(digits)) ? `${digits}0000` : undefined),
}

function digitPlaces(digits: string): number[] {
  return [...digits].flatMap((each, index) => (/\d/.test(each) ? [index] : []))
}

function replacedAt(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + 1)
}

/**
 * The number with a mistake in it that its report contradicts beyond rounding; nothing when no edit makes one.
 * `bases` are the numbers the report gives for last year.
 */
export function mutated(number: Num, bases: readonly Num[], random: Random): Mutation | undefined {
  const mark = tightest(number)
  if (!mark) return undefined
  const names = [...Object.keys(slips), 'other unit', 'from last year']
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const edit = attempt < 30 ? random.pick(names) : 'other digit'
    const changed = edited(number, edit, bases, random)
    if (!changed || !isPlausible(changed, number) || distanceOf(number, changed) <= mark.slack) continue
    const relations = [...new Set(number.marks.map(({ relation }) => relation))]
    return { number, changed, edit, relation: mark.relation, relations }
  }
  return undefined
}

function edited(number: Num, edit: string, bases: readonly Num[], random: Random): Num | undefined {
  if (edit === 'other unit') return inOtherUnit(number)
  const plain = number.digits.replaceAll(',', '')
  const digits = edit === 'from last year' ? lastYearsDigits(number, bases, random) : slips[edit]?.(plain, random)
  if (digits === undefined) return undefined
  return { ...number, digits: number.digits.includes(',') ? withThousands(digits) : digits }
}

/** 万元 written as 元 or the other way round, the digits left as they are. */
function inOtherUnit(number: Num): Num | undefined {
  const unit = number.unit === '万元' ? '元' : number.unit === '元' ? '万元' : undefined
  return unit === undefined || valueOf(number) === 0 ? undefined : { ...number, unit }
}

/**
 * A figure left standing from last year's report: the one this report gives as its base where the number is the
 * year's own, and otherwise one that lies as far off as years do.
 */
function lastYearsDigits(number: Num, bases: readonly Num[], random: Random): string | undefined {
  if (!['万元', '元', '亿元', ''].includes(number.unit) || !number.digits.includes('.')) return undefined
  const own = bases.filter((each) => each.unit === number.unit && each !== number)
  const decimals = number.digits.split('.')[1]!.length
  const value = Number(number.digits.replaceAll(',', ''))
  const moved = (value * random.pick([0.63, 0.78, 0.86, 0.94, 1.07, 1.15, 1.32])).toFixed(decimals)
  const isCurrent = number.marks.some(({ relation }) => relation === 'change.current')
  return isCurrent && own.length > 0 ? random.pick(own).digits.replaceAll(',', '') : moved
}

/** Leading zeros, blanks and shares above 1000% are no slip a writer would leave standing. */
function isPlausible({ digits, unit }: Num, number: Num): boolean {
  const plain = digits.replaceAll(',', '')
  if (!/^\d+(\.\d+)?$/.test(plain) || /^0\d/.test(plain)) return false
  if (digits === number.digits && unit === number.unit) return false
  return number.unit !== '%' || Number(plain) <= 1000
}

/** Of the relations a number takes part in the one that leaves it the least room. */
function tightest(number: Num): Mark | undefined {
  return number.marks.toSorted((left, right) => left.slack - right.slack)[0]
}

function withThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}
