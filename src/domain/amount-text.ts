import { Big } from 'big.js'

const tenThousand = 10_000

/** 元 as 万元 with two decimals and thousands apart: '12860500' → '1,286.05'. Halves round up, as forms do. */
export function inWanYuan(yuan: string | Big): string {
  return thousands(new Big(yuan).div(tenThousand).toFixed(2, Big.roundHalfUp))
}

/** 元 to the fen, thousands apart. */
export function inYuan(yuan: string | Big): string {
  return thousands(new Big(yuan).toFixed(2, Big.roundHalfUp))
}

/** A share as a percentage with two decimals: 0.985 → '98.50%'. */
export function asPercent(share: string | Big): string {
  return `${new Big(share).times(100).toFixed(2, Big.roundHalfUp)}%`
}

function thousands(decimal: string): string {
  return decimal.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
}
