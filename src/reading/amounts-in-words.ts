import { Big } from 'big.js'
import { unitOf } from '#domain/unit.ts'
import type { FoundNumber } from './numbers.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const other: Record<string, string> = {
  〇: '零',
  貳: '贰',
  叄: '叁',
  陸: '陆',
  圓: '元',
  圆: '元',
  萬: '万',
  億: '亿',
  两: '贰',
}
const places: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
const words =
  /[零〇壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟][零〇壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟万萬亿億]*[元圆圓](?:[零〇壹贰貳叁叄肆伍陆陸柒捌玖]角)?(?:零?[壹贰貳叁叄肆伍陆陸柒捌玖]分)?[整正]?/g

/**
 * Amounts written out as on invoices: 「壹佰贰拾叁万肆仟元整」 → 1234000元, 「叁元伍角」 → 3.5元. Spellings that name no
 * one amount (two digits side by side, places out of order) are passed over.
 */
export function amountsInWords(text: string): FoundNumber[] {
  words.lastIndex = 0
  const found: FoundNumber[] = []
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const value = valueOf(match[0])
    if (!value) continue
    const decimals = value.decimals
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      printed: value.amount.toFixed(decimals),
      value: value.amount,
      decimals,
      unit: unitOf('元', ''),
      looseness: 'exact',
      range: false,
    })
  }
  return found
}

function valueOf(printed: string): { amount: Big; decimals: number } | undefined {
  const plain = [...printed].map((sign) => other[sign] ?? sign).join('')
  const [whole = '', rest = ''] = plain.split('元')
  const yuan = wholeOf(whole)
  if (yuan === undefined) return undefined
  const tenths = digitBefore(rest, '角')
  const cents = digitBefore(rest, '分')
  const amount = yuan.plus(new Big(tenths).div(10)).plus(new Big(cents).div(100))
  return { amount, decimals: cents > 0 ? 2 : tenths > 0 ? 1 : 0 }
}

function digitBefore(text: string, unit: string): number {
  const at = text.indexOf(unit)
  return at < 1 ? 0 : Math.max(0, digits.indexOf(text[at - 1]!))
}

/** 亿 and 万 cut a number into groups below ten thousand. */
function wholeOf(text: string): Big | undefined {
  const [hundredMillions, belowYi] = cutAt(text, '亿')
  const [tenThousands, ones] = cutAt(belowYi, '万')
  const groups = [hundredMillions, tenThousands, ones].map((each) => groupOf(each))
  if (groups.some((each) => each === undefined)) return undefined
  const [yi, wan, one] = groups as [number, number, number]
  return new Big(yi).times(100_000_000).plus(new Big(wan).times(10_000)).plus(one)
}

function cutAt(text: string, unit: string): [string, string] {
  const at = text.indexOf(unit)
  return at < 0 ? ['', text] : [text.slice(0, at), text.slice(at + 1)]
}

function groupOf(text: string): number | undefined {
  let value = 0
  let digit: number | undefined
  let lowest = 10_000
  for (const sign of text) {
    const place = places[sign]
    if (place === undefined) {
      const next = digits.indexOf(sign)
      if (next < 0 || (digit !== undefined && digit !== 0)) return undefined
      digit = next
    } else {
      if (place >= lowest) return undefined
      value += (digit ?? 1) * place
      lowest = place
      digit = undefined
    }
  }
  return value + (digit ?? 0)
}
