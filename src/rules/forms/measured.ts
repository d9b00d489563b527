import { Big } from 'big.js'
import { onceFor } from '#domain/once-for.ts'
import type { Words } from '#domain/reading.ts'
import { type Scale, inBaseUnit, unitOf } from '#domain/unit.ts'

/**
 * A target or an actual value that is one clean number.
 *
 * sign   how the target is to be met: '≥' also where none is printed, '≤', '='
 * value  in the unit without its scale: 21万人 is 210000 人
 * unit   what is printed behind the number, '' for none; label: words in front of it (满意率)
 */
export type Measured = {
  readonly sign: '≥' | '≤' | '='
  readonly printedSign: boolean
  readonly value: Big
  readonly unit: string
  readonly label: string
}

const clean =
  /^(\D*?)(≥|≧|>=|＞=|≤|≦|<=|＜=|>|＞|<|＜|=|＝|不低于|不少于|不高于|不超过|大于等于|小于等于|大于|小于|达到|至少)?(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)([^\d]*)$/
const atMost = /^(?:≤|≦|<=|＜=|<|＜|不高于|不超过|小于等于|小于)$/

/** What a cell of a form says, read once for all the rules that ask. */
export const measuredIn = onceFor(({ text }: Words): Measured | undefined => measured(text))

/** Reads a cell such as 「≥50个」「满意率95%」「12次」; undefined for words, ranges, dates and several numbers. */
export function measured(text: string): Measured | undefined {
  const plain = text
    .replace(/\s+/g, '')
    .replace(/％/g, '%')
    .replace(/[，]/g, ',')
    .replace(/[（(](?:下降|上升|增长|减少|提高|增加|同比)+[)）]$/, '')
    .replace(/[()（）]/g, '')
  const match = clean.exec(plain)
  if (!match) return undefined
  const [, label = '', sign = '', digits = '', rest = ''] = match
  const unit = rest
    .replace(/^%(?:量化|完成|达标|合格|覆盖|到位)$/, '%')
    .replace(/(?:以上|及以上|以下|以内|左右|。|；|;|,)$/g, '')
  if (unit.length > 6 || label.length > 8 || /[年月日]$|年/.test(unit) || /余|多|约|近/.test(unit + label))
    return undefined
  // 「≥21万人」 and 「213219人」 count alike; money is checked for its unit elsewhere.
  const [, scale = '', name = unit] = /^([千万亿])([^元]+)$/.exec(unit) ?? []
  // 「不超过调整后预算1861.35万元」「控制在年初预算16.56万元以内」 say the sign first and what the number is behind it.
  const below =
    /^(?:不(?:得|应)?超过?|不高于|小于等于|≤|控制在)/.test(label) || atMost.test(sign) || /(?:以下|以内)$/.test(rest)
  const exactly = sign === '=' || sign === '＝'
  return {
    sign: below ? '≤' : exactly ? '=' : '≥',
    printedSign: sign !== '' || below,
    value: inBaseUnit(new Big(digits.replace(/,/g, '')), unitOf('', scale as Scale)),
    unit: name,
    label,
  }
}

/** Whether two values can be compared: same unit, or one of them prints none. */
export function comparable(target: Measured, actual: Measured): boolean {
  return sameUnit(target, actual) && (target.label === '' || actual.label === '' || target.label === actual.label)
}

/** Whether two values print the same unit; a missing one agrees with any but %. */
export function sameUnit(target: Measured, actual: Measured): boolean {
  const left = spelling(target.unit)
  const right = spelling(actual.unit)
  return left === right || ((left === '' || right === '') && left !== '%' && right !== '%')
}

function spelling(unit: string): string {
  return unit
    .replace(/^个百分点$/, '百分点')
    .replace(/^(?:平方米|m2|m²)$/, '㎡')
    .replace(/^(人|户|家|件|期|篇|条|场|批|项|台|辆)次$/, '$1次')
}
