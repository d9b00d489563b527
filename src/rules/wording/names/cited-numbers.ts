import { allMatches } from '#domain/all-matches.ts'
import type { Line } from '../paragraphs.ts'

/**
 * A document number in a text: 「桃财绩〔2024〕51号」.
 *
 * title    the words between 《 》 right before it, without inner marks; '' when there is none
 * number   without leading zeros
 * plain    neither 第 nor a leading zero stands before the number
 */
export type CitedNumber = {
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly agency: string
  readonly year: string
  readonly number: string
  readonly open: string
  readonly close: string
  readonly plain: boolean
  readonly title: string
}

const pattern =
  /([\p{Script=Han}]{1,12})\s?([〔[［【（(﹝])\s?((?:19|20)\d\d)\s?([〕\]］】）)﹞])\s?(第?)(\d{1,4})\s?号/gu
/** What stands in every document number. */
export const citationCue = /[〔[［【(（﹝][^\S\n]?(?:19|20)\d\d/g
const lead =
  /^.*(?:根据|依据|按照|依照|按|印发|下发|通知|关于|文件|接到|收到|以|经|到|和|及|与|的|据|见|由|号|了|为|由|依|等|将|在|从|对)/u

/** The document numbers in a line. */
export function citedIn(line: Line): CitedNumber[] {
  return allMatches(line.text, pattern).map((match) => {
    const [whole, words = '', open = '', year = '', close = '', ordinal = '', digits = ''] = match
    const agency = words.replace(lead, '').slice(-5)
    const start = match.index + words.length - agency.length
    return {
      line,
      start,
      end: match.index + whole.length,
      agency,
      year,
      number: digits.replace(/^0+/, ''),
      open,
      close,
      plain: ordinal === '' && !digits.startsWith('0'),
      title: titleBefore(line.text.slice(0, start)),
    }
  })
}

function titleBefore(text: string): string {
  const found = /《([^《》]*(?:《[^《》]*》[^《》]*)*)》\s?[（(]\s?$/.exec(text)
  return (found?.[1] ?? '').replace(/[\s“”"]/g, '')
}
