/**
 * Whether two printed numbers are one slip of the pen apart: one digit changed, dropped or added, two neighbours
 * swapped, or the decimal point moved. Numbers of fewer than three digits differ too easily by chance.
 */
export function isSlip(left: string, right: string): boolean {
  if (left === right) return false
  const [a, b] = [left, right].map((text) => text.replace(/^-/, '')) as [string, string]
  if (digitsOf(a).length < 3 || digitsOf(b).length < 3) return false
  if (digitsOf(a).replace(/^0+|0+$/g, '') === digitsOf(b).replace(/^0+|0+$/g, '')) return true
  return oneEdit(a, b) || swapped(a, b) || cutOff(a, b) || cutOff(b, a)
}

function digitsOf(text: string): string {
  return text.replace('.', '')
}

function oneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at)
  return rest === long.slice(at + 1)
}

/** The decimal point moved and the places kept: 1.14 as 0.11. */
function cutOff(long: string, short: string): boolean {
  const [whole = '', places = ''] = short.split('.')
  const [from = '', rest = ''] = long.split('.')
  if (places.length === 0 || places.length !== rest.length || from.length < 2 - Number(whole === '0')) return false
  const moved = `0${from}`.slice(0, -1).replace(/^0+(?=\d)/, '')
  return whole === moved && places === `${from.slice(-1)}${rest}`.slice(0, places.length)
}

function swapped(left: string, right: string): boolean {
  // The point stays where it is: 2.06 for 0.26.
  if (left.length !== right.length || left.indexOf('.') !== right.indexOf('.')) return false
  const [a, b] = [digitsOf(left), digitsOf(right)]
  const differ = [...a].flatMap((sign, at) => (sign === b[at] ? [] : [at]))
  const [first = 0, second = 0] = differ
  return differ.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}
