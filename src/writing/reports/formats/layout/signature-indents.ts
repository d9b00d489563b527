import { charactersWide } from './title-measure.ts'

const usual = 2
// A line of the type area has 28 characters.
const most = 24

/**
 * How far each closing line stands from the right edge, in characters (GB/T 9704-2012, 7.3.5, without a seal): the unit two
 * characters in; the date below begins two characters right of the unit's first; a date too long for that stands two
 * characters in itself, and the unit is moved left.
 */
export function signatureIndents(lines: readonly string[]): number[] {
  const [unit = '', date = ''] = lines
  const [name, day] = [charactersWide(unit), charactersWide(date)]
  if (lines.length !== 2 || name > most || day > most) return lines.map(() => usual)
  return day > name ? [usual + day - name + usual, usual] : [usual, name - day]
}
