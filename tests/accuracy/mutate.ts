import { type Random } from './random.ts'
import { type Mark, type Num } from './report.ts'

export type Mutation = {
  readonly number: Num
  readonly changed: Num
  readonly edit: string
  readonly relation: string
  readonly relations: readonly string[]
}

/** The mistakes people make with a number, each giving new digits or nothing. */
const edits: Record<string, (digits: string, random: Random) => string | undefined> = {
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

/** The number with a mistake in it that its report contradicts beyond rounding; nothing when no edit makes one. */
export function mutated(number: Num, random: Random): Mutation | undefined {
  const mark = tightest(number)
  if (!mark) return undefined
  const names = Object.keys(edits)
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const edit = attempt < 30 ? random.pick(names) : 'other digit'
    const plain = number.digits.replaceAll(',', '')
    const digits = edits[edit]?.(plain, random)
    if (digits === undefined || !isPlausible(digits, number)) continue
    if (Math.abs(Number(digits) - Number(plain)) <= mark.slack) continue
    const shown = number.digits.includes(',') ? withThousands(digits) : digits
    const relations = [...new Set(number.marks.map(({ relation }) => relation))]
    return { number, changed: { ...number, digits: shown }, edit, relation: mark.relation, relations }
  }
  return undefined
}

/** Leading zeros, blanks and shares above 1000% are no slip a writer would leave standing. */
function isPlausible(digits: string, number: Num): boolean {
  if (!/^\d+(\.\d+)?$/.test(digits) || /^0\d/.test(digits) || digits === number.digits) return false
  return number.unit !== '%' || Number(digits) <= 1000
}

/** Of the relations a number takes part in the one that leaves it the least room. */
function tightest(number: Num): Mark | undefined {
  return number.marks.toSorted((left, right) => left.slack - right.slack)[0]
}

function withThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}
