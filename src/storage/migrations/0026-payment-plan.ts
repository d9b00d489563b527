import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * 既定支付进度 of a ledger: the cumulative % of its budget at the end of each month, twelve or none. It stands on the
 * ledger's own row, which is kept apart by division, department and stage already.
 */
export const paymentPlan: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const months = Array.from({ length: 12 }, (_, index) => `payment_plan[${index + 1}]`)
const inOrder = ['0', ...months, '100']
  .slice(1)
  .map((share, index) => `${['0', ...months][index]} <= ${share}`)
  .join(' and ')

// A comparison with null is null, which a check lets pass: no month may be missing.
const statements = `
alter table ledgers add column payment_plan numeric[];
alter table ledgers add constraint payment_plan_of_twelve check (
  payment_plan is null
  or (array_ndims(payment_plan) = 1 and array_lower(payment_plan, 1) = 1 and cardinality(payment_plan) = 12
    and array_position(payment_plan, null) is null and ${inOrder}));`
