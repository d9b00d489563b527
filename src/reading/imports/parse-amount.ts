import { Big } from 'big.js'
import { unitText } from '#domain/unit.ts'
import { cellNumber } from '../tables/grids/cell-number.ts'
import { narrowed, unitWorth } from './heading.ts'

/** Money in 元; `guessed` when letters were taken for digits, and how it was read. */
export type ParsedAmount =
  | { readonly is: 'amount'; readonly amount: Big; readonly guessed?: string }
  | { readonly is: 'not-money' }
  | { readonly is: 'beyond-fen' }

const plain = /^-?\d{1,15}(?:\.\d{1,6})?$/
const inFen = /^-?\d{1,15}(?:\.\d{1,2})?$/
const slips: Record<string, string> = { O: '0', o: '0', 〇: '0', l: '1', I: '1', '|': '1', '。': '.', S: '5', B: '8' }
const slip = /[Oo〇lI|。SB]/g
const moneyUnits = ['元', '千元', '万元', '百万元', '亿元']

/**
 * Money of a cell in 元: thousands separated, full-width, in brackets or with a leading or trailing minus for less than
 * nothing, with a ¥ or its own unit. `worth` is what one of the column's unit is in 元; an own unit comes before it.
 * `beyond-fen` when it is not a whole number of fen.
 */
export function parseAmount(text: string, worth: Big): ParsedAmount {
  const quick = text.trim()
  // Most cells: 元 with at most two decimals, nothing to work out.
  if (isOne(worth) && inFen.test(quick)) return { is: 'amount', amount: new Big(quick) }
  if (plain.test(quick)) return toFen(new Big(quick).times(worth))
  const { digits, isNegative } = bareAmount(quick)
  const found = moneyNumber(digits, worth)
  if (found) return toFen(isNegative ? found.times(-1) : found)
  const mended = digits.replaceAll(slip, (sign) => slips[sign] ?? sign)
  const guess = /\d/.test(digits) && mended !== digits ? moneyNumber(mended, worth) : undefined
  if (!guess) return { is: 'not-money' }
  const amount = toFen(isNegative ? guess.times(-1) : guess)
  return amount.is === 'amount' ? { ...amount, guessed: mended } : amount
}

function isOne({ s, e, c }: Big): boolean {
  return s === 1 && e === 0 && c.length === 1 && c[0] === 1
}

function bareAmount(text: string): { digits: string; isNegative: boolean } {
  const narrow = narrowed(text)
    .replaceAll(/[¥￥]|人民币|RMB/g, '')
    .trim()
  const inner = /^\((.*)\)$/.exec(narrow) ?? /^(.*\d)\s*-$/.exec(narrow)
  return inner ? { digits: (inner[1] ?? '').trim(), isNegative: true } : { digits: narrow, isNegative: false }
}

function moneyNumber(text: string, worth: Big): Big | undefined {
  const found = cellNumber(text)
  if (!found) return undefined
  const unit = unitText(found.unit)
  if (unit === '') return found.value.times(worth)
  return moneyUnits.includes(unit) ? found.value.times(unitWorth(unit)) : undefined
}

function toFen(amount: Big): ParsedAmount {
  return amount.eq(amount.round(2, Big.roundHalfUp)) ? { is: 'amount', amount } : { is: 'beyond-fen' }
}
