import { type Random } from './random.ts'
import { type Num, type Token, type Tokens, joined, t } from './report.ts'

/** How one report prints its numbers, fixed for the whole report. */
export type Habits = {
  readonly decimals: number
  readonly rateDecimals: number
  readonly trims: boolean
  readonly thousands: boolean
  readonly truncates: boolean
  readonly comma: string
  readonly colon: string
  readonly quotes: string
}

/** Writes numbers and choices of words for one report. Amounts are whole 元. */
export type Pen = {
  readonly random: Random
  readonly habits: Habits
  say<T>(...choices: readonly T[]): T
  /** 「1286.05万元」 */
  wan(yuan: number, decimals?: number): Num
  /** The same without its unit, for a table in 万元. */
  wanCell(yuan: number, decimals?: number): Num
  /** 「12860500.00元」 or bare in a table in 元. */
  yuan(yuan: number, unit?: string): Num
  /** top ÷ bottom in per cent; now and then cut off instead of rounded. */
  rate(top: number, bottom: number, decimals?: number): Num
  /** The same where the column or head already carries the %. */
  rateCell(top: number, bottom: number, decimals?: number): Num
  count(value: number, unit: string): Num
  bare(value: number | string, unit?: string): Num
  /** A number that stands for «a little more than» or «not quite». */
  loosely(value: number, unit: string): Num
  /** 甲1万元，乙2万元；丙3万元. */
  list(parts: readonly Tokens[], separator?: string): Token[]
}

export function numberOf(digits: string, unit: string, before = '', after = ''): Num {
  return { is: 'number', before, digits, after, unit, marks: [] }
}

/** The habits a writer of this report has; `grain` is the smallest amount the books know, in 元. */
export function habitsFrom(random: Random, grain: number): Habits {
  const decimals =
    grain >= 10_000
      ? random.pick([0, 2])
      : grain >= 1000
        ? random.pick([1, 2])
        : grain === 1
          ? random.pick([2, 2, 4, 6])
          : 2
  return {
    decimals,
    rateDecimals: random.pick([2, 2, 2, 2, 1, 0]),
    trims: random.chance(0.3),
    thousands: random.chance(0.15),
    truncates: random.chance(0.25),
    comma: random.pick(['，', '，', '，', '、', '；']),
    colon: random.pick(['：', '：', ':']),
    quotes: random.pick(['“”', '“”', '""', '「」']),
  }
}

export function penFrom(random: Random, habits: Habits): Pen {
  const wanDigits = (yuan: number, decimals: number): string => {
    const fixed = roundedTo(yuan, 10_000, decimals)
    const shown = habits.trims && fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed
    return habits.thousands ? withThousands(shown) : shown
  }
  const rateDigits = (top: number, bottom: number, decimals: number): string => {
    const cut = habits.truncates && random.chance(0.4)
    const fixed = cut ? cutTo(top * 100, bottom, decimals) : roundedTo(top * 100, bottom, decimals)
    return top === bottom && random.chance(0.7) ? '100' : fixed
  }
  return {
    random,
    habits,
    say: (...choices) => random.pick(choices),
    wan: (yuan, decimals = habits.decimals) => numberOf(wanDigits(yuan, decimals), '万元'),
    wanCell: (yuan, decimals = habits.decimals) => numberOf(wanDigits(yuan, decimals), ''),
    yuan: (yuan, unit = '元') => numberOf(habits.thousands ? withThousands(yuan.toFixed(2)) : yuan.toFixed(2), unit),
    rate: (top, bottom, decimals = habits.rateDecimals) => numberOf(rateDigits(top, bottom, decimals), '%'),
    rateCell: (top, bottom, decimals = habits.rateDecimals) => numberOf(rateDigits(top, bottom, decimals), ''),
    count: (value, unit) => numberOf(String(value), unit),
    bare: (value, unit = '') => numberOf(String(value), unit),
    loosely: (value, unit) => looselyFrom(random, value, unit),
    list: (parts, separator = habits.comma) => joined(parts, separator),
  }
}

function looselyFrom(random: Random, value: number, unit: string): Num {
  const step = 10 ** (String(value).length - 1)
  const below = Math.floor(value / step) * step
  if (below === value) return numberOf(String(value), unit, random.pick(['约', '共']))
  return random.chance(0.6) || value < 0.92 * (below + step)
    ? numberOf(String(below), unit, '', random.pick(['余', '多']))
    : numberOf(String(below + step), unit, '近')
}

/** top ÷ bottom rounded half up, in exact integers. */
function roundedTo(top: number, bottom: number, decimals: number): string {
  const scaled = BigInt(Math.round(top)) * 10n ** BigInt(decimals + 1)
  const tenfold = scaled / BigInt(bottom)
  return placed((tenfold + (tenfold >= 0n ? 5n : -5n)) / 10n, decimals)
}

/** top ÷ bottom cut off. */
function cutTo(top: number, bottom: number, decimals: number): string {
  return placed((BigInt(Math.round(top)) * 10n ** BigInt(decimals)) / BigInt(bottom), decimals)
}

function placed(units: bigint, decimals: number): string {
  const sign = units < 0n ? '-' : ''
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0')
  return sign + (decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`)
}

function withThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}

/** 「甲A1万元」 pairs for a list of named amounts. */
export function named(name: string, ...after: readonly Token[]): Token[] {
  return t`${name}${after}`
}
