import { Big } from 'big.js'
import { narrowed as narrowSigns } from '#domain/narrow.ts'

const wide = /[\uFF01-\uFF5E]/g
const factors: Record<string, string> = {
  元: '1',
  人民币元: '1',
  千元: '1000',
  万元: '10000',
  百万元: '1000000',
  亿元: '100000000',
}
const unitWords = Object.keys(factors).join('|')
const bracketed = /[([][^()[\]]*[)\]]/g
const captioned = new RegExp(`(?:金额)?单位[:：]?\\s*(${unitWords})`)

/** A heading as it is compared: narrow signs, no spaces, no marks of required columns. */
export function plainHeading(text: string): string {
  return narrowed(text).replaceAll(/[\s*＊:"'“”、]/g, '')
}

/** A heading without what stands in brackets: 「金额（万元）」 → 「金额」. */
export function bareHeading(plain: string): string {
  return plain.replaceAll(bracketed, '')
}

/** Full-width letters, digits and signs made narrow. */
export function narrowed(text: string): string {
  return narrowSigns(text, wide)
    .replaceAll(/[【〔]/g, '[')
    .replaceAll(/[】〕]/g, ']')
}

/** The unit of money a heading names in brackets: 万元 of 「金额（单位：万元）」. */
export function unitOfHeading(plain: string): string | undefined {
  for (const [group] of plain.matchAll(bracketed)) {
    const word = group.slice(1, -1).replace(/^(?:金额)?单位/, '')
    if (word in factors) return word
  }
  return new RegExp(`[/_-](${unitWords})$`).exec(plain)?.[1]
}

/** The unit of money a caption names: 「单位：万元」. */
export function unitOfCaption(text: string): string | undefined {
  return captioned.exec(narrowed(text))?.[1]
}

/** What a unit of money is worth in 元. */
export function unitWorth(unit: string): Big {
  return new Big(factors[unit] ?? '1')
}
