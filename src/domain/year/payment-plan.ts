import { Big } from 'big.js'

/**
 * 既定支付进度 (财预〔2013〕53号): what share of the year's budget a department means to have paid by the end of each month,
 * twelve cumulative percentages from January to December, none below the one before, none above 100.
 */
export type PaymentPlan = readonly Big[]

export const monthsOfYear = 12

/** 序时进度: a twelfth each month, two places. */
export const evenPlan: PaymentPlan = Array.from({ length: monthsOfYear }, (_, index) =>
  new Big(100)
    .times(index + 1)
    .div(monthsOfYear)
    .round(2, Big.roundHalfUp),
)

/** By what planned progress goes: the department's own 既定支付进度, even months 序时进度, or another curve of its rule pack. */
export type PlannedBy = 'own' | 'even' | 'pack'

/** What is wrong with the share typed for a month (1 to 12), and how to mend it. */
export type PlanFault = { readonly month: number; readonly message: string }

const shareText = /^\d{1,3}(?:\.\d{1,10})?$/

/**
 * What is wrong with shares as they are typed, month by month: each is held against the last month before it that has one.
 * A blank is no fault here: while one types, not all months are there yet.
 */
export function planFaults(shares: readonly string[]): PlanFault[] {
  let before: { readonly month: number; readonly share: Big } | undefined
  return shares.flatMap((text, index): PlanFault[] => {
    const month = index + 1
    if (text === '') return []
    if (!shareText.test(text)) return [{ month, message: `${month}月请填 0 到 100 之间的数，如 41.67` }]
    const share = new Big(text)
    if (share.gt(100)) return [{ month, message: `${month}月不能超过 100%，全年预算最多支付完` }]
    const earlier = before
    before = { month, share }
    return earlier && share.lt(earlier.share)
      ? [{ month, message: `${month}月不能低于${earlier.month}月的 ${earlier.share.toFixed()}%：填的是到月底的累计` }]
      : []
  })
}

/** Where shares a plan may begin from come from: last year's payments, the mean of some years' before, last year's own plan. */
export type ReferenceKind = 'last-year' | 'mean' | 'last-plan'

/** Shares to begin a plan from; `years` whose payments or plan they are, the latest first. */
export type PlanReference = {
  readonly kind: ReferenceKind
  readonly years: readonly number[]
  readonly shares: PaymentPlan
}

/**
 * A ledger's 既定支付进度 and what it may be set after.
 *
 * own          absent where the department set none
 * curve, curveBy   the rule pack's, which holds where there is no own
 */
export type PaymentPlanState = {
  readonly own?: PaymentPlan
  readonly curve: PaymentPlan
  readonly curveBy: Exclude<PlannedBy, 'own'>
  readonly references: readonly PlanReference[]
}
