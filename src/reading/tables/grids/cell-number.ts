import { Big } from 'big.js'
import { type Scale, noUnit } from '#domain/unit.ts'
import { measureWords } from '../../measure-words.ts'
import { type FoundNumber, narrowDigits, printedUnit } from '../../numbers.ts'

const words = measureWords.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')
const whole = new RegExp(
  String.raw`^\s*([-+−]?)\s*(\d{1,3}(?:\s?[,，]\s?\d{3})+|\d+)(?:\s*\.\s*(\d+))?\s*(万亿|千万|百万|亿|万|千|百)?(${words})?\s*[.。]?\s*$`,
)
const nothing = /^(?:[\s—–―\-－_/／\\*＊…·.。•×xX]|无|空|不适用|N\/A|#DIV\/0!)*$/i
/** What a number that fills its cell begins with: most cells hold words. */
const mayBegin = /^\s*[-+−－＋\d０-９]/
const square = /^(?:m²|m2|平方米)$/

/** Whether a cell says nothing: blank, 「—」「/」「*」「……」「无」. Such a cell is unknown, never 0. */
export function isNothing(text: string): boolean {
  return nothing.test(text)
}

/**
 * The number that fills a cell, with its unit if one is printed: 「3，518.85」「1, 537.4」「95.⏎10%」「7.50.」「12次」.
 * Undefined when anything else stands in the cell.
 */
export function cellNumber(text: string): FoundNumber | undefined {
  if (!mayBegin.test(text)) return undefined
  const match = whole.exec(narrowDigits(text))
  if (!match) return undefined
  const [, sign = '', digits = '', fraction = '', scale = '', name = ''] = match
  const bare = digits.replace(/[^\d]/g, '')
  // 「2022年」 names a year, it counts none.
  if (name === '年' && /^(?:19|20)\d\d$/.test(bare)) return undefined
  if (bare.length > 15 || (/^0\d/.test(bare) && fraction === '')) return undefined
  const printed = `${sign === '-' || sign === '−' ? '-' : ''}${bare}${fraction ? `.${fraction}` : ''}`
  const start = text.search(/\S/)
  return {
    start,
    end: text.trimEnd().length,
    printed,
    value: new Big(printed),
    decimals: fraction.length,
    unit: name || scale ? printedUnit(square.test(name) ? '㎡' : name, scale as Scale) : noUnit,
    looseness: 'exact',
    range: false,
  }
}
