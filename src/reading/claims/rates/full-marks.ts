import type { Mention } from '../text/sentences.ts'

/** 「满分18分，得17.5分」: what could be had is no part of what was. */
const told = /(?:满分|分值|权重|标准分)(?:各)?(?:为|是|[:：])?\s*$/

/** Whether a score is what could be had: 「满分10分，得10分」「过程管理（30分）得27.5分」. */
export function isFullMark({ lead, after, depth, figure }: Mention): boolean {
  if (told.test(lead)) return true
  if (figure.quantity.unit.kind !== 'score') return false
  return (
    (depth > 0 && /^[）)]\s*$/.test(after)) ||
    /(?:满分|分值|权重|标准分)[^，；]{0,3}$/.test(lead) ||
    /^\s*[）)]?\s*[，,]?\s*(?:实际|自评|评价|实|最终)?得(?!分率)/.test(after)
  )
}
