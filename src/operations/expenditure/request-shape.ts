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

/** What the parts of a request are called where one is refused. */
export const requestWords: Readonly<Record<string, string>> = {
  organisation: '单位',
  project: '项目',
  account: '功能科目',
  economic: '经济科目',
  budgetLine: '预算指标',
  amount: '金额',
  purpose: '用途',
  payee: '收款人',
  date: '会议日期',
  minutes: '纪要编号',
}
