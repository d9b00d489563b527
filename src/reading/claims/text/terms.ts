import type { Term } from '#domain/claim.ts'
import type { Place } from '#domain/document.ts'
import type { Mention, Sentence } from './sentences.ts'

/** A mention as a term of a claim, named by its label. */
export function termOf(mention: Mention): Term {
  return { name: mention.label, figure: mention.figure }
}

/** The stretch of a sentence from its beginning of interest to the end of the last number. */
export function quoteOf(sentence: Sentence, from: number, to: number): Place {
  const { part, block, row, cell } = sentence
  const holder = { part, block, ...(row === undefined ? {} : { row }), ...(cell === undefined ? {} : { cell }) }
  return { ...holder, start: Math.min(Math.max(from, sentence.start), to), end: to }
}

/** Whether two numbers count the same kind of thing: both money, or the same measure word. */
export function sameKind(left: Mention, right: Mention): boolean {
  const a = left.figure.quantity.unit
  const b = right.figure.quantity.unit
  if (a.kind !== b.kind || a.kind === 'none') return false
  return (
    a.kind === 'money' ||
    a.kind === 'area' ||
    a.name === b.name ||
    (people.has(a.name) && people.has(b.name)) ||
    (days.has(a.name) && days.has(b.name)) ||
    areOnce(a.name, b.name)
  )
}

/** Whether two numbers count the same, be it with measure words of their own: 「单位47个，高中4所、二级机构3个」. */
export function countsAlike(left: Mention, right: Mention): boolean {
  return sameKind(left, right) || [left, right].every(({ figure }) => bodies.has(figure.quantity.unit.name))
}

/** Measure words of offices, schools and enterprises. */
const bodies = new Set(['个', '家', '所'])

const people = new Set(['人', '名', '位'])
const days = new Set(['天', '日历天'])

/** 「活动124场次，其中进机关18场」: of people alone a 人次 is no 人. */
function areOnce(one: string, two: string): boolean {
  return (one === `${two}次` || two === `${one}次`) && /^[场件批期班]/.test(one)
}
