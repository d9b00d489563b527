import { Big } from 'big.js'

const tenThousand = 10_000

/** 元 as 万元 with two decimals and thousands apart: '12860500' → '1,286.05'. Halves round up, as forms do. */
export function inWanYuan(yuan: string | Big): string {
  return thousands(new Big(yuan).div(tenThousand).toFixed(2, Big.roundHalfUp))
}

/** 元 as 万元 with two decimals, as sentences and sums tell it: '1286.05'. */
export function inPlainWan(yuan: Big): string {
  return yuan.div(tenThousand).toFixed(2)
}

/** 元 as 万元, thousands apart, with two decimals or as many as the fen need: '157000' → '15.70', '1285' → '0.1285'. */
export function inExactWan(yuan: string | Big): string {
  const wan = new Big(yuan).div(tenThousand)
  return thousands(wan.eq(wan.round(2)) ? wan.toFixed(2) : wan.toFixed())
}

/** 元 to the fen, thousands apart. */
export function inYuan(yuan: string | Big): string {
  return thousands(new Big(yuan).toFixed(2, Big.roundHalfUp))
}

/** A share as a percentage with two decimals: 0.985 → '98.50%'. */
export function asPercent(share: string | Big): string {
  return `${new Big(share).times(100).toFixed(2, Big.roundHalfUp)}%`
}

/** The sum of amounts in 元, exact; an absent one adds nothing. */
export function sumOfYuan(amounts: readonly (string | undefined)[]): string {
  return amounts.reduce((sum, each) => sum.plus(each ?? 0), new Big(0)).toFixed()
}

/** A decimal with its thousands apart: '1286.05' → '1,286.05'. */
export function thousands(decimal: string): string {
  return decimal.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
}

const typedAmount = /^(-?\d+(?:\.\d+)?)(元|千元|万元|亿元)?$/
const scales: Readonly<Record<string, string>> = { 元: '1', 千元: '1000', 万元: '10000', 亿元: '100000000' }

/** An amount as a person types it, '969.06万元' or '9,690,600', in 元 as a plain decimal; undefined where it is none, or finer than 分. `bareUnit`: what a bare number counts. */
export function yuanOf(typed: string, bareUnit: '元' | '万元' = '元'): string | undefined {
  const match = typedAmount.exec(typed.replaceAll(/[,，\s]/g, ''))
  if (!match) return undefined
  const yuan = new Big(match[1] ?? '0').times(scales[match[2] ?? bareUnit] ?? '1')
  return yuan.eq(yuan.round(2)) ? yuan.toFixed() : undefined
}
