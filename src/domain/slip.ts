const [point, zero, minus] = ['.', '0', '-'].map((sign) => sign.charCodeAt(0))

/**
 * Whether two printed numbers are one slip of the pen apart: one digit changed, dropped or added, two neighbours
 * swapped, or the decimal point moved. Numbers of fewer than three digits differ too easily by chance.
 */
export function isSlip(left: string, right: string): boolean {
  if (left === right) return false
  const a = unsigned(left)
  const b = unsigned(right)
  if (digitsIn(a) < 3 || digitsIn(b) < 3) return false
  return oneEdit(a, b) || swapped(a, b) || sameDigits(a, b) || cutOff(a, b) || cutOff(b, a)
}

/** Whether two whole numbers of one digit or two are one slip apart: a digit changed, or both swapped. */
export function isSmallSlip(left: string, right: string): boolean {
  if (left === right || left.length !== right.length || !/^\d{1,2}$/.test(left)) return false
  const changed = [...left].filter((digit, at) => digit !== right[at]).length
  return changed === 1 || left === [...right].toReversed().join('')
}

function unsigned(text: string): string {
  return text.charCodeAt(0) === minus ? text.slice(1) : text
}

function digitsIn(text: string): number {
  return text.includes('.') ? text.length - 1 : text.length
}

/** Whether two numbers are the same but for their decimal points, and the zeros before and behind. */
function sameDigits(a: string, b: string): boolean {
  let [left, right] = [skipped(a, 0, 1), skipped(b, 0, 1)]
  const [leftEnd, rightEnd] = [skipped(a, a.length - 1, -1), skipped(b, b.length - 1, -1)]
  while (left <= leftEnd && right <= rightEnd) {
    if (a.charCodeAt(left) === point) left++
    else if (b.charCodeAt(right) === point) right++
    else if (a.charCodeAt(left++) !== b.charCodeAt(right++)) return false
  }
  return left > leftEnd && right > rightEnd
}

/** The first place from `at` on, that way, that is neither a zero nor the point. */
function skipped(text: string, at: number, way: 1 | -1): number {
  let next = at
  while (text.charCodeAt(next) === zero || text.charCodeAt(next) === point) next += way
  return next
}

/** Where two texts first differ. */
function firstDifference(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let at = 0
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

function oneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  const at = firstDifference(a, b)
  return isTail(long, at + 1, short, short.length === long.length ? at + 1 : at)
}

/** The decimal point moved and the places kept: 1.14 as 0.11. */
function cutOff(long: string, short: string): boolean {
  const cut = short.indexOf('.')
  const from = long.indexOf('.')
  if (cut < 0 || from < 0 || short.length - cut !== long.length - from) return false
  const places = short.length - cut - 1
  if (short.slice(cut + 1) !== `${long[from - 1]}${long.slice(from + 1)}`.slice(0, places)) return false
  return short.slice(0, cut) === `0${long.slice(0, from)}`.slice(0, -1).replace(/^0+(?=\d)/, '')
}

/** Two neighbours swapped, with the point between them or not: 2.06 for 0.26. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = firstDifference(a, b)
  const next = a.charCodeAt(at + 1) === point ? at + 2 : at + 1
  return (
    a.charCodeAt(at) === b.charCodeAt(next) &&
    a.charCodeAt(next) === b.charCodeAt(at) &&
    (next === at + 1 || b.charCodeAt(at + 1) === point) &&
    isTail(a, next + 1, b, next + 1)
  )
}

/** Whether `a` from one place on reads as `b` from another. */
function isTail(a: string, from: number, b: string, other: number): boolean {
  if (a.length - from !== b.length - other) return false
  for (let at = from; at < a.length; at++) if (a.charCodeAt(at) !== b.charCodeAt(at - from + other)) return false
  return true
}
