import { Big } from 'big.js'
import { z } from 'zod'
import { monthsOfYear, planFaults } from '#domain/year/payment-plan.ts'

const twelve = `既定支付进度写 1 月到 12 月到每月月底的累计百分比，共 ${monthsOfYear} 个；没有自定的整个不写`

/** 既定支付进度 as it is written: twelve shares in %, told month by month what is wrong with them. */
export const paymentPlanShape = z
  .array(z.union([z.string(), z.number()]).transform((share) => String(share).trim()))
  .superRefine((shares, context) => {
    if (shares.length !== monthsOfYear) context.addIssue({ code: 'custom', message: twelve })
    for (const { month, message } of planFaults(shares))
      context.addIssue({ code: 'custom', path: [month - 1], message })
    for (const [index, share] of shares.entries())
      if (share === '') context.addIssue({ code: 'custom', path: [index], message: `${index + 1}月还没有填` })
  })
  .transform((shares) => shares.map((share) => new Big(share)))
