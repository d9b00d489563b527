import { Big } from 'big.js'

/** Points with their arithmetic in words; `needed` where points were lost; no points where nothing can be said. */
export type Points = { readonly points?: Big; readonly working: string; readonly needed?: string }

/** A share of the weight, rounded half up to two decimals (国库信息系统通行的口径). */
export function partOf(weight: Big, part: Big, whole: Big, words: string): Points {
  const points = weight.times(part).div(whole).round(2, Big.roundHalfUp)
  return {
    points,
    working: `${words}，按比例得分：${plain(weight)} × ${plain(part)} ÷ ${plain(whole)} = ${plain(points)}分`,
  }
}

/** A decimal as people write it: at most four decimals, no trailing zeros. */
export function plain(value: Big): string {
  const isShort = value.c.length - 1 - value.e <= 4
  return (isShort ? value : value.round(4, Big.roundHalfUp)).toFixed()
}
