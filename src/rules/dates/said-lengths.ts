import { allMatches } from '#domain/all-matches.ts'
import { numeralValue } from '../wording/counted/chinese-numeral.ts'

/**
 * A length of time as a text tells it: 「180日历天」「三年」「18个月」.
 *
 * start, end   characters of the text, from the number to its unit
 * clause       the words before it since the last mark
 */
export type SaidLength = {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly unit: LengthUnit
  readonly clause: string
}
export type LengthUnit = 'day' | 'month' | 'year'

const length =
  /(?<![\d.第近首每年月]|(?<!提)前|(?<![滞延])后)(\d{1,4}|[一二两三四五六七八九十百]{1,5})\s?(?:个?(日历[天日]|自然日|天|日)|(个整?月)|个?(整?年|周年))(?![度级代份期间龄限报鉴检审终初末底均以余多左后前内度薪来]|时间?内)/g
const units: Readonly<Record<string, LengthUnit>> = {
  历: 'day',
  然: 'day',
  天: 'day',
  日: 'day',
  月: 'month',
  年: 'year',
}
/** Words that make the number loose, or one of many. */
const looseBefore =
  /(?:约|近|超过|逾|不[少多足超]于?过?|至少|至多|多达|最[长短多少]|不到|将近|接近|每|逢|平均|人均|均|月|第|(?<!提)前|未来|以)\s?$/

/** Lengths of time a text tells exactly, in order. */
export function saidLengths(text: string): SaidLength[] {
  return allMatches(text, length).flatMap((match) => {
    const [whole, number, days, months, years] = match
    const before = text.slice(0, match.index)
    const value = numeralValue(number!)
    const sign = [...(days ?? months ?? years)!].find((each) => each in units)!
    if (value === undefined || value === 0 || looseBefore.test(before.slice(-4))) return []
    const clause = /[^，,；;。：:（()）、\n]*$/.exec(before)?.[0] ?? ''
    return [{ start: match.index, end: match.index + whole.length, value, unit: units[sign]!, clause }]
  })
}
