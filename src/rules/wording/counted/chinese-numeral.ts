const digits = '〇一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/**
 * The value of a whole number below ten thousand as Chinese text writes it: 「三」「两」「十二」「一百零五」「12」「１２」.
 * Undefined for anything else.
 */
export function numeralValue(text: string): number | undefined {
  return small.get(text) ?? valueOf(text)
}

function valueOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/两/g, '二').replace(/零/g, '〇')
  if (/^\d{1,4}$/.test(plain)) return Number(plain)
  if (!/^[〇一二三四五六七八九十百千]+$/.test(plain)) return undefined
  let value = 0
  let digit: number | undefined
  let lowest = 10_000
  for (const sign of plain) {
    const unit = units[sign]
    if (unit === undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = digits.indexOf(sign)
      continue
    }
    if (unit >= lowest) return undefined
    value += (digit ?? 1) * unit
    lowest = unit
    digit = undefined
  }
  return value + (digit ?? 0)
}

/** 1–99 as headings write it: 「三」「十」「十二」「二十一」. */
export function chineseNumeral(value: number): string {
  if (value < 10) return digits[value] ?? ''
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`
}

/** What headings and lists are numbered with, by far: 「一」 to 「九十九」, 1 to 99. */
const small: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 99 }, (_, index) => index + 1).flatMap((value) => [
    [chineseNumeral(value), value],
    [String(value), value],
  ]),
)
