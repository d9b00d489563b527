import type { Big } from 'big.js'

/** Money as a message prints it: 「305000.00元」. */
export function plainYuan(amount: Big): string {
  return `${amount.toFixed(2)}元`
}
