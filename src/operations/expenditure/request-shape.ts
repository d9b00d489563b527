import { z } from 'zod'
import { account, amount, date, economic, id } from '../ledgers/ledger-shape.ts'

const words = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, { error: `请写${what}` })
    .max(most, { error: `${what}不超过${most}字` })

/** What a clerk asks for; the number is given by the ledger. Amounts in 元, or with their unit: '3万元'. */
export const requestShape = z.strictObject({
  organisation: id,
  project: id.optional(),
  account,
  economic,
  budgetLine: id.optional(),
  amount: amount.refine((yuan) => yuan.gt(0), { error: '金额应大于0' }),
  purpose: words('用途', 500),
  payee: words('收款人', 200),
})
export const decisionShape = z.strictObject({ date, minutes: words('纪要编号', 100) })
