import { onceFor } from '#domain/once-for.ts'
import type { BudgetLine, Payment } from '#domain/ledger/budget.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { WorkRecord } from '#domain/ledger/work-ledger.ts'

/** The rows of a ledger that may be a million, found by what LedgerFact.records calls them without its list: 'meeting/m1'. */
export const recordIndex: (ledger: Ledger) => {
  readonly payments: ReadonlyMap<string, Payment>
  readonly budgetLines: ReadonlyMap<string, BudgetLine>
  readonly workRecords: ReadonlyMap<string, WorkRecord>
} = onceFor(({ payments, budgetLines, workRecords }: Ledger) => ({
  payments: new Map(payments.map((payment) => [payment.voucher, payment])),
  budgetLines: new Map(budgetLines.map((line) => [line.key, line])),
  workRecords: new Map(workRecords.map((record) => [`${record.kind}/${record.id}`, record])),
}))
